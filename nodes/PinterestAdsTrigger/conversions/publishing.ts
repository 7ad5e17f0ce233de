import type { IHookFunctions } from 'n8n-workflow';
import { requireFittingSecret } from '../../../worker/src';
import { toNodeError, toPinterestError } from '../../PinterestAds/nodeErrors';
import { readSetup } from './setup';

/** Called by n8n when the workflow is published: what could let nobody in, or everybody, is refused then. */
export async function checkWhoMayCall(functions: IHookFunctions): Promise<boolean> {
	try {
		const { caller, secret } = await readSetup(functions);
		if (secret) requireFittingSecret(caller, secret);
		return true;
	} catch (error) {
		throw toNodeError(functions.getNode(), toPinterestError(error));
	}
}
