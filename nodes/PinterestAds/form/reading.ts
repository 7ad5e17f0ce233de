import type { IDataObject } from 'n8n-workflow';
import { applies, type Fields } from '../../../worker/src';
import type { FieldReader } from '../fieldReader';
import { isFixedCollection } from './fixedCollection';
import { isOwn, isUnfolded, type Place, type Unfolded } from './layout';
import type { Shown } from './property';
import { sortIn } from './sort';

/** What was filled in, by the names of the fields. A field that is hidden, and keeps what was in it, is left out. */
export function readForm(
	fields: Fields,
	places: readonly Place[],
	shown: Readonly<Record<string, Shown | undefined>>,
	reader: FieldReader,
): IDataObject {
	const given: IDataObject = {};
	const groups: IDataObject = {};
	const valueOf = remembered((name) => reader.value(name));
	for (const place of places) {
		if (typeof place !== 'string') {
			if (isOwn(place)) continue;
			if (isUnfolded(place)) Object.assign(groups, readUnfolded(place, reader));
			else Object.assign(given, reader.collection(place.name));
		} else if (fields[place].kind === 'limit') Object.assign(given, reader.limit());
		else if (fields[place].kind === 'sort') {
			const sort = sortIn(reader.value(place));
			if (sort !== undefined) given[place] = sort;
		} else if (applies(fields, place, valueOf)) Object.assign(given, reader.pick(place));
	}
	return { ...inDeclaredUnits(withoutEmpty(fields, given, reader.version), shown), ...groups };
}

/**
 * Without the fixed collections to which nothing was added. In version 1 of the node it is JSON, whose empty object
 * may be meant.
 */
export function withoutEmpty(fields: Fields, given: IDataObject, version: number): IDataObject {
	if (version === 1) return given;
	const left = Object.entries(given).filter(
		([name, value]) => !(name in fields && isFixedCollection(fields[name]) && isEmpty(value)),
	);
	return Object.fromEntries(left);
}

const isEmpty = (value: unknown) =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const isOneValue = (value: unknown) => typeof value !== 'object';

/** An expression takes its time, and is a condition of several fields. */
function remembered(read: (name: string) => unknown) {
	const known = new Map<string, unknown>();
	return (name: string) => {
		if (!known.has(name)) known.set(name, read(name));
		return known.get(name);
	};
}

function readUnfolded({ group, fields, others }: Unfolded, reader: FieldReader): IDataObject {
	const [decides] = fields;
	const given = reader.pick(...fields);
	return given[decides] === undefined
		? {}
		: { [group]: { ...given, ...reader.collection(others.name) } };
}

/** What is asked for in another unit, as it is declared. */
function inDeclaredUnits(
	given: IDataObject,
	shown: Readonly<Record<string, Shown | undefined>>,
): IDataObject {
	const read = { ...given };
	for (const [name, { inUnit } = {}] of Object.entries(shown)) {
		if (inUnit === undefined || !(inUnit.name in read)) continue;
		const value = read[inUnit.name];
		// What is no number at all the worker's parser says so of.
		read[name] = isOneValue(value) ? Math.round(Number(value) * inUnit.times) : value;
		delete read[inUnit.name];
	}
	return read;
}
