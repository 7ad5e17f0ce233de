import type { ListType } from '../listTypes';
import { recordsInCell } from '../identifiers/cellRecords';
import { couldBeMd5, deviceRecord } from '../identifiers/deviceIds';
import { DistinctRecords } from './distinctRecords';
import { emailRecord } from '../identifiers/emails';
import { addressesAmong, digestWith, hashesAmong, type Hash } from '../identifiers/hashing';
import { People } from './people';
import { InvalidRecords, type InvalidRecord } from './invalidRecords';
import { EMPTY, type NotARecord } from '../identifiers/recordText';

export type { InvalidRecord } from './invalidRecords';
export type { ListType } from '../listTypes';

const SENT_BEFORE = 1;
/** Among the records now; where any were remembered, also before. */
const WANTED = 2;
/** Among the records now, and not before. */
const NEW = 3;
/** Sent before, and among the records now in another form. */
const RENEWED = 4;

/** Takes in values one by one, counts them, and lets through each valid record once. */
export class CollectedRecords {
	/** Records, of which a value may hold several. `received` = valid + invalid + duplicate. */
	received = 0;
	duplicate = 0;
	/** Distinct valid records. */
	valid = 0;
	/** Distinct records that were sent before. */
	remembered = 0;
	/** Of these, the ones that were taken since. */
	kept = 0;
	private added = 0;
	/** What was left out. */
	readonly left = new InvalidRecords();
	private position = 0;
	private questionable = 0;
	private readonly listType: ListType;
	private readonly distinct = new DistinctRecords();
	private readonly normalise: (value: unknown) => string | NotARecord;
	private readonly people: People | undefined;

	/**
	 * @param hashing for device ids, which are always hashed, `none` means SHA-256
	 * @param arePeople whether each may have several identifiers
	 */
	constructor(listType: ListType, hashing: Hash | 'none', arePeople = false) {
		this.listType = listType;
		this.people = arePeople ? new People(hashing) : undefined;
		const alone = listType === 'EMAIL' ? emailsWith(hashing) : this.deviceIdsWith(hashing);
		this.normalise = this.people?.normalise ?? alone;
	}

	get invalid(): number {
		return this.left.count;
	}

	/** How many were sent before and have not been taken since. */
	get removals(): number {
		return this.remembered - this.kept;
	}

	/** How many were taken and not sent before. */
	get additions(): number {
		return this.remembered === 0 ? this.valid : this.added;
	}

	/** The first invalid ones, by position. */
	get firstInvalid(): readonly InvalidRecord[] {
		return this.left.first;
	}

	/** The record to send (or several), or `undefined` for one that is invalid or was there already. */
	take(value: unknown): string | readonly string[] | undefined {
		this.position++;
		const record = this.normalise(value);
		if (typeof record === 'string') return this.note(record);
		const pieces = this.piecesOf(value, record);
		if (pieces === undefined) return this.refuse(record);
		return pieces.flatMap((piece) => {
			const one = this.normalise(piece);
			return (typeof one === 'string' ? this.note(one) : this.refuse(one)) ?? [];
		});
	}

	/** Notes what was sent before, ahead of all that is taken. What is not a record cannot have been. */
	remember(value: unknown): void {
		const record = this.normalise(value);
		if (typeof record === 'string') {
			this.distinct.mark(record, SENT_BEFORE);
		} else {
			for (const piece of this.piecesOf(value, record) ?? []) {
				const one = this.normalise(piece);
				if (typeof one === 'string') this.distinct.mark(one, SENT_BEFORE);
			}
		}
		this.remembered = this.distinct.size;
	}

	/**
	 * Once all is taken: who was sent before as an address and has come as its hash, or the other way
	 * round, is the same person to Pinterest, and neither dropped nor new.
	 */
	matchForms(): void {
		if (this.listType !== 'EMAIL' || this.removals === 0) return;
		const taken = () => inOrder(this.fresh(), this.again());
		const before = hashesAmong(this.dropped());
		const now = hashesAmong(taken());
		for (const address of now.length > 0 ? addressesAmong(this.dropped()) : []) {
			for (const hash of now) this.renew(address, digestWith(hash, address));
		}
		for (const address of before.length > 0 ? addressesAmong(taken()) : []) {
			for (const hash of before) this.renew(digestWith(hash, address), address);
		}
	}

	private renew(before: string, now: string): void {
		const { distinct } = this;
		const mark = distinct.markOf(now);
		if (distinct.markOf(before) !== SENT_BEFORE || (mark !== WANTED && mark !== NEW)) return;
		distinct.mark(before, RENEWED);
		this.kept++;
		if (mark !== NEW) return;
		distinct.mark(now, WANTED);
		this.added--;
	}

	/** What was taken and not sent before. Only of use after something was remembered. */
	fresh(): Iterable<string> {
		return this.distinct.marked(NEW);
	}

	/** What was taken and had been sent before. */
	again(): Iterable<string> {
		return this.distinct.marked(WANTED);
	}

	/** What was sent before and has not been taken since. */
	dropped(): Iterable<string> {
		return this.distinct.marked(SENT_BEFORE);
	}

	warnings(): string[] {
		const halves = this.people?.halves ?? 0;
		if (halves > 0) {
			return [
				`Of ${halves} ${halves === 1 ? 'person' : 'people'} either the email address or the device ID is none; the other was sent.`,
			];
		}
		if (this.questionable === 0) return [];
		return [
			`${this.questionable} of the ${this.listType} records are 32 hexadecimal digits that look more like MD5 hashes than like device IDs. They were hashed as device IDs; if the list is MD5, set the hash to MD5 and sync again.`,
		];
	}

	/** What a value that is not a record holds; `undefined` where it is only a bad one. */
	private piecesOf(value: unknown, why: NotARecord): string[] | undefined {
		if (typeof value !== 'string' || why === EMPTY) return undefined;
		const pieces = recordsInCell(value, this.listType);
		const isSame = pieces?.length === 1 && typeof this.normalise(pieces[0]) !== 'string';
		return isSame || pieces?.length === 0 ? undefined : pieces;
	}

	private note(record: string): string | undefined {
		this.received++;
		const known = this.distinct.mark(record, WANTED);
		if (known === SENT_BEFORE) this.kept++;
		else if (this.remembered > 0 && known !== WANTED) this.distinct.mark(record, NEW);
		if (this.remembered > 0 && known === 0) this.added++;
		if (known === WANTED || known === NEW) {
			this.duplicate++;
			return undefined;
		}
		this.valid++;
		return record;
	}

	private refuse({ reason }: NotARecord): undefined {
		this.received++;
		this.left.add(this.position, reason);
	}

	private deviceIdsWith(hashing: Hash | 'none'): (value: unknown) => string | NotARecord {
		const hash = hashing === 'none' ? 'sha256' : hashing;
		return (value) => {
			if (hash !== 'md5' && couldBeMd5(value)) this.questionable++;
			return deviceRecord(value, hash);
		};
	}
}

function* inOrder(...all: ReadonlyArray<Iterable<string>>): Generator<string> {
	for (const one of all) yield* one;
}

const emailsWith = (hashing: Hash | 'none') => (value: unknown) => emailRecord(value, hashing);
