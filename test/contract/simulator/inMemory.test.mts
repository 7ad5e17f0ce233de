import { SEED } from '../../../simulator/simulator.mts';
import { createCampaign, listAdAccounts } from '../../../worker/src/index.ts';
import { NOW, usePinterest } from '../../pinterest.mts';

const on = usePinterest();
const campaign = { method: 'POST', path: `/ad_accounts/${SEED.adAccountId}/campaigns` } as const;
const body = [
	{
		ad_account_id: SEED.adAccountId,
		name: 'Spring',
		objective_type: 'AWARENESS',
		status: 'PAUSED',
	},
];
const made = () => on.pinterest.state().campaigns.filter(({ name }) => name === 'Spring').length;

describe('the simulator in memory', () => {
	it('does what it does over a socket, and writes the request down', async () => {
		const answer = await on.pinterest.http.send({ ...campaign, body });
		expect(answer).toMatchObject({
			status: 200,
			headers: { 'x-ratelimit-remaining': '399', 'x-pinterest-rid': '1' },
			body: { items: [{ data: { name: 'Spring' }, exceptions: [] }] },
		});
		expect(made()).toBe(1);
		expect(on.pinterest.ledger()).toEqual([
			expect.objectContaining({
				operationId: 'campaigns/create',
				path: `/v5${campaign.path}`,
				body,
				status: 200,
				time: '2026-11-24T00:00:00.000Z',
				headers: expect.objectContaining({ authorization: 'Bearer business' }),
			}),
		]);
	});

	it('notes what breaks the description', async () => {
		await on.pinterest.http.send({ ...campaign, body: [{ name: 'Spring' }] });
		expect(on.pinterest.violations()).not.toEqual([]);
		on.pinterest.clearLedger();
	});

	it('shares its clock: a wait takes no time and passes at Pinterest', async () => {
		on.pinterest.settings({ limits: { ads_write: 1 } });
		const names = ['a', 'b', 'c'];
		for (const name of names) {
			await createCampaign(on.pinterest.context, { name, objective: 'AWARENESS' });
		}
		expect(on.pinterest.sleeps).toHaveLength(2);
		expect(on.pinterest.now()).toBe(NOW + on.pinterest.sleeps.reduce((sum, ms) => sum + ms, 0));
	});

	it.each([
		['cut-before', 0],
		['cut-after', 1],
		['truncated', 1],
		['hang', 0],
		['drip', 0],
	] as const)(
		'plays %s as a fault of the connection, after which there are %i',
		async (fault, count) => {
			on.pinterest.addFault({ fault, count: 1 });
			await expect(on.pinterest.http.send({ ...campaign, body })).rejects.toMatchObject({
				name: 'TransportFault',
				fault: 'no-answer',
			});
			expect(made()).toBe(count);
		},
	);

	it('plays a connection that cannot be made, of which Pinterest sees nothing', async () => {
		on.pinterest.disconnect();
		await expect(on.pinterest.http.send({ ...campaign, body })).rejects.toMatchObject({
			fault: 'not-sent',
		});
		expect(on.pinterest.ledger()).toEqual([]);
		expect((await listAdAccounts(on.pinterest.context)).length).toBe(2);
	});

	it('answers as a test wants it, instead of the work or after it', async () => {
		on.pinterest.answerWith({ operationId: 'campaigns/create' }, { status: 418, body: 'tea' });
		expect(await on.pinterest.http.send({ ...campaign, body })).toMatchObject({
			status: 418,
			body: 'tea',
		});
		expect(made()).toBe(0);
		on.pinterest.clearFaults();
		on.pinterest.addFault({ fault: 'done-answer', answer: { body: { items: 7 } } });
		expect(await on.pinterest.http.send({ ...campaign, body })).toMatchObject({
			status: 200,
			body: { items: 7 },
		});
		expect(made()).toBe(1);
	});

	it('ends a cancelled request before it is sent', async () => {
		const signal = AbortSignal.abort();
		await expect(on.pinterest.http.send({ ...campaign, body, signal })).rejects.toMatchObject({
			fault: 'cancelled',
		});
		expect(on.pinterest.requests).toEqual([]);
	});
});
