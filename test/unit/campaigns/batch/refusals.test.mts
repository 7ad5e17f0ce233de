import { CAMPAIGN, type Fields } from '../../../../worker/src/entities.ts';
import { createAll } from '../../../../worker/src/campaigns/batch/createBatch.ts';
import { fakeContext, json } from '../../client/fakePorts.mts';

/** Creates 300 campaigns where a request that holds a refused one is refused as a whole. */
async function create300(refusal: (n: number) => string | undefined) {
	const { context, requests } = fakeContext([
		({ body }) => {
			const bodies = body as Array<Fields & { n: number }>;
			const message = bodies.map(({ n }) => refusal(n)).find((one) => one !== undefined);
			if (message !== undefined) return json({ code: 1, message }, 400);
			return json({ items: bodies.map((one) => ({ data: { ...one, id: `${one.n + 1}` } })) });
		},
	]);
	const orders = Array.from({ length: 300 }, (_, n) => ({
		adAccountId: '1',
		body: { name: `Campaign ${n}`, n },
	}));
	const outcomes = await createAll(context, CAMPAIGN, orders);
	return { outcomes, posts: requests.length };
}

it('stops looking for the bad ones where all are refused alike', async () => {
	const { outcomes, posts } = await create300(() => 'Account is closed.');
	expect(posts).toBeLessThan(40);
	expect(outcomes).toHaveLength(300);
	for (const [n, outcome] of outcomes.entries()) {
		expect(outcome).toMatchObject({
			ok: false,
			error: { kind: 'invalid', code: 1, message: expect.stringContaining(`“Campaign ${n}”`) },
		});
		expect(outcome).toMatchObject({
			error: { message: expect.stringContaining('(Account is closed.)') },
		});
	}
});

it('still creates the requests that Pinterest takes', async () => {
	const { outcomes } = await create300((n) => (n < 30 ? 'Bad name.' : undefined));
	expect(outcomes.map(({ ok }) => ok)).toEqual(outcomes.map((_, n) => n >= 30));
});

it.each<[string, (n: number) => string | undefined]>([
	['one was taken', (n) => (n > 0 && n < 20 ? 'Bad name.' : undefined)],
	['they are refused differently', (n) => (n < 20 ? `Bad name ${n}.` : undefined)],
])('singles out every bad one where %s', async (_what, refusal) => {
	const { outcomes } = await create300(refusal);
	expect(outcomes.map(({ ok }) => ok)).toEqual(outcomes.map((_, n) => refusal(n) === undefined));
});

it('says of each campaign that is not sent any more why, and which it is', async () => {
	const { context, requests } = fakeContext([json({ code: 29, message: 'No role.' }, 403)]);
	const orders = Array.from({ length: 31 }, (_, n) => ({
		adAccountId: '1',
		body: { name: `Campaign ${n}` },
	}));
	const outcomes = await createAll(context, CAMPAIGN, orders);
	expect(requests).toHaveLength(1);
	expect(outcomes[0]).toMatchObject({ error: { kind: 'forbidden', action: 'ask-for-a-role' } });
	expect(outcomes[30]).toMatchObject({
		error: {
			kind: 'forbidden',
			action: 'ask-for-a-role',
			message: expect.stringMatching(
				/^Could not create the campaign “Campaign 30”: it was not sent/,
			),
		},
	});
});
