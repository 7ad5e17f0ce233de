import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { LedgerEntry } from '../../../simulator/simulator.mts';

/** The action node of a workflow as n8n saved it in some release, and what became of it when it ran there. */
export interface SavedNode {
	/** E.g. `campaign:create, all fields`. */
	readonly title: string;
	/** As the editor saves them: what is as the form starts with is left out. */
	readonly parameters: INodeParameters;
	/** The input items' json. */
	readonly items: readonly IDataObject[];
	/** A file in the binary field "data". */
	readonly file?: string;
	readonly became: Became;
}

export interface Became {
	/** What Pinterest was asked, in order. */
	readonly requests: readonly Request[];
	/** What was handed on where Pinterest was asked nothing. */
	readonly output?: readonly unknown[];
}

export interface Request {
	/** `POST /v5/ad_accounts/…/campaigns` and so on. */
	readonly asked: string;
	readonly query?: unknown;
	readonly body?: unknown;
}

export const requestOf = ({ method, path, query, body }: LedgerEntry): Request => ({
	asked: `${method} ${path}`,
	...(Object.keys(query).length > 0 ? { query } : {}),
	...(body === undefined ? {} : { body }),
});

/** @param name of a file beside this one */
export const readFixture = <T,>(name: string): T =>
	JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as T;

/** When the nodes ran: what is relative to now is as it was. */
export const RAN_AT = Date.UTC(2026, 10, 29, 12);
