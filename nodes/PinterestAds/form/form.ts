import type { INodeProperties } from 'n8n-workflow';
import type { Field, Fields, GivenBy } from '../../../worker/src';
import type { FieldReader } from '../fieldReader';
import {
	isOwn,
	isUnfolded,
	OPTIONS,
	type Collection,
	type Layout,
	type NameOf,
	type Place,
	type Unfolded,
} from './layout';
import { limitProperties } from './limit';
import { propertyOf, type Shown } from './property';
import { readForm } from './reading';
import { sortProperty } from './sort';

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
	const { first, last = OPTIONS, without = [], isChange = false } = layout;
	const shown: ShownByName = layout.shown ?? {};
	const placed = new Set<string>([...first.flatMap(namesIn), ...without]);
	const others = Object.keys(fields).filter((name) => !placed.has(name));
	const isSort = (name: string) => fields[name].kind === 'sort';
	const rest = others.filter((name) => !isSort(name));
	const places: readonly Place[] = [
		...first,
		...(rest.length === 0 ? [] : [{ ...last, fields: rest }]),
		...others.filter(isSort),
	];
	const always = places.filter((place) => typeof place === 'string');
	return {
		fields,
		properties: places.flatMap((place) => {
			if (typeof place === 'string') {
				return shownFirst(place, fields[place], isChange, shown[place]);
			}
			if (isOwn(place)) return [place];
			if (isUnfolded(place)) return unfolded(place, fields);
			return [collection(place, fields, shown, always)];
		}),
		// What people wrote is whatever they wrote: the worker's parser is what finds out.
		read: (reader) =>
			readForm(fields, places, shown, reader) as unknown as Omit<GivenBy<F>, Without>,
	};
}

type ShownByName = Readonly<Record<string, Shown | undefined>>;

function namesIn(place: Place): readonly string[] {
	if (typeof place === 'string') return [place];
	return isOwn(place) || isUnfolded(place) ? [] : place.fields;
}

const UNCHANGED = { name: 'Unchanged', description: 'Leave it as it is' };

function shownFirst(
	name: string,
	field: Field,
	isChange: boolean,
	shown: Shown | undefined,
): INodeProperties[] {
	if (field.kind === 'limit') return limitProperties;
	if (field.kind === 'sort') return [sortProperty(name, field)];
	// An ad account says where the change is made and is not changed itself: empty, it is the connection's first.
	if (!isChange || field.need !== 'optional' || field.of === 'adAccount') {
		return [propertyOf(name, field, shown)];
	}
	if (field.kind === 'choice') return [propertyOf(name, field, { empty: UNCHANGED, ...shown })];
	const said = shown?.description ?? field.description;
	const description = `${said}${said.endsWith('.') ? '' : '.'} Empty: as it is.`;
	return [propertyOf(name, field, { ...shown, description })];
}

/** @param always the fields outside of it, which may be conditions */
function collection(
	{ displayName, name, placeholder, fields: names }: Collection,
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

function unfolded(
	{ group, fields: [decides, ...alwaysShown], others, shown = {} }: Unfolded,
	fields: Fields,
): INodeProperties[] {
	const own = fields[group].fields ?? {};
	const added = Object.keys(own).filter((name) => ![decides, ...alwaysShown].includes(name));
	const rest = [
		...alwaysShown.map((name) => propertyOf(name, own[name], shown[name])),
		collection({ ...others, fields: added }, own, shown, []),
	];
	return [
		propertyOf(decides, own[decides], shown[decides]),
		...rest.map((property) => ({ ...property, displayOptions: { hide: { [decides]: [''] } } })),
	];
}

export const byDisplayName = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName, 'en', { sensitivity: 'base' });
