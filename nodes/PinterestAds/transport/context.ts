import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { WorkerContext } from '../../../worker/src';
import { API_HOSTS, apiBaseUrl } from '../../../worker/src/port';
import { n8nClock } from './clock';
import { credentialTypeOf, type NodeFunctions } from './functions';
import { createLogger } from './logger';
import { createN8nHttp } from './n8nHttp';
import { spendingOf } from './spending';
import { tokenStateOf } from './tokenState';
import { usedUpLimitsOf } from './usedUpLimits';

/**
 * What the worker is given inside n8n. One per run: pacing and looked-up ad accounts live in it.
 * @param signal ends the run; left out: n8n's, where it has one
 * @param known the credential, where it has been read already
 */
export async function createContext(
	functions: NodeFunctions,
	signal = signalOf(functions),
	known?: ICredentialDataDecryptedObject,
): Promise<WorkerContext> {
	const credentialType = credentialTypeOf(functions);
	const credentials =
		known ?? (await functions.getCredentials<ICredentialDataDecryptedObject>(credentialType));
	const node = functions.getNode();
	const { tokenKind, adAccountId } = tokenStateOf(credentials, credentialType);
	return {
		http: await createN8nHttp(functions, credentialType, { credentials }),
		clock: n8nClock,
		logger: createLogger(functions.logger),
		tokenKind,
		adAccountId,
		sandbox: isSandbox(credentials as Record<string, string | undefined>),
		// A node of version 1 goes on asking Pinterest what it has always asked.
		checksGoals: node.typeVersion > 1,
		spending: spendingOf(credentials),
		usedUp: usedUpLimitsOf(node, credentialType),
		signal,
	};
}

const signalOf = (functions: NodeFunctions) =>
	'getExecutionCancelSignal' in functions ? functions.getExecutionCancelSignal() : undefined;

const isSandbox = ({ environment, apiBaseUrl: custom }: Record<string, string | undefined>) =>
	apiBaseUrl(environment, custom) === API_HOSTS.sandbox;
