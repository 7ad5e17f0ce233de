import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Caller, CallerSecret, UnpaidOrders } from '../../../worker/src';
import { recentCredential } from '../../PinterestAds/transport/recentCredential';
import { CALLERS_CREDENTIAL, callerSecretIn } from './callerSecret';

/** How the trigger is set to take conversions in. */
export interface Setup {
	readonly caller: Caller;
	/** Left out where anybody may call. */
	readonly secret?: CallerSecret;
	readonly answerWhen: 'received' | 'sent' | 'written';
	readonly unpaidOrders: UnpaidOrders;
}

export async function readSetup(functions: IWebhookFunctions | IHookFunctions): Promise<Setup> {
	const value = (name: string, otherwise: string) => functions.getNodeParameter(name, otherwise);
	const caller = value('caller', 'ownSite') as Caller;
	const isOpen = caller === 'ownSite' && value('whoMayCall', 'credential') === 'anybody';
	const secret = isOpen
		? undefined
		: callerSecretIn(await recentCredential(functions, CALLERS_CREDENTIAL));
	return {
		caller,
		secret,
		answerWhen: value('answerWhen', 'received') as Setup['answerWhen'],
		unpaidOrders: value('unpaidOrders', 'warn') as UnpaidOrders,
	};
}
