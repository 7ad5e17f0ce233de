import type { ITriggerFunctions } from 'n8n-workflow';
import type { HeldToken } from '../../worker/src/changes';
import { readTokenState } from '../PinterestAds/transport/tokenState';

export async function heldToken(functions: ITriggerFunctions): Promise<HeldToken> {
	const { renewable, expiresAt, refreshExpiresAt } = await readTokenState(functions);
	return { renewable, expiresAt, refreshExpiresAt };
}
