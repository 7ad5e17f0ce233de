import type { IDataObject, INodeType } from 'n8n-workflow';
import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import { CredentialStore, executeFunctions } from '../harness.mts';
import { RAN_AT, requestOf, type Became, type SavedNode } from './fixtures.mts';

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
