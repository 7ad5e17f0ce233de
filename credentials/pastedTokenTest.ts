import type { ICredentialTestRequest, IHttpRequestOptions } from 'n8n-workflow';
import { wordsFor } from '../nodes/PinterestAds/errors/actionWords';
import { conversionTokenTest } from '../worker/src';
import { faultFrom } from '../worker/src/port';
import { adAccountsTest, noAdAccountsRule, statusRule } from './apiAddress';

/**
 * The test of a pasted token. n8n knows one request per kind of credential, the one for access tokens;
 * a conversion token's is put in its place while it is signed. The rules have to do for both.
 */
export const pastedTokenTest = {
	request: adAccountsTest.request,
	rules: [
		statusRule(
			401,
			`${wordsFor('reconnect')} If it was generated in Ads Manager, it is a conversion token: choose that as Token Kind.`,
		),
		statusRule(
			403,
			`${wordsFor('ask-for-a-role')} For a conversion token, check the Ad Account ID.`,
		),
		statusRule(
			404,
			'Not found. For a conversion token, check the Ad Account ID; in a custom environment, also the API Base URL.',
		),
		noAdAccountsRule,
		{
			type: 'responseSuccessBody',
			properties: {
				key: 'events[0].status',
				value: 'failed',
				message:
					'Pinterest accepts the conversion token and the ad account, but has not processed the test event. Send a conversion with Test Only to see why.',
			},
		},
	],
} as ICredentialTestRequest;

/**
 * A conversion token's test in place of the request that n8n is about to send.
 * @throws PinterestAdsError `invalid` for an ad account ID that is none
 */
export function conversionTokenTestFrom(
	request: IHttpRequestOptions,
	adAccountId: unknown,
): IHttpRequestOptions {
	const given = String(adAccountId ?? '');
	if (given.trim() === '') throw nothingToTestWith();
	const { method, path, body } = conversionTokenTest({ adAccountId: given }, Date.now());
	return { ...request, method, url: path, qs: {}, body: body as object, json: true };
}

/** Where Pinterest answers that test with a 401, for which n8n would show the words for access tokens. */
export function conversionTokenRefused(): Error {
	return faultFrom('refresh-refused', wordsFor('new-conversion-token'));
}

function nothingToTestWith(): Error {
	return faultFrom(
		'not-sent',
		'Ad Account ID: is empty, so the conversion token could not be tested. Enter the ID of one of its ad accounts. Without it the credential can be used all the same, if the node names an ad account.',
	);
}
