import type { IWebhookFunctions } from 'n8n-workflow';
import { listAdAccounts, type WorkerContext } from '../../../worker/src';
import { credentialTypeOf } from '../../PinterestAds/transport/functions';
import { n8nClock } from '../../PinterestAds/transport/clock';

/** For how long it is known. */
const KNOWN_MS = 3_600_000;

/** What the trigger remembers beside the workflow, in n8n's database. */
interface Known {
	credential?: string;
	at?: number;
	adAccountId?: string;
}

/**
 * The only ad account that the credential can see. Where there are several, which one is meant is written in a table that
 * only the workflow can read.
 */
export async function onlyAdAccount(
	functions: IWebhookFunctions,
	context: WorkerContext,
): Promise<string | undefined> {
	if (context.adAccountId !== undefined) return context.adAccountId;
	const known = functions.getWorkflowStaticData('node') as Known;
	const credential = functions.getNode().credentials?.[credentialTypeOf(functions)]?.id ?? '';
	const isKnown = known.credential === credential && n8nClock.now() - (known.at ?? 0) < KNOWN_MS;
	if (!isKnown) {
		const accounts = await listAdAccounts(context, { limit: 2 });
		known.adAccountId = accounts.length === 1 ? accounts[0].id : '';
		known.credential = credential;
		known.at = n8nClock.now();
	}
	return known.adAccountId || undefined;
}
