import { SEED } from '../../../simulator/simulator.mts';
import {
	createAdGroups,
	createCampaign,
	goalTagChoices,
	launchCampaign,
	updateAdGroup,
	type NewAdGroup,
} from '../../../worker/src/index.ts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);
const NEW = '2617998078301';
const BUSY = '2617998078302';

/** One that has never fired, and one on which only signups are frequent enough. */
const plantTags = () =>
	on.simulator.plant({
		conversionTags: [
			{ id: NEW, name: 'New tag', events: [] },
			{ id: BUSY, name: 'Busy tag', events: ['SIGNUP', 'LEAD'], lastFiredAt: 1_795_000_000_000 },
		],
	});
const asked = (end: string) =>
	on.simulator.ledger().filter(({ method, path }) => method === 'GET' && path.endsWith(end)).length;

describe('a goal’s list of tags', () => {
	it('has those that may be optimized for first, and says why others may not', async () => {
		plantTags();
		const { choices } = await goalTagChoices(context(), { conversionEvent: 'LEAD' });
		expect(choices).toEqual([
			{ id: SEED.conversionTagId, name: 'Example shop tag', note: 'ready for Lead' },
			{ id: BUSY, name: 'Busy tag', note: 'ready for Lead' },
			{ id: NEW, name: 'New tag', note: 'not for Lead: never fired' },
		]);
		const checkout = await goalTagChoices(context(), {
			conversionEvent: 'CHECKOUT',
			filter: 'busy',
		});
		expect(checkout.choices.map(({ note }) => note)).toEqual([
			'not for Checkout: not enough conversions yet (ready for Signup, Lead)',
		]);
	});

	it.each([undefined, '', '={{ $json.event }}'])(
		'says what each tag is ready for where the event is %j',
		async (conversionEvent) => {
			plantTags();
			const { choices } = await goalTagChoices(context(), { conversionEvent });
			expect(choices.map(({ id, note }) => [id, note])).toEqual([
				[SEED.conversionTagId, expect.stringContaining('ready for Checkout, Add to Cart')],
				[BUSY, 'ready for Signup, Lead'],
				[NEW, 'never fired'],
			]);
		},
	);

	it('does not judge an event that Pinterest’s answer cannot name', async () => {
		const { choices } = await goalTagChoices(context(), { conversionEvent: 'SUBSCRIBE' });
		expect(choices[0].note).toBe('Pinterest does not say whether it is ready for Subscribe');
	});

	it('is the plain list where Pinterest does not say which may', async () => {
		on.simulator.addFault({
			...{ match: { operationId: 'ocpm_eligible_conversion_tags/get' }, fault: 'answer' },
			answer: { status: 200, body: { '1': [{ conversion_event: 'LEAD' }] } },
		});
		const { choices } = await goalTagChoices(context(), { conversionEvent: 'LEAD' });
		expect(choices).toEqual([{ id: SEED.conversionTagId, name: 'Example shop tag' }]);
	});
});

describe('a goal on a tag that may not be optimized for', () => {
	const group = (campaignId: string, change: Partial<NewAdGroup>): NewAdGroup => ({
		...{ campaignId, name: 'Group', billableEvent: 'IMPRESSION', locations: 'US' },
		...{ budget: '20000000', bidStrategy: 'AUTOMATIC_BID' },
		...change,
	});
	const goal = (conversionTagId: string) => ({
		optimizationGoal: { conversionEvent: 'CHECKOUT', conversionTagId } as const,
	});
	const campaign = async () =>
		(
			await createCampaign(context(), {
				...{ name: 'Goals', objective: 'WEB_CONVERSION', isCampaignBudgetOptimization: false },
			})
		).id;

	it('is warned about, with the reason and what may be optimized for, and created all the same', async () => {
		plantTags();
		const id = await campaign();
		on.simulator.clearLedger();
		const records = recordsOf(
			await createAdGroups(context(), [
				group(id, { name: 'One', ...goal(NEW) }),
				group(id, { name: 'Two', ...goal(BUSY) }),
				group(id, { name: 'Three', ...goal(SEED.conversionTagId) }),
			]),
		);
		const ofGoal = records.map(({ warnings }) =>
			warnings.filter((warning) => warning.includes('conversion tag')),
		);
		expect(ofGoal).toEqual([
			[
				`Pinterest does not list the conversion tag “New tag” (${NEW}) as ready to be optimized for Checkout, so the ad group may deliver little or nothing. It has never fired: paste its code into the site.`,
			],
			[
				`Pinterest does not list the conversion tag “Busy tag” (${BUSY}) as ready to be optimized for Checkout, so the ad group may deliver little or nothing. As a rule there are not enough of these conversions yet. It may be optimized for Signup, Lead until then.`,
			],
			[],
		]);
		expect([asked('/ocpm_eligible'), asked('/conversion_tags')]).toEqual([1, 1]);
	});

	it('is warned about when an ad group is changed, and when a campaign is launched', async () => {
		plantTags();
		const [{ id }] = recordsOf(
			await createAdGroups(context(), [group(await campaign(), goal(SEED.conversionTagId))]),
		);
		const changed = await updateAdGroup(context(), { adGroupId: id, ...goal(NEW) });
		const launched = await launchCampaign(context(), {
			campaign: {
				name: 'Launch',
				objective: 'WEB_CONVERSION',
				isCampaignBudgetOptimization: false,
			},
			adGroups: [
				{
					...{ name: 'Group', billableEvent: 'IMPRESSION', locations: 'US', budget: '20000000' },
					...{ bidStrategy: 'AUTOMATIC_BID', ...goal(NEW) },
					ads: [{ pinId: SEED.pins.image }],
				},
			],
		});
		for (const { warnings } of [changed, launched]) {
			expect(warnings).toEqual(
				expect.arrayContaining([expect.stringContaining('“New tag” (2617998078301)')]),
			);
		}
	});

	it.each(['500', 'hang', 'html'] as const)(
		'is not spoken of where asking meets a %s: the ad group is created',
		async (fault) => {
			plantTags();
			const id = await campaign();
			on.simulator.addFault({ match: { operationId: 'ocpm_eligible_conversion_tags/get' }, fault });
			const [{ warnings }] = recordsOf(await createAdGroups(context(), [group(id, goal(NEW))]));
			expect(warnings.filter((warning) => warning.includes('conversion tag'))).toEqual([]);
		},
	);

	it.each([{ checksGoals: false }, { sandbox: true }])(
		'is not looked up by a caller with %j',
		async (more) => {
			plantTags();
			const own = contextFor(on.simulator, more);
			const wanted = group(await campaign(), goal(NEW));
			const [{ warnings }] = recordsOf(await createAdGroups(own, [wanted]));
			expect(warnings.filter((warning) => warning.includes('conversion tag'))).toEqual([]);
			expect(asked('/ocpm_eligible')).toBe(0);
		},
	);

	it('without a goal nothing is asked about tags', async () => {
		recordsOf(
			await createAdGroups(context(), [
				group(SEED.campaigns.running, { billableEvent: 'CLICKTHROUGH', budget: undefined }),
			]),
		);
		expect(asked('/ocpm_eligible')).toBe(0);
	});
});
