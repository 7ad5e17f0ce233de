import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

/** The places in which the node talks to Pinterest. */
export type NodeFunctions =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| ITriggerFunctions
	| IWebhookFunctions;

export type CredentialType = 'pinterestAdsOAuth2Api' | 'pinterestAdsApi';

/** The credential that the field "Authentication" asks for. */
export function credentialTypeOf(functions: NodeFunctions): CredentialType {
	return authenticationOf(functions) === 'accessToken'
		? 'pinterestAdsApi'
		: 'pinterestAdsOAuth2Api';
}

function authenticationOf(functions: NodeFunctions): unknown {
	// While the form is being filled in, only this knows its present state.
	if ('getCurrentNodeParameter' in functions) {
		return functions.getCurrentNodeParameter('authentication');
	}
	return 'getInputData' in functions
		? functions.getNodeParameter('authentication', 0, 'oAuth2')
		: functions.getNodeParameter('authentication', 'oAuth2');
}
