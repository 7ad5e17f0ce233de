import { readInput } from '../../../../worker/src/fields/inputs.ts';
import { attempt } from '../../../../worker/src/outcome.ts';
import { launchInput } from '../../../../worker/src/campaigns/launch/input/launchInput.ts';

const CAMPAIGN = { name: 'Spring', objective: 'AWARENESS' };
const GROUP = { name: 'US', billableEvent: 'IMPRESSION', locations: 'US' };
const PIN = '813744226420795884';
const FORM = { flatNames: ['campaign', 'adGroups'] };

const flat = (more: object) => ({
	...CAMPAIGN,
	adGroupName: 'US',
	billableEvent: 'IMPRESSION',
	locations: 'US',
	pinIds: PIN,
	...more,
});
const nested = (campaign: object, group: object, ads: object[] = [{ pinId: PIN }]) => ({
	campaign: { ...CAMPAIGN, ...campaign },
	adGroups: [{ ...GROUP, ...group, ads }],
	...FORM,
});

const read = async (input: unknown) =>
	await attempt(Promise.resolve().then(() => readInput(launchInput, input)));
const said = async (input: unknown) => {
	const outcome = await read(input);
	return outcome.ok ? outcome.record : outcome.error.message;
};

describe('a launch in the flat form and the same one in levels, named as a form shows it', () => {
	it.each<[string, object, object]>([
		['nothing', flat({}), nested({}, {})],
		['Name', flat({ name: [], objective: 'x' }), nested({ name: [], objective: 'x' }, {})],
		['Daily Spend Cap', flat({ dailySpendCap: 'much' }), nested({ dailySpendCap: 'much' }, {})],
		['Ad Group Name', flat({ adGroupName: [] }), nested({}, { name: [] })],
		['Budget', flat({ budget: 'much' }), nested({}, { budget: 'much' })],
		['Keywords 1.', flat({ keywords: ['[sofa'] }), nested({}, { keywords: ['[sofa'] })],
		['Pin', flat({ pinIds: '' }), nested({}, {}, [])],
		['Pin 2.', flat({ pinIds: [PIN, 'x'] }), nested({}, {}, [{ pinId: PIN }, { pinId: 'x' }])],
		['Ad Name', flat({ adName: [] }), nested({}, {}, [{ pinId: PIN, name: [] }])],
		[
			'End Time',
			flat({ startTime: '2027-02-01', endTime: '2027-01-01' }),
			nested(
				{ startTime: '2027-02-01', endTime: '2027-01-01' },
				{ startTime: '2027-02-01', endTime: '2027-01-01' },
			),
		],
	])('give the same: %s', async (field, one, other) => {
		const [first, second] = [await said(one), await said(other)];
		expect(second).toEqual(first);
		if (field !== 'nothing') expect(first).toContain(`${field}: `);
	});
});

describe('a launch in levels', () => {
	it('has its levels named where the input does not say otherwise', async () => {
		const { flatNames, ...input } = nested({ dailySpendCap: 'much' }, { budget: 'much' });
		const message = await said(input);
		expect(flatNames).toHaveLength(2);
		expect(message).toContain('Campaign Daily Spend Cap: ');
		expect(message).toContain('Ad Groups 1. Budget: ');
	});
});
