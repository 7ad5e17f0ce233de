import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { withoutUndefined } from '../../../worker/src/campaigns/body.ts';
import { objectOf, textField, numberField } from '../../../worker/src/client/readers.ts';
import { eventField, tableOf } from '../../../worker/src/conversions/event/eventField.ts';
import type {
	AdCreate,
	AdGroupUpdate,
	AudienceCreate,
	Campaign,
	CampaignCreate,
	ConversionEvent,
	CustomData,
	CustomerListUpdate,
	KeywordsUpdate,
	ReportRequest,
	UserData,
} from '../../../worker/src/pinterest/types.ts';
import { root } from '../../../scripts/paths.mts';

describe('the types of Pinterest’s requests and answers', () => {
	it('are those of the description in the repository', () => {
		const main = join(root, 'scripts/api-types/main.mts');
		const { stderr, status } = spawnSync(process.execPath, [main, '--check'], { encoding: 'utf8' });
		expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
	});

	it('are gone when the code runs', () => {
		expect(withoutUndefined<CampaignCreate>(CAMPAIGN)).toEqual(CAMPAIGN);
	});
});

// What follows is for the compiler (`npm run lint`), which wants an error wherever one is expected; jest does
// not look at types.

const CAMPAIGN: CampaignCreate = {
	ad_account_id: '1',
	name: 'Autumn',
	objective_type: 'AWARENESS',
	status: 'PAUSED',
	daily_spend_cap: 5_000_000,
};

export const misspelt = [
	// @ts-expect-error -- daily_spend_cap
	{ ...CAMPAIGN, dailySpendCap: 1 } satisfies CampaignCreate,
	// @ts-expect-error -- objective_type
	{ name: 'Autumn' } satisfies CampaignCreate,
	// @ts-expect-error -- PAUSED
	{ ...CAMPAIGN, status: 'PAUSE' } satisfies CampaignCreate,
	// @ts-expect-error -- an amount is a number
	{ ...CAMPAIGN, lifetime_spend_cap: '5000000' } satisfies CampaignCreate,
	// @ts-expect-error -- bid_in_micro_currency
	{ id: '2', bid_micro_currency: 1 } satisfies AdGroupUpdate,
	// @ts-expect-error -- whose?
	{ name: 'Autumn' } satisfies AdGroupUpdate,
	// @ts-expect-error -- AUDIENCE_INCLUDE
	{ id: '2', targeting_spec: { AUDIENCES_INCLUDE: ['3'] } } satisfies AdGroupUpdate,
	// @ts-expect-error -- pin_id
	{ ad_group_id: '2', creative_type: 'REGULAR' } satisfies AdCreate,
	// @ts-expect-error -- seed_id
	{ name: 'Like', audience_type: 'ACTALIKE', rule: { seed: ['4'] } } satisfies AudienceCreate,
	// @ts-expect-error -- REMOVE
	{ operation_type: 'DELETE', records: '' } satisfies CustomerListUpdate,
	// @ts-expect-error -- archived
	{ keywords: [{ id: '5', archive: true }] } satisfies KeywordsUpdate,
	// @ts-expect-error -- em
	{ email: [''] } satisfies UserData,
	// @ts-expect-error -- digests are lists
	{ em: '' } satisfies UserData,
];

export const misspeltWithoutUndefined = () => [
	withoutUndefined<CampaignCreate>({
		...CAMPAIGN,
		// @ts-expect-error -- tracking_urls
		tracking_url: undefined,
	}),
	// @ts-expect-error -- of what?
	withoutUndefined({ name: 'Autumn' }),
];

export const bodyOf = (): CampaignCreate =>
	withoutUndefined({
		objective_type: 'AWARENESS',
		// @ts-expect-error -- start_time
		starts_at: 0,
	});

export const report: ReportRequest = {
	start_date: '2026-01-01',
	end_date: '2026-01-31',
	granularity: 'DAY',
	level: 'CAMPAIGN',
	columns: ['SPEND_IN_DOLLAR'],
	// @ts-expect-error -- 30
	click_window_days: 31,
};

export const readers = [
	objectOf<Pick<Campaign, 'name' | 'daily_spend_cap'>>('a campaign', {
		name: textField,
		daily_spend_cap: numberField,
	}),
	objectOf<Pick<Campaign, 'name'>>('a campaign', {
		// @ts-expect-error -- name
		title: textField,
	}),
	objectOf<Pick<Campaign, 'name'>>('a campaign', {
		// @ts-expect-error -- a text
		name: numberField,
	}),
	// @ts-expect-error -- summary_status
	objectOf<Pick<Campaign, 'summary'>>('a campaign', {}),
];

const words = { label: 'Number of Items', description: 'How many products' };
const eventFieldAs = eventField<number>();

export const fields = [
	tableOf<CustomData>({
		numItems: eventFieldAs('number', () => 1, { ...words, sentAs: 'num_items' }),
	}),
	tableOf<CustomData>({
		// @ts-expect-error -- num_items
		numItems: eventFieldAs('number', () => 1, { ...words, sentAs: 'number_of_items' }),
	}),
	tableOf<CustomData>({
		// @ts-expect-error -- a number
		numItems: eventFieldAs('number', () => '1', { ...words, sentAs: 'num_items' }),
	}),
	tableOf<ConversionEvent>({
		// @ts-expect-error -- opt_out
		optOut: eventFieldAs('flag', () => true, { ...words, sentAs: 'optOut' }),
	}),
];
