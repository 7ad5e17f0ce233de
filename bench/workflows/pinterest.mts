import { join } from 'node:path';
import type { CredentialRef } from '../../scripts/n8n/workflow.mts';
import { startStub } from '../shared/stub.mts';
import type { WatchedN8n } from './watchedN8n.mts';

const CREDENTIAL = { type: 'pinterestAdsApi', name: 'Bench' };

/** A thousand campaigns, answered from memory, and the credential that reaches them. */
export async function withThousandCampaigns<Result>(
	n8n: WatchedN8n,
	measure: (credential: CredentialRef) => Promise<Result>,
): Promise<Result> {
	const stub = await startStub<unknown>(join(import.meta.dirname, '../metrics/stubServer.mts'));
	try {
		const data = { environment: 'custom', apiBaseUrl: stub.url, accessToken: 'bench' };
		const id = await n8n.server.api.saveCredential({ ...CREDENTIAL, data });
		return await measure({ ...CREDENTIAL, id });
	} finally {
		stub.stop();
	}
}
