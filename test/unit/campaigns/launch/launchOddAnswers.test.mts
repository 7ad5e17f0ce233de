import { launchCampaigns } from '../../../../worker/src/campaigns/index.ts';
import type { HttpRequest } from '../../../../worker/src/ports.ts';
import { fakeContext, fault, json, type Answer } from '../../client/fakePorts.mts';
import { adAccountId } from '../fakeAdsApi.mts';

/** What is said of a launch that breaks off where Pinterest answers nonsense. */

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

/** Nothing stands; everything is created, unless `odd` has another answer. */
function launchApi(odd: (request: HttpRequest) => Answer | undefined) {
	let next = 100;
	const held: Array<Record<string, unknown>> = [];
	const fake = fakeContext([
		(request) => {
			const instead = odd(request);
			if (instead !== undefined) return typeof instead === 'function' ? instead(request) : instead;
			if (request.method !== 'POST') {
				const { pathname, searchParams } = new URL(request.path, 'https://api.example.com');
				if (pathname.startsWith('/pins/')) return json({ id: '1' });
				if (pathname.endsWith(adAccountId)) return json({ id: adAccountId, currency: 'USD' });
				const ids = searchParams.getAll('campaign_ids');
				return json({ items: held.filter(({ id }) => ids.includes(String(id))) });
			}
			const items = (request.body as Array<Record<string, unknown>>).map((body) => {
				const data = { ...body, id: `${next++}` };
				held.push(data);
				return { data };
			});
			return json({ items });
		},
	]);
	const posts = () =>
		fake.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
	return { ...fake, posts };
}

const isAt = (method: string, part: string) => (request: HttpRequest) =>
	request.method === method && request.path.includes(`/${part}`);
const postsAdGroups = isAt('POST', 'ad_groups');
const listsAdGroups = isAt('GET', 'ad_groups');

it.each<[string, Answer]>([
	['a list that is none', json({ items: 'junk' })],
	['null in the list', json({ items: [null] })],
	['an array', json([])],
	['a defect', new TypeError('x is not a function')],
])(
	'names what exists where an ad group’s answer is lost and the look sees %s',
	async (_what, seen) => {
		const api = launchApi((request) =>
			postsAdGroups(request) ? fault('no-answer') : listsAdGroups(request) ? seen : undefined,
		);
		const [outcome] = await launchCampaigns(api.context, [item('Spring')]);
		expect(outcome).toMatchObject({
			ok: false,
			error: {
				kind: 'outcome-unknown',
				message: expect.stringMatching(/ad group “US”.*campaign 100 \(PAUSED\)/),
				hint: expect.stringContaining('run the same item again'),
				details: { created: { campaign_id: '100', ad_groups: [] } },
			},
		});
		expect(api.posts()).toHaveLength(2);
	},
);

it('ends with what exists where a request fails for a defect', async () => {
	const defect = new TypeError('x is not a function');
	const api = launchApi((request) => (postsAdGroups(request) ? defect : undefined));
	const outcomes = await launchCampaigns(api.context, [item('One'), item('Two')]);
	expect(outcomes).toMatchObject([
		{ ok: false, error: { details: { created: { campaign_id: '100' } } } },
		{ ok: false, error: { details: { created: { campaign_id: '101' } } } },
	]);
});

it('creates nothing where it cannot be seen what exists', async () => {
	for (const items of ['junk', [null], [{ name: 'Spring' }]]) {
		const api = launchApi((request) =>
			isAt('GET', 'campaigns')(request) ? json({ items }) : undefined,
		);
		const [outcome] = await launchCampaigns(api.context, [item('Spring')]);
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
		expect(api.posts()).toEqual([]);
	}
});

it('waits until Pinterest lists what a failed launch has created, if not for longer than a minute', async () => {
	const refused = json({ code: 1, message: 'No.' }, 403);
	const isListed = (request: HttpRequest) =>
		isAt('GET', 'campaigns')(request) && /campaign_ids/.test(request.path);
	for (const [lists, waited] of [
		[undefined, 0],
		[json({ items: [] }), 66_000],
	] as const) {
		const api = launchApi((request) =>
			postsAdGroups(request) ? refused : isListed(request) ? lists : undefined,
		);
		const [outcome] = await launchCampaigns(api.context, [item('Spring')]);
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
		expect(api.sleeps.reduce((sum, ms) => sum + ms, 0)).toBe(waited);
	}
});
