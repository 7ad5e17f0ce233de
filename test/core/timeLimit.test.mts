import { getEventListeners } from 'node:events';
import { timeLimit } from '../../nodes/PinterestAds/transport/timeLimit.ts';

describe('the time that a request may take', () => {
	it('is not waited for once the work is done, so that nobody keeps the answer until then', async () => {
		const limit = timeLimit(60_000);
		await expect(limit.within(Promise.resolve('done'))).resolves.toBe('done');
		await expect(limit.within(Promise.reject(new Error('failed')))).rejects.toThrow('failed');
		expect(getEventListeners(limit.signal, 'abort')).toEqual([]);
	});

	it('ends work that heeds no signal', async () => {
		const controller = new AbortController();
		const limit = timeLimit(60_000, controller.signal);
		const never = limit.within(new Promise(() => undefined));
		controller.abort();
		await expect(never).rejects.toMatchObject({ name: 'AbortError' });
		const late = limit.within(Promise.reject(new Error('nobody hears this')));
		await expect(late).rejects.toMatchObject({ name: 'AbortError' });
	});
});
