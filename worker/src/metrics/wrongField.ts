import type { Advice } from '../client/advice';
import { PinterestAdsError } from '../client/errors';
import { METRICS_FIELDS } from './metricsFields';

export type FieldName = keyof typeof METRICS_FIELDS;

/** What is wrong with a field, which is named by its label. @param text of what it goes on with */
export function wrongField(
	name: FieldName,
	text: string,
	advice: Partial<Advice> = {},
): PinterestAdsError {
	const { label } = METRICS_FIELDS[name];
	return new PinterestAdsError('invalid', `${label}: ${text}`, { field: label, ...advice });
}
