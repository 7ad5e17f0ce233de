import { askForUpdate } from '../../../../worker/src/automation/assistant/index.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const MAIN = {
	...{ connection_key: 'main', status: 'active', ad_account_id: '549755885175' },
	max_daily_budget: 50,
};
const CAMPAIGN = { campaign_id: '626735565838000001' };
const AD_GROUP = { ad_group_id: '2680059592705' };
const ask = (asked: object, connections: readonly object[] = [MAIN]) =>
	askForUpdate(connections, { asked }, { ceilingPlace: 'the ceiling', now: NOW });

it('what a person is asked about a change says what would be different, and only that is sent', () => {
	const row = ask({ ...CAMPAIGN, status: 'paused', name: ' Autumn ', daily_spend_cap: '20' });
	expect(row).toMatchObject({ kind: 'update', status: 'waiting', ...CAMPAIGN });
	expect(row.summary?.split('\n')).toEqual([
		'Change the campaign 626735565838000001:',
		'Pause it',
		'Call it “Autumn”',
		'Let it spend at most 20 a day',
	]);
	expect(row.update).toEqual({
		...{ ...CAMPAIGN, ad_group_id: '', ad_account_id: '549755885175' },
		...{ status: 'PAUSED', name: 'Autumn', daily_spend_cap: '20', budget: '', bid: '' },
	});
	expect(ask({ ...CAMPAIGN, name: 'Autumn' }).update).toMatchObject({
		status: '',
		daily_spend_cap: '',
	});
});

it('a change of an ad group is asked about in its own words', () => {
	const row = ask({ ...AD_GROUP, status: 'PAUSED', budget: '30', bid: '1.20' });
	expect(row).toMatchObject({ kind: 'updateAdGroup', status: 'waiting', campaign_id: '' });
	expect(row.summary?.split('\n')).toEqual([
		'Change the ad group 2680059592705:',
		'Pause it',
		'Give it a budget of 30',
		'Let it bid 1.20',
	]);
	expect(row.update).toMatchObject({ ...AD_GROUP, campaign_id: '', budget: '30', bid: '1.20' });
});

it.each(['ACTIVE', 'active', 'ARCHIVED', 'DRAFT'])(
	'nobody is asked to set the status %s',
	(status) => {
		expect(() => ask({ ...CAMPAIGN, status })).toThrow(
			/may pause what there is, and set no other status/,
		);
	},
);

it.each([
	['nothing new', CAMPAIGN, /Nothing would be different/],
	['nothing new about an ad group', AD_GROUP, /Nothing would be different/],
	['neither', { status: 'PAUSED' }, /Which campaign or ad group/],
	['both', { ...CAMPAIGN, ...AD_GROUP, status: 'PAUSED' }, /Which campaign or ad group/],
	['a budget of a campaign', { ...CAMPAIGN, budget: '20' }, /can be changed of an ad group/],
	['a bid of a campaign', { ...CAMPAIGN, bid: '1' }, /can be changed of an ad group/],
	['a cap of an ad group', { ...AD_GROUP, daily_spend_cap: '20' }, /a daily spend cap of/],
	['a budget over the ceiling', { ...AD_GROUP, budget: '50.01' }, /over the ceiling, 50\.00/],
	['two campaigns', { campaign_id: '1, 2', status: 'PAUSED' }, /Which campaign/],
	['a cap over the ceiling', { ...CAMPAIGN, daily_spend_cap: '50.01' }, /over the ceiling, 50\.00/],
	['a cap in odd spelling', { ...CAMPAIGN, daily_spend_cap: '5,000' }, /Daily spend cap: /],
	['another ad account', { ...CAMPAIGN, name: 'x', ad_account_id: '1' }, /not connected/],
])('nobody is asked about a change with %s', (_what, asked, why) => {
	expect(() => ask(asked)).toThrow(why);
});

it('nobody is asked while Pinterest is not connected, or about a cap where no ceiling is set', () => {
	expect(() => ask({ ...CAMPAIGN, name: 'x' }, [])).toThrow(/not connected/);
	const open = { ...MAIN, max_daily_budget: null };
	expect(() => ask({ ...CAMPAIGN, daily_spend_cap: '20' }, [open])).toThrow(/No ceiling/);
	expect(() => ask({ ...AD_GROUP, budget: '20' }, [open])).toThrow(/No ceiling/);
	expect(ask({ ...AD_GROUP, bid: '2' }, [open]).update.bid).toBe('2');
	const own = { ...CAMPAIGN, daily_spend_cap: '20', max_daily_budget: 30 };
	expect(ask(own, [open]).update.daily_spend_cap).toBe('20');
});
