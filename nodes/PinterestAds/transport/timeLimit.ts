import { faultFrom } from '../../../worker/src/adapters/faults';
import type { TransportFault } from '../../../worker/src/ports';
import type { NodeFunctions } from './functions';

/** The end of a request's time, together with the caller's own signal. */
export interface TimeLimit {
	readonly signal: AbortSignal;
	/** What went wrong: for the caller a request that ran out of time was not cancelled. */
	faultOf(error: unknown, otherwise: (error: unknown) => TransportFault): TransportFault;
}

/** @param totalMs from now on, for all that the signal is given to */
export function timeLimit(totalMs: number, signal?: AbortSignal): TimeLimit {
	const timeout = AbortSignal.timeout(totalMs);
	return {
		signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
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
