import type { JsonObject } from '../../client/readers';
import type { Naming } from '../event/eventIssues';

/** A document of some shape, as the one input that events are read from. */
export interface Translation {
	readonly fields: JsonObject;
	/** What the document calls the fields. */
	readonly nameOf: Naming;
	readonly warnings: readonly string[];
	/** Whether it is an event as Pinterest takes it, whose time has been settled before. */
	readonly settled?: boolean;
	/** Whether, moreover, everything about the person is hashed: its amounts have been read before. */
	readonly isPrepared?: boolean;
	/** Of an order that is not paid, or not any more: why. */
	readonly unpaid?: readonly string[];
	/** Where the order's phone numbers are from, as the document has it: they may lack the country code. */
	readonly phoneCountry?: unknown;
	/** What comes between name and order in an Event ID that is made here; a colon unless it is said. */
	readonly idJoint?: string;
}

/** An event or an order as its sender writes it. */
export type Document = JsonObject;

/** Of its kind, but nothing was bought: a draft, say. Why, in one sentence. */
export interface NotBought {
	readonly notBought: string;
}

/** Makes one input of a document, or tells in one sentence why it is none of its kind. */
export type Shape = (document: Document) => Translation | NotBought | string;
