import type { INodeProperties } from 'n8n-workflow';
import type { Field, Fields, GivenBy } from '../../../worker/src';
import type { FieldReader } from '../fieldReader';
import { fixedCollectionOf, isFixedCollection } from './fixedCollection';
import {
	isOwn,
	isUnfolded,
	OPTIONS,
	type Collection,
	type InCollections,
	type Layout,
	type NameOf,
	type Place,
	type Unfolded,
} from './layout';
import { limitProperties } from './limit';
import { isPickedInCollections } from './locator';
import { byDisplayName, propertyOf, type Shown } from './property';
import { readForm } from './reading';
import { sortProperty } from './sort';
import { inVersion1, sinceVersion1_1 } from './versions';

export { FILTERS } from './layout';

/** A task's form, and what was filled in: as somebody wrote it, for the worker to read. */
export interface Form<Given> {
	readonly properties: INodeProperties[];
	/** What the properties are made of. */
	readonly fields: Fields;
	read(fields: FieldReader): Given;
}

/** The form of a task, by the declarations of its fields. */
export function formOf<F extends Fields, Without extends NameOf<F> = never>(
	fields: F,
	layout: Layout<F, Without>,
): Form<Omit<GivenBy<F>, Without>> {
	const { first, last = OPTIONS, without = [] } = layout;
	const oneByOne = first.flatMap((place) =>
		typeof place !== 'string' && !isOwn(place) && isUnfolded(place) ? [place.group] : [],
	);
	const form: Parts = { ...layout, fields, oneByOne, shown: layout.shown ?? {} };
	const moved: InCollections = { ...layout.inVersion1, ...layout.sinceVersion1_1 };
	const placed = new Set([...first.flatMap(namesIn), ...Object.keys(moved), ...without]);
	const others = Object.keys(fields).filter((name) => !placed.has(name));
	const isSort = (name: string) => fields[name].kind === 'sort';
	const rest = others.filter((name) => !isSort(name));
	const hasLast = rest.length > 0 || Object.values(moved).includes(last.name);
	const places: readonly Place[] = [
		...first,
		...(hasLast ? [{ ...last, fields: rest }] : []),
		...others.filter(isSort),
	];
	const always = places.filter((place) => typeof place === 'string');
	return {
		fields,
		properties: places.flatMap((place) => {
			if (typeof place === 'string') return shownAlways(place, form);
			if (isOwn(place)) return [place];
			if (isUnfolded(place)) return unfolded(place, fields);
			return [collection(place, form, always)];
		}),
		// What people wrote is whatever they wrote: the worker's parser is what finds out.
		read: (reader) =>
			readForm(fields, places, form.shown, reader) as unknown as Omit<GivenBy<F>, Without>,
	};
}

/** What the properties of a form are made of. */
interface Parts extends Pick<Layout<Fields>, 'inVersion1' | 'sinceVersion1_1' | 'isChange'> {
	readonly fields: Fields;
	/** Groups whose fields are asked for one by one: only version 1 has their JSON as well. */
	readonly oneByOne?: readonly string[];
	readonly shown: Readonly<Record<string, Shown | undefined>>;
}

function namesIn(place: Place): readonly string[] {
	if (typeof place === 'string') return [place];
	return isOwn(place) || isUnfolded(place) ? [] : place.fields;
}

function shownAlways(name: string, form: Parts): INodeProperties[] {
	const properties = shownFirst(name, form);
	if (form.inVersion1?.[name]) return sinceVersion1_1(properties);
	return form.sinceVersion1_1?.[name] ? inVersion1(properties) : properties;
}

const UNCHANGED = { name: 'Unchanged', description: 'Leave it as it is' };

function shownFirst(
	name: string,
	{ fields, shown: { [name]: shown }, isChange = false }: Parts,
): INodeProperties[] {
	const field = fields[name];
	if (field.kind === 'limit') return limitProperties;
	if (field.kind === 'sort') return [sortProperty(name, field)];
	// An ad account says where the change is made and is not changed itself: empty, it is the connection's first.
	if (!isChange || field.need !== 'optional' || field.of === 'adAccount') {
		return propertiesOf(name, field, shown);
	}
	if (field.kind === 'choice') {
		return propertiesOf(name, field, { empty: UNCHANGED, ...shown });
	}
	const said = shown?.description ?? field.description;
	const description = `${said}${said.endsWith('.') ? '' : '.'} Empty: as it is.`;
	return propertiesOf(name, field, { ...shown, description });
}

/** A field as each version of the node asks for it. */
export function propertiesOf(name: string, field: Field, shown: Shown = {}): INodeProperties[] {
	const property = propertyOf(name, field, shown);
	const { displayOptions, description } = property;
	if (!isFixedCollection(field)) return [property];
	// What is several fields, or several of a kind, is JSON in version 1.
	const oneByOne = { ...fixedCollectionOf(name, field), description };
	return [
		...inVersion1([property]),
		...sinceVersion1_1([displayOptions ? { ...oneByOne, displayOptions } : oneByOne]),
	];
}

/** @param always the fields outside of it, which may be conditions */
function collection(
	{ displayName, name, placeholder, fields: own }: Collection,
	form: Parts,
	always: readonly string[],
): INodeProperties {
	const inside = (names: readonly string[]) =>
		names.flatMap((one) => {
			const appliesWhen = fromInside(form.fields[one], always);
			const field = { ...form.fields[one], appliesWhen };
			const isWritten = !isPickedInCollections(field);
			const properties = propertiesOf(one, field, { isWritten, ...form.shown[one] });
			return form.oneByOne?.includes(one) ? inVersion1(properties) : properties;
		});
	const options = [
		...inside(own),
		...inVersion1(inside(movedInto(name, form.inVersion1))),
		...sinceVersion1_1(inside(movedInto(name, form.sinceVersion1_1))),
	].sort(byDisplayName);
	return { displayName, name, type: 'collection', placeholder, default: {}, options };
}

const movedInto = (name: string, moved: InCollections = {}): string[] =>
	Object.keys(moved).filter((field) => moved[field] === name);

/** What may be added itself is no condition: a field could not be added before it. */
function fromInside({ appliesWhen = {} }: Field, always: readonly string[]) {
	const outside = Object.entries(appliesWhen).filter(([other]) => always.includes(other));
	if (outside.length === 0) return undefined;
	return Object.fromEntries(outside.map(([other, values]) => [`/${other}`, values]));
}

function unfolded(
	{ group, fields: [decides, ...alwaysShown], others, shown = {} }: Unfolded,
	fields: Fields,
): INodeProperties[] {
	const own = fields[group].fields ?? {};
	const form = { fields: own, shown };
	const added = Object.keys(own).filter((name) => ![decides, ...alwaysShown].includes(name));
	const rest = [
		...alwaysShown.map((name) => propertyOf(name, own[name], shown[name])),
		collection({ ...others, fields: added }, form, []),
	];
	return [
		propertyOf(decides, own[decides], shown[decides]),
		...rest.map((property) => ({ ...property, displayOptions: { hide: { [decides]: [''] } } })),
	];
}
