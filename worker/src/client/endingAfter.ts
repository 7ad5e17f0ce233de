import type { WorkerContext } from '../context';
import type { HttpRequest } from '../ports';
import type { PinterestAdsError } from './errors';

/**
 * The context for something that may take so long and no longer: after that nothing is sent to Pinterest any
 * more, neither for the first time nor again. A request that is under way ends as always.
 * @param over what the next request fails with then
 */
export function endingAfter(
	context: WorkerContext,
	ms: number,
	over: () => PinterestAdsError,
): WorkerContext {
	const { clock, http } = context;
	const end = clock.now() + ms;
	const send = async (request: HttpRequest) => {
		if (clock.now() >= end) throw over();
		return await http.send(request);
	};
	return { ...context, http: { send, download: http.download?.bind(http) } };
}
