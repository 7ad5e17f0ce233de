import { launchCampaigns } from '../../../../worker/src/campaigns/index.ts';
import type { AskedRequest, MadeUpAnswer } from '../../../../simulator/api/faults.mts';
import { fault, json } from '../../client/fakePorts.mts';
import { adAccountId, api, FIRST_CAMPAIGN } from '../adsInMemory.mts';

/** What is said of a launch that breaks off where Pinterest answers nonsense. */

const SECOND_CAMPAIGN = '626735565838901002';

const item = (name: string) => ({
	adAccountId,
	campaign: { name, objective: 'CONSIDERATION' },
	adGroups: [
		{
			name: 'US',
			billableEvent: 'CLICKTHROUGH',
			locations: 'US',
			ads: [{ pinId: '813744226420795884' }],
		},
	],
});

type Odd = MadeUpAnswer | Error;

/** Everything is created, unless `odd` has another answer; then nothing is done. */
function launchApi(odd: (request: AskedRequest) => Odd | undefined) {
	const fake = api();
	let instead: Odd | undefined;
	const when = (request: AskedRequest) => {
		instead = odd(request);
		return instead !== undefined;
	};
	fake.pinterest.answerWith({ when }, () => (instead instanceof Error ? {} : (instead ?? {})));
	fake.pinterest.changeAnswers((answer) => (instead instanceof Error ? instead : answer));
	return fake;
}

const isAt = (method: string, part: string) => (request: AskedRequest) =>
	request.method === method && request.path.includes(`/${part}`);
const postsAdGroups = isAt('POST', 'ad_groups');
const listsAdGroups = isAt('GET', 'ad_groups');

it.each<[string, Odd]>([
	['a list that is none', json({ items: 'junk' })],
	['null in the list', json({ items: [null] })],
	['an array', json([])],
	['a defect', new TypeError('x is not a function')],
])(
	'names what exists where an ad group’s answer is lost and the look sees %s',
	async (_what, seen) => {
		const fake = launchApi((request) =>
			postsAdGroups(request) ? fault('no-answer') : listsAdGroups(request) ? seen : undefined,
		);
		const [outcome] = await launchCampaigns(fake.context, [item('Spring')]);
		expect(outcome).toMatchObject({
			ok: false,
			error: {
				kind: 'outcome-unknown',
				message: expect.stringMatching(/ad group “US”.*campaign 626735565838901001 \(PAUSED\)/),
				hint: expect.stringContaining('run the same item again'),
				details: { created: { campaign_id: FIRST_CAMPAIGN, ad_groups: [] } },
			},
		});
		expect(fake.posted()).toHaveLength(2);
	},
);

it('ends with what exists where a request fails for a defect', async () => {
	const defect = new TypeError('x is not a function');
	const fake = launchApi((request) => (postsAdGroups(request) ? defect : undefined));
	const outcomes = await launchCampaigns(fake.context, [item('One'), item('Two')]);
	expect(outcomes).toMatchObject([
		{ ok: false, error: { details: { created: { campaign_id: FIRST_CAMPAIGN } } } },
		{ ok: false, error: { details: { created: { campaign_id: SECOND_CAMPAIGN } } } },
	]);
});

it('creates nothing where it cannot be seen what exists', async () => {
	for (const items of ['junk', [null], [{ name: 'Spring' }]]) {
		const fake = launchApi((request) =>
			isAt('GET', 'campaigns')(request) ? json({ items }) : undefined,
		);
		const [outcome] = await launchCampaigns(fake.context, [item('Spring')]);
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
		expect(fake.posted()).toEqual([]);
	}
});

it('waits until Pinterest lists what a failed launch has created, if not for longer than a minute', async () => {
	const refused = json({ code: 1, message: 'No.' }, 403);
	const isListed = (request: AskedRequest) =>
		isAt('GET', 'campaigns')(request) && 'campaign_ids' in request.query;
	for (const [lists, waited] of [
		[undefined, 0],
		[json({ items: [] }), 66_000],
	] as const) {
		const fake = launchApi((request) =>
			postsAdGroups(request) ? refused : isListed(request) ? lists : undefined,
		);
		const [outcome] = await launchCampaigns(fake.context, [item('Spring')]);
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
		expect(fake.pinterest.sleeps.reduce((sum, ms) => sum + ms, 0)).toBe(waited);
	}
});
