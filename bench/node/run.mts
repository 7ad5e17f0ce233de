// One item through the built node and through n8n's HTTP Request node, in turn, in n8n's own execution context.
// node run.mts <folder of the unpacked package> <server> <rounds>, NODE_PATH naming n8n's modules; prints a Measured.
import { join } from 'node:path';
import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { executionOf, load } from './execution.mts';

/** The middle of many calls, in milliseconds. */
export interface Round {
	readonly ours: number;
	readonly http: number;
	readonly fetched: number;
	/** What n8n does before: the workflow of this one node is loaded. */
	readonly oursLoaded: number;
	readonly httpLoaded: number;
}

export interface Measured {
	readonly all: readonly Round[];
	/** Of each, the ones to warm up among them. */
	readonly calls: number;
}

const WARM_UP = 300;
const CALLS = 200;
const AD_ACCOUNT = '549755885175';
const CAMPAIGN = '626735565838';

const [folder, server, rounds] = process.argv.slice(2);
const { PinterestAdsApi } = load(
	join(folder, 'dist/credentials/PinterestAdsApi.credentials.js'),
) as {
	PinterestAdsApi: new () => ICredentialType;
};
const { PinterestAds } = load(join(folder, 'dist/nodes/PinterestAds/PinterestAds.node.js')) as {
	PinterestAds: new () => INodeType;
};
const { HttpRequest } = load('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js') as {
	HttpRequest: new () => IVersionedNodeType;
};
const credential = {
	type: new PinterestAdsApi(),
	data: { environment: 'custom', apiBaseUrl: server, accessToken: 'bench' },
};
const pinterestAds = new PinterestAds();
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const ours = executionOf(
	'n8n-nodes-pinterest-ads.pinterestAds',
	pinterestAds,
	pinterestAds.description.defaultVersion ?? 1,
	{
		...{ authentication: 'accessToken', resource: 'campaign', operation: 'get' },
		...{ adAccountId: byId(AD_ACCOUNT), campaignId: byId(CAMPAIGN) },
	},
	credential,
);
const url = `${server}/ad_accounts/${AD_ACCOUNT}/campaigns/${CAMPAIGN}`;
const httpRequest = new HttpRequest();
const http = executionOf(
	'n8n-nodes-base.httpRequest',
	httpRequest.getNodeType(),
	httpRequest.currentVersion,
	{
		...{ method: 'GET', url, options: {} },
		...{ authentication: 'predefinedCredentialType', nodeCredentialType: 'pinterestAdsApi' },
	},
	credential,
);

const one = async ({ run }: typeof ours) => {
	const [item] = await run();
	if (item.json.id !== CAMPAIGN) throw new Error(JSON.stringify(item));
};
const TASKS: Readonly<Record<keyof Round, () => unknown>> = {
	ours: async () => await one(ours),
	http: async () => await one(http),
	fetched: async () =>
		await (await fetch(url, { headers: { authorization: 'Bearer bench' } })).json(),
	oursLoaded: () => ours.load(),
	httpLoaded: () => http.load(),
};
const NAMES = Object.keys(TASKS) as ReadonlyArray<keyof Round>;

/** In turn, so that what else the machine does strikes all of them. */
async function round(calls: number): Promise<Round> {
	const times = new Map(NAMES.map((name): [keyof Round, number[]] => [name, []]));
	for (let call = 0; call < calls; call++) {
		for (const [name, taken] of times) {
			const began = performance.now();
			await TASKS[name]();
			taken.push(performance.now() - began);
		}
	}
	const middles = [...times].map(([name, taken]) => [name, middle(taken)]);
	return Object.fromEntries(middles) as unknown as Round;
}

const middle = (taken: readonly number[]) => taken.toSorted((a, b) => a - b)[taken.length >> 1];

await round(WARM_UP);
const all: Round[] = [];
for (let n = 0; n < Number(rounds); n++) all.push(await round(CALLS));
const calls = WARM_UP + all.length * CALLS;
console.log(JSON.stringify({ all, calls } satisfies Measured));
process.exit(0);
