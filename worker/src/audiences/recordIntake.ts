import { couldBeMd5, deviceRecord } from './deviceIds';
import { DistinctRecords } from './distinctRecords';
import { emailRecord } from './emails';
import type { Hash } from './hashing';
import type { NotARecord } from './recordText';

/** What a customer list is made of. Pinterest's own default is EMAIL. */
export const LIST_TYPES = ['EMAIL', 'MAID', 'IDFA'] as const;
export type ListType = (typeof LIST_TYPES)[number];

export interface InvalidRecord {
	/** 1 for the first record of the input. */
	readonly position: number;
	readonly reason: string;
}

/** More than these say nothing new, and would make a record of the size of the input. */
const MAX_REPORTED = 10;

const SENT_BEFORE = 1;
const WANTED = 2;

/** Takes in values one by one, counts them, and lets through each valid record once. */
export class RecordIntake {
	received = 0;
	duplicate = 0;
	/** The first invalid ones, by position, never by value: they may be somebody's address. */
	readonly firstInvalid: InvalidRecord[] = [];
	private invalidCount = 0;
	private questionable = 0;
	/** Distinct valid records. `received` = valid + invalid + duplicate. */
	valid = 0;
	/** Distinct records that were sent before. */
	remembered = 0;
	/** Whether records that were sent before are let through again. */
	sendsKnown = true;
	private readonly listType: ListType;
	private readonly distinct = new DistinctRecords();
	private readonly normalise: (value: unknown) => string | NotARecord;

	/** @param hashing for device ids, which are always hashed, `none` means SHA-256 */
	constructor(listType: ListType, hashing: Hash | 'none') {
		this.listType = listType;
		this.normalise = listType === 'EMAIL' ? emailsWith(hashing) : this.deviceIdsWith(hashing);
	}

	get invalid(): number {
		return this.invalidCount;
	}

	/** The record to send, or `undefined` for one that is invalid or was there before. */
	take(value: unknown): string | undefined {
		this.received++;
		const record = this.normalise(value);
		if (typeof record !== 'string') {
			this.invalidCount++;
			if (this.firstInvalid.length < MAX_REPORTED) {
				this.firstInvalid.push({ position: this.received, reason: record.reason });
			}
			return undefined;
		}
		const known = this.distinct.mark(record, WANTED);
		if (known === WANTED) {
			this.duplicate++;
			return undefined;
		}
		this.valid++;
		return known === SENT_BEFORE && !this.sendsKnown ? undefined : record;
	}

	/** Notes what was sent before, ahead of all that is taken. What is no record cannot have been. */
	remember(value: unknown): void {
		const record = this.normalise(value);
		if (typeof record === 'string') this.distinct.mark(record, SENT_BEFORE);
		this.remembered = this.distinct.size;
	}

	/** What was sent before and has not been taken since. */
	dropped(): Iterable<string> {
		return this.distinct.marked(SENT_BEFORE);
	}

	warnings(): string[] {
		if (this.questionable === 0) return [];
		return [
			`${this.questionable} of the ${this.listType} records are 32 hexadecimal digits that look more like MD5 hashes than like device IDs. They were hashed as device IDs; if the list is MD5, set the hash to MD5 and sync again.`,
		];
	}

	private deviceIdsWith(hashing: Hash | 'none'): (value: unknown) => string | NotARecord {
		const hash = hashing === 'none' ? 'sha256' : hashing;
		return (value) => {
			if (hash !== 'md5' && couldBeMd5(value)) this.questionable++;
			return deviceRecord(value, hash);
		};
	}
}

const emailsWith = (hashing: Hash | 'none') => (value: unknown) => emailRecord(value, hashing);
