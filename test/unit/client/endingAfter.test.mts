import { endingAfter } from '../../../worker/src/client/endingAfter.ts';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import type { WorkerContext } from '../../../worker/src/context.ts';

it('sends until the time is over, and nothing after that', async () => {
	let now = 1_000;
	const send = jest.fn(async () => ({ status: 200, headers: {}, body: {} }));
	const clock = { now: () => now, sleep: async () => undefined };
	const context = { clock, http: { send } } as unknown as WorkerContext;
	const over = () => new PinterestAdsError('unavailable', 'It took too long.');
	const { http } = endingAfter(context, 500, over);
	const request = { method: 'GET', path: '/user_account' } as const;
	now = 1_499;
	await http.send(request);
	now = 1_500;
	await expect(http.send(request)).rejects.toThrow('It took too long.');
	expect(send).toHaveBeenCalledTimes(1);
});
