import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../../worker/src';
import type { Shown } from './property';

/** Where the fields of a task are in its form: what is always shown, in its order, and what can be added. */
export interface Layout<F extends Fields, Without extends NameOf<F> = never> {
	/** Shown always. */
	readonly first: ReadonlyArray<Place<NameOf<F>>>;
	/** What is called "Options" and comes last; every field that has no other place is in it. */
	readonly last?: Omit<Collection<never>, 'fields'>;
	/** Fields that the form does not ask for. */
	readonly without?: readonly Without[];
	/** What only the form decides, by the field's name. */
	readonly shown?: { readonly [N in NameOf<F>]?: Shown };
	/** Shown always since version 1.1 of the node, and in version 1 in the collection of this name. */
	readonly inVersion1?: InCollections<NameOf<F>>;
	/** Shown always in version 1 of the node (not at all if it is not in `first`), and in this collection since 1.1. */
	readonly sinceVersion1_1?: InCollections<NameOf<F>>;
	/** Whether it changes something: what is left empty then stays as it is, and says so. */
	readonly isChange?: boolean;
}

/** The names of collections, by those of fields. */
export type InCollections<N extends string = string> = { readonly [Name in N]?: string };

export type NameOf<F extends Fields> = Extract<keyof F, string>;

/**
 * One place of a form: a field, fields that can be added here, the fields of a group one by one, or a property
 * that is the form's own, which the operation reads itself.
 */
export type Place<N extends string = string> = N | Collection<N> | Unfolded<N> | INodeProperties;

/** Fields that are added one by one, in the order of their labels. */
export interface Collection<N extends string = string> {
	readonly displayName: string;
	readonly name: string;
	readonly placeholder: string;
	readonly fields: readonly N[];
}

/**
 * A group whose fields are asked for one by one. Where the first of them is empty, the others are hidden and
 * the group is what its JSON under "Options" says (unless the group is `without`), else it is what they say.
 */
export interface Unfolded<N extends string = string> {
	readonly group: N;
	/** Of the group's fields those that are shown always, the deciding one first; the others can be added. */
	readonly fields: readonly [string, ...string[]];
	readonly others: Omit<Collection<never>, 'fields'>;
	readonly shown?: Readonly<Record<string, Shown>>;
}

export const OPTIONS = { displayName: 'Options', name: 'options', placeholder: 'Add option' };
/** Of what lists: what narrows it down. */
export const FILTERS = { displayName: 'Filters', name: 'filters', placeholder: 'Add filter' };

export const isOwn = (place: Exclude<Place, string>): place is INodeProperties => 'type' in place;
export const isUnfolded = (place: Exclude<Place, string>): place is Unfolded => 'group' in place;
