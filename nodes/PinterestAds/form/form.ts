import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field, Fields, GivenBy } from '../../../worker/src';
import type { FieldReader } from '../fieldReader';
import { propertyOf, type Shown } from './property';

/** Where the fields of a task are in its form: what is always shown, in its order, and what can be added. */
export interface Layout<F extends Fields, Without extends Name<F> = never> {
	/** Shown always: a field, a list of fields that can be added in this place, or what is the form's own. */
	readonly first: ReadonlyArray<Place<Name<F>>>;
	/** What is called "Options" and comes last; every field that has no other place is in it. */
	readonly last?: Omit<Collection<never>, 'fields'>;
	/** Fields that the form does not ask for. */
	readonly without?: readonly Without[];
	/** What only the form decides, by the field's name. */
	readonly shown?: { readonly [N in Name<F>]?: Shown };
	/** Whether it changes something: what is left empty then stays as it is, and says so. */
	readonly isChange?: boolean;
}

type Name<F extends Fields> = Extract<keyof F, string>;
/** What is the form's own, the operation reads itself. */
type Place<N extends string> = N | Collection<N> | INodeProperties;

/** Fields that are added one by one, in the order of their labels. */
export interface Collection<N extends string> {
	readonly displayName: string;
	readonly name: string;
	readonly placeholder: string;
	readonly fields: readonly N[];
}

/** A task's form, and what was filled in: as somebody wrote it, for the worker to read. */
export interface Form<Given> {
	readonly properties: INodeProperties[];
	read(fields: FieldReader): Given;
}

const OPTIONS = { displayName: 'Options', name: 'options', placeholder: 'Add option' };

/** The form of a task, by the declarations of its fields. */
export function formOf<F extends Fields, Without extends Name<F> = never>(
	fields: F,
	layout: Layout<F, Without>,
): Form<Omit<GivenBy<F>, Without>> {
	const { first, last = OPTIONS, without = [] } = layout;
	const shown: ShownByName = layout.shown ?? {};
	const placed = new Set<string>([...first.flatMap(namesIn), ...without]);
	const rest = Object.keys(fields).filter((name) => !placed.has(name));
	const places: ReadonlyArray<Place<string>> =
		rest.length === 0 ? first : [...first, { ...last, fields: rest }];
	const always = places.filter((place) => typeof place === 'string');
	return {
		properties: places.flatMap((place) => {
			if (typeof place === 'string') return shownFirst(place, fields[place], layout);
			return isOwn(place) ? [place] : [collection(place, fields, shown, always)];
		}),
		// What people wrote is whatever they wrote: the worker's parser is what finds out.
		read: (reader) =>
			inDeclaredUnits(readForm(fields, places, reader), shown) as unknown as Omit<
				GivenBy<F>,
				Without
			>,
	};
}

type ShownByName = Readonly<Record<string, Shown | undefined>>;

const isOwn = (place: Place<string>): place is INodeProperties =>
	typeof place !== 'string' && !('fields' in place);

const namesIn = (place: Place<string>): readonly string[] =>
	typeof place === 'string' ? [place] : isOwn(place) ? [] : place.fields;

const UNCHANGED = { name: 'Unchanged', description: 'Leave it as it is' };

function shownFirst<F extends Fields>(
	name: string,
	field: Field,
	{ shown = {}, isChange }: Pick<Layout<F>, 'shown' | 'isChange'>,
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
	shown: ShownByName,
	always: readonly string[],
): INodeProperties {
	const options = names
		.map((one) => {
			const field = { ...fields[one], appliesWhen: fromInside(fields[one], always) };
			return propertyOf(one, field, { isWritten: true, ...shown[one] });
		})
		.sort(byDisplayName);
	return { displayName, name, type: 'collection', placeholder, default: {}, options };
}

/** What may be added itself is no condition: a field could not be added before it. */
function fromInside({ appliesWhen = {} }: Field, always: readonly string[]) {
	const outside = Object.entries(appliesWhen).filter(([other]) => always.includes(other));
	if (outside.length === 0) return undefined;
	return Object.fromEntries(outside.map(([other, values]) => [`/${other}`, values]));
}

export const byDisplayName = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en', { sensitivity: 'base' });

function readForm(
	fields: Fields,
	places: ReadonlyArray<Place<string>>,
	reader: FieldReader,
): IDataObject {
	const given: IDataObject = {};
	for (const place of places) {
		if (isOwn(place)) continue;
		if (typeof place !== 'string') Object.assign(given, reader.collection(place.name));
		else if (fields[place].kind === 'limit') Object.assign(given, reader.limit());
		else if (applies(fields[place], reader)) Object.assign(given, reader.pick(place));
	}
	return given;
}

/** What is asked for in another unit, as it is declared. */
function inDeclaredUnits(given: IDataObject, shown: ShownByName): IDataObject {
	const read = { ...given };
	for (const [name, { inUnit } = {}] of Object.entries(shown)) {
		if (inUnit === undefined || !(inUnit.name in read)) continue;
		read[name] = Math.round(Number(read[inUnit.name]) * inUnit.times);
		delete read[inUnit.name];
	}
	return read;
}

/** A hidden field keeps what was in it. */
const applies = ({ appliesWhen = {} }: Field, reader: FieldReader): boolean =>
	Object.entries(appliesWhen).every(([other, values]) => {
		const value = reader.value(other);
		return values === 'given' ? value !== '' : values.includes(String(value));
	});

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
