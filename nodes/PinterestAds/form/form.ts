import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field, Fields, GivenBy } from '../../../worker/src';
import type { FieldReader } from '../fieldReader';
import { propertyOf, type Shown } from './property';

/** Where the fields of a task are in its form: what is always shown, in its order, and what can be added. */
export interface Layout<F extends Fields> {
	/** Shown always: a field, or a list of fields that can be added in this place. */
	readonly first: ReadonlyArray<Name<F> | Collection<Name<F>>>;
	/** What is called "Options" and comes last; every field that has no other place is in it. */
	readonly last?: Omit<Collection<never>, 'fields'>;
	/** Fields that the form does not ask for. */
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

/** A task's form, and what was filled in: as somebody wrote it, for the worker to read. */
export interface Form<Given> {
	readonly properties: INodeProperties[];
	read(fields: FieldReader): Given;
}

const OPTIONS = { displayName: 'Options', name: 'options', placeholder: 'Add option' };

/** The form of a task, by the declarations of its fields. */
export function formOf<F extends Fields>(fields: F, layout: Layout<F>): Form<GivenBy<F>> {
	const { first, last = OPTIONS, without = [] } = layout;
	const placed = new Set<string>([
		...first.flatMap((one) => (typeof one === 'string' ? [one] : one.fields)),
		...without,
	]);
	const rest = Object.keys(fields).filter((name) => !placed.has(name));
	const places: ReadonlyArray<string | Collection<string>> =
		rest.length === 0 ? first : [...first, { ...last, fields: rest }];
	return {
		properties: places.flatMap((place) =>
			typeof place === 'string'
				? shownFirst(place, fields[place], layout)
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
			const { displayOptions, ...property } = propertyOf(one, fields[one], {
				isWritten: true,
				...shown[one],
			});
			return shown[one]?.isOfferedWhenItApplies
				? { ...property, displayOptions: fromOutside(displayOptions) }
				: property;
		})
		.sort(byDisplayName);
	return { displayName, name, type: 'collection', placeholder, default: {}, options };
}

/** From within a collection n8n finds the other fields by a slash before their names. */
const fromOutside = ({ show = {}, hide = {} }: INodeProperties['displayOptions'] = {}) =>
	Object.fromEntries(
		Object.entries({ show, hide })
			.filter(([, others]) => Object.keys(others).length > 0)
			.map(([how, others]) => [
				how,
				Object.fromEntries(Object.entries(others).map(([name, values]) => [`/${name}`, values])),
			]),
	) as INodeProperties['displayOptions'];

export const byDisplayName = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en', { sensitivity: 'base' });

function readForm(
	fields: Fields,
	places: ReadonlyArray<string | Collection<string>>,
	reader: FieldReader,
): IDataObject {
	const given: IDataObject = {};
	// An expression takes its time.
	const others = new Map<string, unknown>();
	const valueOf = (name: string) => {
		if (!others.has(name)) others.set(name, reader.value(name));
		return others.get(name);
	};
	for (const place of places) {
		if (typeof place !== 'string') Object.assign(given, reader.collection(place.name));
		else if (fields[place].kind === 'limit') Object.assign(given, reader.limit());
		else if (applies(fields[place], valueOf)) Object.assign(given, reader.pick(place));
	}
	return given;
}

/** A hidden field keeps what was in it. */
const applies = ({ appliesWhen = {} }: Field, valueOf: (name: string) => unknown): boolean =>
	Object.entries(appliesWhen).every(([other, values]) => {
		const value = valueOf(other);
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
