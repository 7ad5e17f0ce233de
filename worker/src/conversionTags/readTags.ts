import { adAccountId } from '../connection/adAccountField';
import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { required } from '../fields/field';
import { inputOf, readInput, type GivenTo } from '../fields/inputs';
import { flag, idOf, limit, sorting, text } from '../fields/kinds';
import { inOrder, mostToRead } from '../fields/sorting';
import { compared } from '../values/names';
import { fetchTag, tagsOf } from './accountTags';
import { tagRecord, type ConversionTagRecord } from './tagRecord';

const FILTERS = {
	adAccountId,
	limit,
	nameContains: text({
		label: 'Name Contains',
		description: 'Only tags whose name contains this text, upper and lower case alike',
	}),
	deleted: flag({
		label: 'Deleted',
		description: 'Whether to get the tags that were deleted instead of those that exist',
		preset: true,
	}),
	sort: sorting({ name: 'Name', last_fired_at: 'Last Fired', status: 'Status' }),
};

/** The input of `getConversionTags`. */
export const getConversionTagsInput = inputOf(FILTERS);

/** What `getConversionTags` takes. @interface */
export type ConversionTagFilters = GivenTo<typeof getConversionTagsInput>;

/** The input of `getConversionTag`. */
export const getConversionTagInput = inputOf({
	adAccountId,
	conversionTagId: required(
		idOf('conversionTag', {
			label: 'Conversion Tag',
			description: 'The tag to get',
			example: '2617998078212',
		}),
	),
});

/** What `getConversionTag` takes. @interface */
export type ConversionTagReference = GivenTo<typeof getConversionTagInput>;

/** The conversion tags of an ad account, in Pinterest's order. Operation `conversion_tags/list`. */
export async function getConversionTags(
	context: WorkerContext,
	filters: ConversionTagFilters = {},
): Promise<ConversionTagRecord[]> {
	const wanted = readInput(getConversionTagsInput, filters);
	const { nameContains, deleted } = wanted;
	const most = mostToRead(wanted);
	const accountId = await adAccountIdFor(context, wanted.adAccountId);
	const part = compared(nameContains ?? '').toLowerCase();
	const found: ConversionTagRecord[] = [];
	for await (const tag of tagsOf(context, accountId, { deleted })) {
		if (
			!compared(tag.name ?? '')
				.toLowerCase()
				.includes(part)
		)
			continue;
		found.push(tagRecord(tag, accountId));
		if (found.length >= most) break;
	}
	return inOrder(found, wanted);
}

/**
 * One conversion tag. Operation `conversion_tags/get`.
 * @throws PinterestAdsError `not-found` where the ad account has no such tag
 */
export async function getConversionTag(
	context: WorkerContext,
	input: ConversionTagReference,
): Promise<ConversionTagRecord> {
	const wanted = readInput(getConversionTagInput, input);
	const accountId = await adAccountIdFor(context, wanted.adAccountId);
	return tagRecord(await fetchTag(context, accountId, wanted.conversionTagId), accountId);
}
