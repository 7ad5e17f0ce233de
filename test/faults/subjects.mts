import type { INodeParameters } from 'n8n-workflow';
import { RESOURCES } from '../../nodes/PinterestAds/resources/registry.ts';
import { SEED } from '../../simulator/simulator.mts';
import { EXAMPLES, type Example } from '../core/outputs/examples.mts';

/** An operation of the node, run in one way. */
export interface Subject {
	/** As `resource:operation`. */
	readonly operation: string;
	/** The same, with a number where there are several ways. */
	readonly name: string;
	readonly example: Example;
	/** Whether it may be run again after whatever end, and completes what was begun. */
	readonly resumes: boolean;
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const three = (name: string) => [1, 2, 3].map((n) => ({ [name]: `${name} ${n}` }));
const NAMED: INodeParameters = { name: '={{ $json.name }}' };
const { campaigns, adGroups, pins, catalogProductGroups } = SEED;

/** Ways that the examples of outputs have no need of: several items at once, and what only some people use. */
const FURTHER: Readonly<Record<string, readonly Example[]>> = {
	'ad:create': [
		{
			parameters: { adGroupId: byId(adGroups.running), pinId: byId('={{ $json.pin }}') },
			items: [pins.image, pins.image2, pins.product].map((pin) => ({ pin })),
		},
	],
	'adGroup:create': [
		{
			parameters: { ...NAMED, campaignId: byId(campaigns.running), budget: '5000000' },
			items: three('name'),
		},
	],
	'api:call': [
		{ parameters: { path: '/ad_accounts/{ad_account_id}/campaigns', answer: 'elements' } },
		{
			parameters: {
				...{ method: 'POST', path: '/ad_accounts/{ad_account_id}/campaigns', unsafe: true },
				body: JSON.stringify([
					{
						...{ ad_account_id: SEED.adAccountId, name: 'Called', status: 'PAUSED' },
						objective_type: 'AWARENESS',
					},
				]),
			},
		},
	],
	'campaign:create': [
		{ parameters: NAMED, items: three('name') },
		{ parameters: { name: 'Named twice' } },
	],
	'campaign:launch': [
		{
			parameters: {
				...{ name: 'Catalog', objective: 'CATALOG_SALES', dailySpendCap: '20000000' },
				...{ promotes: 'productGroups', productGroupId: byId(catalogProductGroups.lamps) },
				...{ locations: 'US', budget: '5000000', bid: '1000000' },
			},
		},
	],
	'conversion:send': [
		{
			parameters: {
				...{ eventName: 'checkout', eventId: '={{ $json.id }}', value: '4' },
				email: '={{ $json.id.replace(" ", "") }}@example.com',
			},
			items: three('id'),
		},
	],
	'lead:export': [{ parameters: { adId: byId(SEED.leadAdId) } }],
};

/** Which asks Pinterest nothing, or n8n's own credentials, whose ways are tested in test/core/credentials. */
export const NOT_STRUCK: Readonly<Record<string, string>> = {
	'audience:extractRecords': 'asks Pinterest nothing',
	'connection:disconnect': 'asks Pinterest nothing',
	'connection:refresh': 'renews by n8n’s credential: see test/core/credentials',
	'conversion:prepare': 'asks Pinterest nothing',
	'workflow:install': 'asks n8n, round by round',
};

/** What docs/ promises can be run again after a failure of whatever kind. */
const RESUMES = /:(?:sync|launch|duplicate|send|get\w*|update\w*|removeRecords|check|diagnose)$/;

export const OPERATIONS: readonly string[] = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((operation) => `${value}:${operation.value}`),
);

export const SUBJECTS: readonly Subject[] = OPERATIONS.filter(
	(operation) => !Object.hasOwn(NOT_STRUCK, operation),
).flatMap((operation) => {
	const ways = [...(EXAMPLES[operation] ?? []), ...(FURTHER[operation] ?? [])];
	return ways.map((example, n) => ({
		...{ operation, example },
		name: ways.length > 1 ? `${operation} ${n + 1}` : operation,
		resumes: RESUMES.test(operation),
	}));
});

export const subjectNamed = (name: string): Subject => {
	const found = SUBJECTS.find((subject) => subject.name === name);
	if (!found) throw new Error(`There is no ${name}: ${SUBJECTS.map((one) => one.name).join(', ')}`);
	return found;
};
