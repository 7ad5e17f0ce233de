import { createCampaigns, getCampaign } from '../../../../worker/src/index.ts';
import { fault } from '../../client/fakePorts.mts';
import { adAccountId, api } from '../adsInMemory.mts';

const input = (status: 'ACTIVE' | 'PAUSED') => ({
	...{ adAccountId, name: 'Spring', objective: 'CONSIDERATION' as const, status },
	dailySpendCap: 9_000_000,
});

/** Pinterest, and an execution that is cancelled as soon as it is asked this. */
function cancelledAt(method: string, what: 'cancelled' | 'no-answer') {
	const controller = new AbortController();
	const { pinterest, context, requests, posted } = api();
	pinterest.changeAnswers((answer, request) => {
		if (request.method !== method) return answer;
		controller.abort();
		return fault(what);
	});
	return {
		context: { ...context, signal: controller.signal },
		...{ requests, posted, sleeps: pinterest.sleeps },
	};
}

describe.each(['PAUSED', 'ACTIVE'] as const)('a %s campaign', (status) => {
	it.each(['cancelled', 'no-answer'] as const)(
		'whose create is under way when the execution is cancelled (%s) may exist, and is named',
		async (what) => {
			const { context, requests, posted, sleeps } = cancelledAt('POST', what);
			const [outcome] = await createCampaigns(context, [input(status)]);
			expect(outcome).toMatchObject({
				ok: false,
				error: {
					kind: 'outcome-unknown',
					message: expect.stringMatching(/campaign “Spring” was created.*Cancelled/),
				},
			});
			expect(posted()).toHaveLength(1);
			expect(requests.at(-1)?.method).toBe('POST');
			expect(sleeps).toEqual([]);
		},
	);

	it('is not sent any more after that', async () => {
		const { context, posted } = cancelledAt('POST', 'cancelled');
		const many = Array.from({ length: 40 }, (_, n) => ({ ...input(status), name: `Spring ${n}` }));
		const outcomes = await createCampaigns(context, many);
		const kinds = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.error.kind));
		expect(kinds.slice(0, 30)).toEqual(Array(30).fill('outcome-unknown'));
		expect(kinds.slice(30)).toEqual(Array(10).fill('cancelled'));
		expect(posted()).toHaveLength(1);
	});
});

it('takes no other campaign for the one that was asked for', async () => {
	const { context, pinterest } = api();
	pinterest.answerWith('/campaigns/', { body: { id: '2' } });
	await expect(getCampaign(context, { adAccountId, campaignId: '1' })).rejects.toMatchObject({
		kind: 'unavailable',
		retryable: true,
		message: expect.stringContaining('the campaign 2 instead of the campaign 1'),
	});
});
