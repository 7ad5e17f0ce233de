import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field, Fields, GivenBy } from '../../../worker/src';
import type { FieldReader } from '../fieldReader';
import { propertyOf, type Shown } from './property';

/** Where the fields of a task are in its form: what is always shown, in its order, and what can be added. */
export interface Layout<F extends Fields> {
	/**
	 * Shown always: a field, a list of fields that can be added in this place, or the fields of a group one by
	 * one. Such a group is under "Options" as well, as JSON, unless it is `without`.
	 */
	readonly first: ReadonlyArray<Name<F> | Collection<Name<F>> | Unfolded<Name<F>>>;
	/** What is called "Options" and comes last; every field that has no other place is in it. */
	readonly last?: Omit<Collection<never>, 'fields'>;
	/** Fields that the form does not ask for, or not in another place. */
	readonly without?: ReadonlyArray<Name<F>>;
	/** What only the form decides, by the field's name. */
	readonly shown?: { readonly [N in Name<F>]?: Shown };
	/** Whether it changes something: what is left empty then stays as it is, and says so. */
	readonly isChange?: boolean;
}

type Name<F extends Fields> = Extract<keyof F, string>;

/** Fields that are added one by one, in the order of their labels. */
export interface Collection<N extends string> {
	readonly displayName: string;
	readonly name: string;
	readonly placeholder: string;
	readonly fields: readonly N[];
}

/**
 * A group whose fields are asked for one by one. Where the first of them is empty, the others are hidden and
 * the group is what its JSON says, else it is what they say.
 */
export interface Unfolded<N extends string> {
	readonly group: N;
	/** Of the group's fields those that are shown always, the deciding one first; the others can be added. */
	readonly fields: readonly [string, ...string[]];
	readonly others: Omit<Collection<never>, 'fields'>;
	readonly shown?: Readonly<Record<string, Shown>>;
}

type Place = string | Collection<string> | Unfolded<string>;

/** A task's form, and what was filled in: as somebody wrote it, for the worker to read. */
export interface Form<Given> {
	readonly properties: INodeProperties[];
	/** What the properties are made of. */
	readonly fields: Fields;
	read(fields: FieldReader): Given;
}

const OPTIONS = { displayName: 'Options', name: 'options', placeholder: 'Add option' };
/** Of what lists: what narrows it down. */
export const FILTERS = { displayName: 'Filters', name: 'filters', placeholder: 'Add filter' };

/** The form of a task, by the declarations of its fields. */
export function formOf<F extends Fields>(fields: F, layout: Layout<F>): Form<GivenBy<F>> {
	const { first, last = OPTIONS, without = [] } = layout;
	const placed = new Set<string>([
		...first.flatMap((one) => (typeof one === 'string' ? [one] : 'group' in one ? [] : one.fields)),
		...without,
	]);
	const rest = Object.keys(fields).filter((name) => !placed.has(name));
	const places: readonly Place[] =
		rest.length === 0 ? first : [...first, { ...last, fields: rest }];
	return {
		fields,
		properties: places.flatMap((place) =>
			typeof place === 'string'
				? shownFirst(place, fields[place], layout)
				: 'group' in place
					? unfolded(place, fields)
					: [collection(place, fields, layout.shown ?? {})],
		),
		// What people wrote is whatever they wrote: the worker's parser is what finds out.
		read: (reader) => readForm(fields, places, reader) as GivenBy<F>,
	};
}

const UNCHANGED = { name: 'Unchanged', description: 'Leave it as it is' };

function shownFirst<F extends Fields>(
	name: string,
	field: Field,
	{ shown = {}, isChange }: Layout<F>,
): INodeProperties[] {
	const own = (shown as Record<string, Shown>)[name];
	if (field.kind === 'limit') return limitProperties;
	if (!isChange || field.need !== 'optional' || field.of === 'adAccount') {
		return [propertyOf(name, field, own)];
	}
	if (field.kind === 'choice') return [propertyOf(name, field, { empty: UNCHANGED, ...own })];
	const said = own?.description ?? field.description;
	const description = `${said}${said.endsWith('.') ? '' : '.'} Empty: as it is.`;
	return [propertyOf(name, field, { ...own, description })];
}

function collection(
	{ displayName, name, placeholder, fields: names }: Collection<string>,
	fields: Fields,
	shown: Readonly<Record<string, Shown | undefined>>,
): INodeProperties {
	const options = names
		.map((one) => {
			const { displayOptions: _, ...property } = propertyOf(one, fields[one], {
				isWritten: true,
				...shown[one],
			});
			return property;
		})
		.sort(byDisplayName);
	return { displayName, name, type: 'collection', placeholder, default: {}, options };
}

function unfolded(
	{ group, fields: [decides, ...alwaysShown], others, shown = {} }: Unfolded<string>,
	fields: Fields,
): INodeProperties[] {
	const own = fields[group].fields ?? {};
	const added = Object.keys(own).filter((name) => ![decides, ...alwaysShown].includes(name));
	const rest = [
		...alwaysShown.map((name) => propertyOf(name, own[name], shown[name])),
		collection({ ...others, fields: added }, own, shown),
	];
	return [
		propertyOf(decides, own[decides], shown[decides]),
		...rest.map((property) => ({ ...property, displayOptions: { hide: { [decides]: [''] } } })),
	];
}

export const byDisplayName = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en', { sensitivity: 'base' });

function readForm(fields: Fields, places: readonly Place[], reader: FieldReader): IDataObject {
	const given: IDataObject = {};
	const groups: IDataObject = {};
	for (const place of places) {
		if (typeof place !== 'string') {
			if ('group' in place) Object.assign(groups, readUnfolded(place, reader));
			else Object.assign(given, reader.collection(place.name));
		} else if (fields[place].kind === 'limit') Object.assign(given, reader.limit());
		else if (applies(fields, place, (name) => reader.value(name))) {
			Object.assign(given, reader.pick(place));
		}
	}
	return { ...given, ...groups };
}

/** Hidden fields keep what was in them. */
function readUnfolded(
	{ group, fields, others }: Unfolded<string>,
	reader: FieldReader,
): IDataObject {
	const [decides] = fields;
	const given = reader.pick(...fields);
	return given[decides] === undefined
		? {}
		: { [group]: { ...given, ...reader.collection(others.name) } };
}

/** Whether a field applies, by the values of the others: one that is hidden keeps what was in it. */
export const applies = (
	fields: Fields,
	name: string,
	valueOf: (name: string) => unknown,
): boolean =>
	Object.entries(fields[name].appliesWhen ?? {}).every(([other, values]) => {
		const value = valueOf(other);
		if (values === 'given') return value !== '';
		const chosen = [value === '' ? fields[other].preset : value].flat().map(bare);
		return values.some((word) => chosen.includes(bare(word)));
	});

/** An expression may spell a choice otherwise: the worker's parser takes that too. */
const bare = (word: unknown): string =>
	String(word)
		.toLowerCase()
		.replace(/[\s_-]+/g, '');

/** For Get Many. */
const limitProperties: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];
