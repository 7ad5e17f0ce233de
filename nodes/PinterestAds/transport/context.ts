import type { WorkerContext } from '../../../worker/src/context';
import { n8nClock } from './clock';
import { credentialTypeOf, type NodeFunctions } from './functions';
import { createLogger } from './logger';
import { createN8nHttp } from './n8nHttp';

interface Options {
	/** For inputs that name no ad account. */
	readonly adAccountId?: string;
}

/** What the worker is given inside n8n. One per run: pacing and looked-up ad accounts live in it. */
export async function createContext(
	functions: NodeFunctions,
	{ adAccountId }: Options = {},
): Promise<WorkerContext> {
	return {
		http: await createN8nHttp(functions, credentialTypeOf(functions)),
		clock: n8nClock,
		logger: createLogger(functions.logger),
		adAccountId,
		signal:
			'getExecutionCancelSignal' in functions ? functions.getExecutionCancelSignal() : undefined,
	};
}
