import type { Field, Words } from './field';

/** What every kind may say of itself. */
export interface Options<SentAs extends string, Cleared> extends Words {
	readonly sentAs?: SentAs;
	/** What is sent to take its value away: null for most. */
	readonly cleared?: Cleared;
	readonly rows?: number;
	readonly unit?: string;
}

/** A field as its kind makes it: optional until `required` or `withDefault` says otherwise. */
export type Optional<Given, Read, SentAs extends string, Cleared> = Field<
	Given,
	Read,
	'optional',
	SentAs,
	Read,
	Cleared
>;
