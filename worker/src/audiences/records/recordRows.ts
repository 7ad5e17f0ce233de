import type { Advice } from '../../client/advice';
import { PinterestAdsError } from '../../client/errors';
import type { JsonObject } from '../../client/readers';
import { redact } from '../../client/redact';
import { withDefault } from '../../fields/field';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { flag, text } from '../../fields/kinds';
import { holdsRecords } from '../identifiers/cellRecords';
import { refuseCutJson } from './jsonText';
import type { Explained } from './recordBatches';
import type { PersonRecord } from './people';
import { listType, type Say } from './recordFields';
import type { ListType } from '../listTypes';

/** One contact, and the fields of the row that it comes from. */
export interface RecordRow {
	readonly record: unknown;
	readonly fields: JsonObject;
}

/** Switches on what is newer than what all else is verified by; so it is off until somebody names the field. */
export const deviceIdField = text({
	label: 'Device ID Field',
	description:
		'The field of the input items that holds a device ID of the same person, to be sent along with the email address. Newer than version 5.23 of Pinterest’s API, by which all else is verified; off while empty.',
	example: 'maid',
});

/** How `recordsFromRows` is told to read rows. */
export const recordRowInput = inputOf(
	{
		listType,
		complete: withDefault(
			flag({
				label: 'Complete',
				description:
					'Whether a row that only reports a failure makes the rows too few to go by, as for a mirror',
			}),
			false,
		),
		deviceIdField,
	},
	undefined,
	{ ignoresOthers: true },
);

/** How rows are read as records. @interface */
export type RecordRowOptions = GivenTo<typeof recordRowInput>;

/** So many rows in a hundred have to hold a record in a field that is taken unasked. */
const NEARLY_ALL = 90;
const MAX_NAMED = 10;
const LONGEST_NAME = 40;

/**
 * The records of rows, one each. Where not a single row has one in the place that was chosen, and just
 * one of their fields holds records in nearly all of them, that field is taken instead, and said so.
 * @throws PinterestAdsError `invalid` with `complete`, where a row reports a failure instead, or holds JSON
 * that was cut off
 */
export function recordsFromRows(
	rows: readonly RecordRow[],
	options: RecordRowOptions = {},
	say: Say = () => undefined,
): unknown[] & Explained {
	const { listType, complete, deviceIdField: device = '' } = readInput(recordRowInput, options);
	if (complete) {
		refuseFailures(rows);
		for (const { record } of rows) refuseCutJson(record, 'Record');
	}
	const field = rows.every(({ record }) => isBlank(record))
		? otherField(rows, listType)
		: undefined;
	if (field !== undefined) {
		say(
			`Record was empty in ${all(rows)}; the field ${nameOf(field)} was taken, in which the ${nounsOf(listType)} are. Give it as Record to have it so.`,
		);
	}
	const alone = field === undefined ? rows.map(({ record }) => record) : valuesOf(rows, field);
	const records = device === '' ? alone : withDevices(alone, rows, device, say);
	const whyNone = (_: string, reasons: string) => ({
		message:
			rows.length === 1
				? `The item does not have ${nounOf(listType)} in Record (${reasons.replace(/^1 /, '')}).`
				: `None of the ${rows.length} items has ${nounOf(listType)} in Record (${reasons}).`,
		...adviceOn(rows, listType),
	});
	return Object.assign(records, { whyNone });
}

/** People: what is their address, and what the field of device IDs holds. */
function withDevices(
	emails: readonly unknown[],
	rows: readonly RecordRow[],
	field: string,
	say: Say,
): PersonRecord[] {
	const devices = valuesOf(rows, field);
	if (devices.every(isBlank)) {
		say(`The field ${nameOf(field)} is empty in ${all(rows)}: only email addresses were sent.`);
	}
	return emails.map((email, n) => ({ email, maid: devices[n] }));
}

const valuesOf = (rows: readonly RecordRow[], field: string) =>
	rows.map(({ fields }) => (Object.hasOwn(fields, field) ? fields[field] : undefined));

const isBlank = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function otherField(rows: readonly RecordRow[], listType: ListType): string | undefined {
	const counts = new Map<string, number>();
	for (const { fields } of rows) {
		for (const [name, value] of Object.entries(fields)) {
			if (typeof value === 'string' && holdsRecords(value, listType)) {
				counts.set(name, (counts.get(name) ?? 0) + 1);
			}
		}
	}
	const found = [...counts].filter(([, count]) => count * 100 >= rows.length * NEARLY_ALL);
	return found.length === 1 ? found[0][0] : undefined;
}

/** What a step before puts in place of a contact that it could not get. */
function refuseFailures(rows: readonly RecordRow[]): void {
	const isFailure = ({ record, fields }: RecordRow) =>
		isBlank(record) && Object.hasOwn(fields, 'error') && !isBlank(fields.error);
	const failures = rows.filter(isFailure).length;
	if (failures === 0) return;
	throw new PinterestAdsError(
		'invalid',
		`${failures} of the ${rows.length} items ${failures === 1 ? 'is an error' : 'are errors'} of a step before, so it is not known who else should be in the list. Nothing was changed.`,
		{
			field: 'Records',
			hint: 'Mend the step that makes these items. A mirror takes nobody out by records that are not complete.',
		},
	);
}

function adviceOn(rows: readonly RecordRow[], listType: ListType): Required<Advice> {
	const names = new Set<string>();
	for (const { fields } of rows) for (const name of Object.keys(fields)) names.add(name);
	if (names.size === 0) {
		const empty = rows.length === 1 ? 'item is' : 'items are';
		return { action: 'correct-the-input', hint: `The ${empty} empty: check the step before.` };
	}
	const shown = [...names].slice(0, MAX_NAMED).map(nameOf).join(', ');
	const more = names.size > MAX_NAMED ? ` and ${names.size - MAX_NAMED} more` : '';
	const what = listType === 'EMAIL' ? 'address' : 'device ID';
	return {
		action: 'choose-the-record-field',
		hint: `The ${rows.length === 1 ? 'item has' : 'items have'} the ${names.size === 1 ? 'field' : 'fields'} ${shown}${more}: give the one with the ${what} as Record.`,
	};
}

/** A name can be somebody's address too. */
function nameOf(name: string): string {
	const told = redact(name.replace(/\s+/g, ' ').trim());
	return told.length > LONGEST_NAME ? `${told.slice(0, LONGEST_NAME)}…` : told;
}

const all = (rows: readonly RecordRow[]) =>
	rows.length === 1 ? 'the item' : `all ${rows.length} items`;

const nounOf = (listType: ListType) => (listType === 'EMAIL' ? 'an email address' : `a device ID`);
const nounsOf = (listType: ListType) => (listType === 'EMAIL' ? 'email addresses' : 'device IDs');
