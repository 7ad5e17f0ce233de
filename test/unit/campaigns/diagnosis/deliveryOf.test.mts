import { deliveryOf } from '../../../../worker/src/campaigns/diagnosis/findings/deliveryFindings.ts';

const NOW = { now: 1_790_000_000, currency: 'USD' };
const adGroup = {
	...{ id: '8', campaign_id: '7', status: 'ACTIVE', billable_event: 'CLICKTHROUGH' },
	...{ budget_in_micro_currency: 25_000_000, bid_in_micro_currency: 2_000_000 },
};
const campaign = (objective_type: string, more: object = {}) => ({
	...{ id: '7', status: 'ACTIVE', objective_type },
	...more,
});
const verdict = (objective: string, more: object = {}, groups: object[] = [adGroup]) =>
	deliveryOf(NOW, campaign(objective, more), groups as Array<typeof adGroup>, []);

it('a campaign that sells from a catalog is not said to be without ads, and may deliver', () => {
	expect(verdict('CATALOG_SALES')).toEqual({ canDeliver: true, findings: [] });
});

it('any other one without ads cannot deliver', () => {
	expect(verdict('CONSIDERATION')).toMatchObject({
		canDeliver: false,
		findings: [{ reason: 'no_ads' }],
	});
});

it('a catalog’s campaign cannot deliver where it is paused, or has no ad group that is on', () => {
	expect(verdict('CATALOG_SALES', { status: 'PAUSED' }).canDeliver).toBe(false);
	expect(verdict('CATALOG_SALES', {}, []).canDeliver).toBe(false);
	expect(verdict('CATALOG_SALES', {}, [{ ...adGroup, status: 'PAUSED' }]).canDeliver).toBe(false);
});
