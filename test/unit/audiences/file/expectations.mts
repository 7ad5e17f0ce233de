import type { AudienceRecord } from '../../../../worker/src/audiences/index.ts';
import type { PinterestAdsError } from '../../../../worker/src/client/errors.ts';

export const emails = (count: number, from = 0) =>
	Array.from({ length: count }, (_, n) => `user${from + n}@example.com`);

export const failureOf = async (sync: Promise<unknown>): Promise<PinterestAdsError> =>
	await sync.then(
		() => {
			throw new Error('expected a failure');
		},
		(error) => error,
	);

export const recordOf = (error: PinterestAdsError) => error.details?.record as AudienceRecord;
