import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import { CredentialStore, executeFunctions } from '../harness.mts';

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

interface Request {
	/** `POST /v5/campaigns` and so on. */
	readonly asked: string;
	readonly query?: unknown;
	readonly body?: unknown;
}

export const readFixture = <T,>(name: string): T =>
	JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as T;

/** When the nodes ran: what is relative to now is as it was. */
export const RAN_AT = Date.UTC(2026, 10, 29, 12);

/** Audiences that the saved nodes name: of visitors, and of a customer list. */
export const AUDIENCES = ['2542620905475', '2542620905476'];
export const LIST = '2542620905477';
const CUSTOMER_LIST = '643004001';

/** Runs a saved node against a simulator in which there is the same as when it was saved. */
export async function run(
	simulator: Simulator,
	nodeType: INodeType,
	{ parameters, items, file }: Omit<SavedNode, 'became'>,
): Promise<Became> {
	simulator.reset();
	simulator.setNow(RAN_AT, true);
	const createdAt = RAN_AT - 30 * 24 * 3_600_000;
	const ofList = { audience_type: 'CUSTOMER_LIST', rule: { customer_list_id: CUSTOMER_LIST } };
	simulator.plant({
		audiences: [
			...AUDIENCES.map((id) => ({ id, name: `Visitors ${id}`, createdAt })),
			{ id: LIST, name: 'Customers', createdAt, ...ofList },
		],
		customerLists: [{ id: CUSTOMER_LIST, members: ['joe@example.com'] }],
	});
	const store = new CredentialStore();
	const credential = store.add('pinterestAdsApi', {
		environment: 'custom',
		apiBaseUrl: simulator.url,
		accessToken: SEED.tokens.access,
	});
	const files = file === undefined ? undefined : [{ name: 'contacts.csv', content: file }];
	const functions = executeFunctions(
		{ store, credential, typeVersion: 1, parameters, items, files, continueOnFail: true },
		nodeType,
	);
	const outputs = (await nodeType.execute?.call(functions)) as Array<Array<{ json: IDataObject }>>;
	const requests = simulator.ledger().map(requestOf);
	const output = outputs[0].map(({ json }) => json);
	return requests.length > 0 ? { requests } : { requests, output };
}

function requestOf({
	method,
	path,
	query,
	body,
}: ReturnType<Simulator['ledger']>[number]): Request {
	return {
		asked: `${method} ${path}`,
		...(Object.keys(query).length > 0 ? { query } : {}),
		...(body === undefined ? {} : { body }),
	};
}
