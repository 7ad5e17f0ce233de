import type { IHookFunctions } from 'n8n-workflow';
import { requireFittingSecret } from '../../../worker/src';
import { toNodeError, toPinterestError } from '../../PinterestAds/nodeErrors';
import { readSetup } from './setup';

/** Asked by n8n when the workflow is published: what could let nobody in, or everybody, is refused then. */
export const publishing = {
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return false;
	},
	async create(this: IHookFunctions): Promise<boolean> {
		try {
			const { caller, secret } = await readSetup(this);
			if (secret) requireFittingSecret(caller, secret);
			return true;
		} catch (error) {
			throw toNodeError(this.getNode(), toPinterestError(error));
		}
	},
	async delete(this: IHookFunctions): Promise<boolean> {
		return true;
	},
};
