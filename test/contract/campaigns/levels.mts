import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import {
	createAdGroups,
	createAds,
	createCampaigns,
	type Outcome,
	type WorkerContext,
} from '../../../worker/src/index.ts';

export type Made = Outcome<{ readonly id: string; readonly recovered?: true }>;

/** One of the three levels of a campaign: how it is created, and what of it is at the simulator. */
interface Level {
	readonly operationId: string;
	readonly listId: string;
	create(context: WorkerContext, inputs: readonly unknown[]): Promise<readonly Made[]>;
	input(name: string): Record<string, unknown>;
	held(): ReadonlyArray<Record<string, unknown>>;
}

export const levelsOn = (on: { readonly simulator: Simulator }): Level[] => [
	{
		operationId: 'campaigns/create',
		listId: 'campaigns/list',
		create: createCampaigns,
		input: (name) => ({ name, objective: 'CONSIDERATION' }),
		held: () => on.simulator.state().campaigns,
	},
	{
		operationId: 'ad_groups/create',
		listId: 'ad_groups/list',
		create: createAdGroups,
		input: (name) => ({
			name,
			campaignId: SEED.campaigns.running,
			billableEvent: 'CLICKTHROUGH',
			locations: 'US',
		}),
		held: () => on.simulator.state().adGroups,
	},
	{
		operationId: 'ads/create',
		listId: 'ads/list',
		create: createAds,
		input: (name) => ({ name, adGroupId: SEED.adGroups.running, pinId: SEED.pins.image }),
		held: () => on.simulator.state().ads,
	},
];
