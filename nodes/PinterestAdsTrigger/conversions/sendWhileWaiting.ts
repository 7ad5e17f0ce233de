import type { IWebhookFunctions } from 'n8n-workflow';
import {
	sendConversions,
	type ReadyConversion,
	type ReceivedConversion,
	type SentConversion,
} from '../../../worker/src';
import { createContext } from '../../PinterestAds/transport/context';
import { credentialTypeOf } from '../../PinterestAds/transport/functions';
import { recentCredential } from '../../PinterestAds/transport/recentCredential';
import { onlyAdAccount } from './onlyAdAccount';

/** How long a caller waits for Pinterest. */
const PATIENCE_MS = 3000;

/**
 * Sends what can be sent at once. What fails, takes too long or has to be taken before it is sent stays as it is: the
 * workflow writes it down and sends it. An event that Pinterest has got after all is recognised by its ID.
 */
export async function sendWhileWaiting(
	functions: IWebhookFunctions,
	conversions: readonly ReceivedConversion[],
): Promise<Array<ReceivedConversion | SentConversion>> {
	const adAccountId = String(functions.getNodeParameter('adAccountId', '')).trim();
	const sendable = conversions.filter(
		(one): one is ReadyConversion => one.status === 'ready' && isForAnyRun(one, adAccountId),
	);
	if (sendable.length === 0) return [...conversions];
	const outcomes = await send(functions, sendable, adAccountId);
	const sent = new Map<number, SentConversion>();
	sendable.forEach(({ event_id, position, warnings }, n) => {
		const outcome = outcomes[n];
		if (!outcome?.ok) return;
		const said = [...new Set([...warnings, ...outcome.record.warnings])];
		sent.set(position, { status: 'sent', position, event_id, warnings: said });
	});
	return conversions.map((one) => sent.get(one.position) ?? one);
}

/**
 * Pinterest counts an offline event as often as it comes, so that only a run that has claimed its row may send it. And
 * which ad accounts a caller may name is written in a table, which only the workflow can read.
 */
const isForAnyRun = ({ action_source, ad_account_id: named }: ReadyConversion, own: string) =>
	action_source !== 'offline' && (named === undefined || named === own);

async function send(
	functions: IWebhookFunctions,
	conversions: readonly ReadyConversion[],
	adAccountId: string,
) {
	const signal = AbortSignal.timeout(PATIENCE_MS);
	try {
		const credentials = await recentCredential(functions, credentialTypeOf(functions));
		const context = await createContext(functions, signal, credentials);
		const account = adAccountId || (await onlyAdAccount(functions, context));
		if (account === undefined) return [];
		const inputs = conversions.map(({ event }) => ({ eventSource: 'json' as const, event }));
		return await sendConversions(context, inputs, { adAccountId: account });
	} catch (error) {
		// No token, say: the workflow meets the same, writes the event down and tells of it.
		functions.logger.debug('Conversions were not sent while the caller waited', {
			reason: error instanceof Error ? error.name : 'unknown',
		});
		return [];
	}
}
