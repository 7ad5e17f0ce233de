import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CallerSecret } from '../../../worker/src';

export const CALLERS_CREDENTIAL = 'pinterestAdsWebhookApi';

/** What the credential of the callers holds. */
export function callerSecretIn(credential: ICredentialDataDecryptedObject): CallerSecret {
	const text = (name: string) => String(credential[name] ?? '');
	switch (credential.method) {
		case 'bearer':
			return { method: 'bearer', token: text('token') };
		case 'basic':
			return { method: 'basic', user: text('user'), password: text('password') };
		case 'signature':
			return { method: 'signature', secret: text('signingSecret').trim() };
		default:
			return { method: 'header', name: text('headerName'), value: text('headerSecret') };
	}
}
