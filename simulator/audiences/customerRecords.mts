import { breach } from '../api/refusal.mts';

const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * RFC 5322's dot-atom before the @ (so an apostrophe is fine), a dotted host name after it, both in any
 * script (RFC 6531).
 */
const EMAIL =
	/^(?=.{1,64}@)[^\s@,;:"()<>[\]\\.\p{Cc}]+(?:\.[^\s@,;:"()<>[\]\\.\p{Cc}]+)*@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])$/u;

/**
 * The records of a customer list: comma-separated; emails in lower case, plain or hashed (MD5,
 * SHA-1, SHA-256); device ids always hashed. Says which position is wrong, never the record.
 */
export function parseRecords(records: string, listType: string): string[] {
	if (records.length === 0) throw breach('The list has no records.', 1);
	const parsed = records.split(',');
	parsed.forEach((record, index) => {
		const wrong = wrongWith(record, listType);
		if (wrong) throw breach(`Record ${index + 1} of ${parsed.length} ${wrong}.`);
	});
	return parsed;
}

/** Rows of people (`records_v2`): device IDs may be plain there, but this client hashes them always. */
export function parseRows(rows: ReadonlyArray<Record<string, unknown>>): string[] {
	return rows.map(({ email, maid, ...others }, index) => {
		const wrong =
			(email === undefined ? undefined : wrongWith(String(email), 'EMAIL')) ??
			(maid === undefined ? undefined : wrongWith(String(maid), 'MAID'));
		if (wrong) throw breach(`Record ${index + 1} of ${rows.length} ${wrong}.`);
		return String(email ?? maid ?? Object.values(others)[0]);
	});
}

function wrongWith(record: string, listType: string): string | undefined {
	if (record.length === 0) return 'is empty';
	if (/\s/.test(record)) return 'contains white space';
	if (listType === 'MAID' || listType === 'IDFA') {
		return HASH.test(record) ? undefined : 'is not a hashed device id in lower case';
	}
	if (listType !== 'EMAIL' || HASH.test(record)) return undefined;
	if (record !== record.toLowerCase()) return 'is not in lower case';
	return EMAIL.test(record) ? undefined : 'is neither an email address nor a hash';
}
