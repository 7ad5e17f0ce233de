import { isDeepStrictEqual } from 'node:util';
import { faultFromCode, type Http, type HttpRequest } from '../../worker/src/port/index.ts';
import { createGotHttp } from '../../worker/src/adapters/gotHttp.mts';
import { SEED, type Simulator } from '../../simulator/simulator.mts';

const LOOK_EVERY_MS = 20;

/**
 * Over got. A request that the simulator lets hang ends as it would at got's time limit, but as soon
 * as it is seen to hang; one that is only slow, on a busy machine, is waited for.
 */
export function httpOnSimulator(
	simulator: Simulator,
	accessToken: string = SEED.tokens.access,
): Http {
	const http = createGotHttp({ baseUrl: simulator.url, accessToken });
	return {
		...http,
		async send(request) {
			const before = hanging(simulator, request);
			const givenUp = new AbortController();
			const signal = AbortSignal.any([givenUp.signal, request.signal ?? []].flat());
			return await new Promise((resolve, reject) => {
				const looking = setInterval(() => {
					if (hanging(simulator, request) === before) return;
					reject(faultFromCode('ETIMEDOUT', false));
					givenUp.abort();
				}, LOOK_EVERY_MS);
				void http
					.send({ ...request, signal })
					.then(resolve, reject)
					.finally(() => clearInterval(looking));
			});
		},
	};
}

const asSent = (body: unknown) =>
	body === undefined ? undefined : JSON.parse(JSON.stringify(body));

/** How many requests like this one the simulator has let hang. */
function hanging(simulator: Simulator, { method, path, body }: HttpRequest): number {
	const [bare] = path.split('?');
	return simulator
		.ledger()
		.filter(
			(entry) =>
				entry.fault === 'hang' &&
				entry.method === method &&
				entry.path === `/v5${bare}` &&
				isDeepStrictEqual(entry.body, asSent(body)),
		).length;
}
