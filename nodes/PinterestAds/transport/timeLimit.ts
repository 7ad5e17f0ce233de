import { faultFrom, type TransportFault } from '../../../worker/src/port';
import type { NodeFunctions } from './functions';

/** The end of a request's time, together with the caller's own signal. */
export interface TimeLimit {
	readonly signal: AbortSignal;
	/** What the work comes to, unless its time ends first, whether it heeds the signal or not. */
	within<T>(work: Promise<T>): Promise<T>;
	/** What went wrong: for the caller a request that ran out of time was not cancelled. */
	faultOf(error: unknown, otherwise: (error: unknown) => TransportFault): TransportFault;
}

/** @param totalMs from now on, for all that the signal is given to */
export function timeLimit(totalMs: number, signal?: AbortSignal): TimeLimit {
	const timeout = AbortSignal.timeout(totalMs);
	const end = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
	return {
		signal: end,
		within: async (work) => await unlessAborted(work, end),
		faultOf: (error, otherwise) =>
			timeout.aborted && signal?.aborted !== true
				? faultFrom('no-answer', `no whole answer in ${totalMs / 1000} seconds`)
				: otherwise(error),
	};
}

/**
 * The same functions, cancelled by another signal: n8n's authenticated helper asks them for it, and
 * overwrites what a request's own `abortSignal` says.
 */
export const cancelledBy = (functions: NodeFunctions, signal: AbortSignal): NodeFunctions =>
	Object.create(functions, {
		getExecutionCancelSignal: { value: () => signal },
	}) as NodeFunctions;

/** Listens no longer than the work takes: who goes on listening keeps the whole answer until the time is over. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		const stop = () => reject(Object.assign(new Error('aborted'), { name: 'AbortError' }));
		const settled = () => signal.removeEventListener('abort', stop);
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
		work.then(resolve, reject).finally(settled);
	});
}
