import { withQuery } from '../../client/query';
import { adAccountId } from '../../connection/adAccountField';
import { required } from '../../fields/field';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import type { HttpRequest } from '../../ports';
import { digestOf } from '../person/digests';

const testInput = inputOf({ adAccountId: required(adAccountId) });

/** The address of nobody: Pinterest looks whether `em` is a digest, so it has to be one. */
const NOBODY = 'test@example.com';

/**
 * The request that shows whether a conversion token is good for an ad account, since such a token can
 * do nothing but send: one event in test mode, which Pinterest checks and does not record.
 * @param now milliseconds
 * @throws PinterestAdsError `invalid` where the ad account ID is missing or none
 * @see operation events/create of the API description
 */
export function conversionTokenTest(input: GivenTo<typeof testInput>, now: number): HttpRequest {
	const account = readInput(testInput, input).adAccountId;
	return {
		method: 'POST',
		path: withQuery(`/ad_accounts/${account}/events`, { test: true }),
		body: {
			data: [
				{
					event_name: 'page_visit',
					action_source: 'web',
					event_time: Math.floor(now / 1000),
					event_id: `conversion-token-test-${now}`,
					user_data: { em: [digestOf(NOBODY)] },
				},
			],
		},
	};
}
