import type { WorkerContext } from '../../../worker/src/context.ts';
import type { HttpRequest, HttpResponse, TransportFault } from '../../../worker/src/ports.ts';

export type Answer = HttpResponse | Error | ((request: HttpRequest) => HttpResponse | Error);

export const json = (
	body: unknown,
	status = 200,
	headers: Record<string, string> = {},
): HttpResponse => ({ status, headers, body });

export const fault = (kind: TransportFault['fault'], message = 'socket hang up'): Error =>
	Object.assign(new Error(message), { name: 'TransportFault', fault: kind });

/**
 * A context whose answers are given in order (the last one repeats) and whose clock moves only by
 * sleeping. `random` is 1 just below, so that a full-jitter backoff is as long as it can be.
 */
export function fakeContext(answers: Answer[], options: Partial<WorkerContext> = {}) {
	const requests: HttpRequest[] = [];
	const sleeps: number[] = [];
	let now = Date.UTC(2026, 10, 24);
	const context: WorkerContext = {
		http: {
			async send(request) {
				const next = answers[Math.min(requests.length, answers.length - 1)];
				requests.push(request);
				const answer = typeof next === 'function' ? next(request) : next;
				if (answer instanceof Error) throw answer;
				return answer;
			},
		},
		clock: {
			now: () => now,
			async sleep(ms, signal) {
				signal?.throwIfAborted();
				sleeps.push(ms);
				now += ms;
			},
		},
		logger: { debug() {}, info() {}, warn() {} },
		random: () => 0.999,
		...options,
	};
	return { context, requests, sleeps, advance: (ms: number) => (now += ms) };
}
