import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { isPinterestAdsError, requireFittingSecret } from '../../../worker/src';
import { callerSecretIn } from './callerSecret';

/** Nobody can be asked whether it is the right secret, only whether there is one. */
export async function testSecret(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const secret = callerSecretIn(credential.data ?? {});
	try {
		requireFittingSecret(secret.method === 'signature' ? 'shopify' : 'ownSite', secret);
		return { status: 'OK', message: 'There is a secret' };
	} catch (error) {
		if (!isPinterestAdsError(error)) return { status: 'Error', message: String(error) };
		return { status: 'Error', message: `${error.message} ${error.hint}` };
	}
}
