import { PinterestAdsError } from '../../client/errors';
import { audienceKeyOf } from './audienceKey';
import { sentence } from './told';

/** Where rows with contacts come from. */
export type RowSource = 'sheet' | 'query';

interface Picking {
	readonly source: RowSource;
	/** Whose contacts are wanted. */
	readonly audienceKey: string;
	/** What the step is called that has read the rows, for messages. */
	readonly readBy: string;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * The contacts of one audience out of the rows of a sheet (columns `audience` and `email`, whatever their case)
 * or of a query (column `record`).
 * @throws PinterestAdsError `invalid`, with all there is to say in its message, where there are none
 */
export function pickContacts(rows: readonly Row[], picking: Picking): string[] {
	const filled = rows.filter((row) => Object.keys(row).length > 0);
	return picking.source === 'sheet' ? inSheet(filled, picking) : inQuery(filled, picking);
}

function inSheet(rows: readonly Row[], { audienceKey, readBy }: Picking): string[] {
	const failed = failure(rows, 'email');
	if (failed !== undefined) {
		throw problem(
			`The Google Sheet with the contacts could not be read. ${failed} Choose the document and the tab in “${readBy}”, and an account that may read them.`,
		);
	}
	const headings = new Set<string>();
	for (const row of rows) for (const name of Object.keys(row)) headings.add(name);
	headings.delete('row_number');
	const audience = [...headings].find((name) => same(name) === 'audience');
	const email = [...headings].find((name) => /^e-?mail/.test(same(name)));
	const shown = [...headings].map((name) => `“${name}”`).join(', ');
	const found = headings.size === 0 ? 'It is empty.' : `It has ${shown}.`;
	if (audience === undefined) {
		throw problem(
			`The Google Sheet has no column “audience”. ${found} Give it one with the name of the audience in each row.`,
		);
	}
	if (email === undefined) {
		throw problem(
			`The Google Sheet has no column “email”. ${found} Give it one with the email addresses.`,
		);
	}
	const contacts = rows
		.filter((row) => same(row[audience]) === audienceKey)
		.map((row) => textOf(row[email]))
		.filter((record) => record.trim() !== '');
	if (contacts.length > 0) return contacts;
	throw problem(
		`The Google Sheet has no email address for the audience “${audienceKey}”. Its name has to be in the column “${audience}”.`,
	);
}

function inQuery(rows: readonly Row[], { audienceKey, readBy }: Picking): string[] {
	const failed = failure(rows, 'record');
	if (failed !== undefined) {
		throw problem(
			`The database with the contacts could not be queried. ${failed} Check the query and the sign-in of “${readBy}”.`,
		);
	}
	if (rows.length === 0) {
		throw problem(
			`The database has no contacts for the audience “${audienceKey}”. Check the query in “${readBy}”: $1 is the audience’s name in lower case.`,
		);
	}
	if (!('record' in rows[0])) {
		throw problem(
			`The query in “${readBy}” gives no column “record”. Name the one with the email addresses so: SELECT email AS record.`,
		);
	}
	return rows.map(({ record }) => textOf(record));
}

/** Where the step before fails, there is one row with what it said, or the one that it was given. */
export function failure(rows: readonly Row[], expected: string): string | undefined {
	const [first] = rows;
	if (rows.length !== 1 || expected in first) return undefined;
	if (first.error === undefined) return 'audience_key' in first ? '' : undefined;
	if (typeof first.message === 'string') return sentence(first.message);
	const { error } = first;
	const message =
		typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
	return typeof message === 'string' ? sentence(message) : '';
}

const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: '';

const same = (value: unknown) => audienceKeyOf(textOf(value));

const problem = (message: string) => new PinterestAdsError('invalid', message, { hint: '' });
