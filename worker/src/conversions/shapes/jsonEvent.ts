import type { Writable } from '../../pinterest/types';
import { CUSTOM_DATA } from '../order/customData';
import { asDigest } from '../person/digests';
import { isObject } from '../../client/readers';
import { isAbsent, unknownField } from '../event/eventIssues';
import { IDENTIFIERS } from '../person/identifiers';
import { EVENT_FIELDS } from '../event/eventFields';
import { snakeCase } from '../event/eventReaders';
import { namingBy } from './mapping';
import type { Document, Shape } from './translation';

/** Objects that hold part of the event's fields, in Pinterest's own shape. */
const PARTS = new Set(['user_data', 'userData', 'custom_data', 'customData']);

/** Spellings that are neither ours nor Pinterest's, but what people write. */
const ALSO: Readonly<Record<string, string>> = {
	postal_code: 'zip',
	zip_code: 'zip',
	device_id: 'maids',
	ip_address: 'clientIpAddress',
	user_agent: 'clientUserAgent',
	epik: 'clickId',
};

/** Every spelling of every field, with the name that the input has for it. */
const NAMES: ReadonlyMap<string, string> = new Map([
	...Object.entries(ALSO),
	...EVENT_FIELDS.flatMap((name) => spellings(name)),
	...IDENTIFIERS.flatMap(({ fields, key }) => [
		[key, fields[0]] as const,
		...fields.flatMap((name) => spellings(name)),
	]),
	...CUSTOM_DATA.flatMap(({ names, key }) => [
		[key, names[0]] as const,
		...names.flatMap((name) => spellings(name)),
	]),
]);

function spellings(name: string): Array<readonly [string, string]> {
	return [
		[name, name],
		[snakeCase(name), name],
	];
}

/** A person may have several of each, so that two spellings of one field add up. */
const IDENTIFIER_FIELDS: ReadonlySet<string> = new Set(IDENTIFIERS.flatMap(({ fields }) => fields));

const HASHED: readonly string[] = IDENTIFIERS.filter(({ hashed }) => hashed).map(({ key }) => key);

/** As it is written here: what has to be hashed is a list of digests, or not there. */
const isHashed = (userData: Document) =>
	HASHED.every((key) => {
		const digests = userData[key];
		return digests === undefined || (Array.isArray(digests) && digests.every(isDigest));
	});

const isDigest = (value: unknown) => typeof value === 'string' && asDigest(value) !== undefined;

/**
 * A whole event as JSON: with the input's own names (`eventName`), flat with Pinterest's
 * (`event_name`, `email` or `em`), or as Pinterest takes it (`user_data`, `custom_data`), digests
 * included. An event that was prepared here comes out of it went in.
 */
export const jsonEvent: Shape = (document) => {
	const fields: Writable<Document> = {};
	const written = new Map<string, string>();
	const warnings: string[] = [];
	for (const [key, value] of Object.entries(document)) {
		if (!PARTS.has(key)) take(key, value, '');
		else if (isObject(value)) for (const part in value) take(part, value[part], `${key}.`);
		else if (!isAbsent(value)) return `${key} must be an object`;
	}
	const settled = isObject(document.user_data) && document.event_id !== undefined;
	const isPrepared = settled && isHashed(document.user_data as Document);
	return { fields, nameOf: namingBy(written), warnings, settled, isPrepared };

	function take(key: string, value: unknown, within: string): void {
		if (isAbsent(value)) return;
		const name = NAMES.get(key);
		if (name === undefined) warnings.push(unknownField(within + key));
		else if (!written.has(name)) {
			fields[name] = value;
			written.set(name, within + key);
		} else if (IDENTIFIER_FIELDS.has(name)) fields[name] = [fields[name], value].flat();
		else warnings.push(`${within}${key}: left out, since ${written.get(name) ?? name} says it too`);
	}
};
