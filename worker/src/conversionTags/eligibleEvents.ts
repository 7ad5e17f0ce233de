import { clientOf } from '../client/client';
import {
	arrayOf,
	idField,
	isObject,
	needed,
	objectOf,
	textField,
	Unreadable,
	type Reader,
} from '../client/readers';
import type { WorkerContext } from '../context';
import { CONVERSION_TAG } from '../entities';
import { listPath } from '../entityLists';
import type { EligibleEvent } from '../pinterest/types';

/** By the ID of a tag: the events that campaigns may optimize for on it. */
export type EligibleEvents = ReadonlyMap<string, ReadonlySet<string>>;

type Eligible = Required<Pick<EligibleEvent, 'conversion_event' | 'conversion_tag_id'>>;

const readEvents = arrayOf(
	objectOf<Eligible>('an event of a conversion tag', {
		conversion_tag_id: needed(idField, 'the ID of its tag'),
		conversion_event: needed(textField, 'a name'),
	}),
);

/** Lists by names that are not described, of which Pinterest's example has a number: they mean nothing here. */
const readEligible: Reader<EligibleEvents> = (value) => {
	if (!isObject(value)) throw new Unreadable('no lists of events');
	const byTag = new Map<string, Set<string>>();
	for (const { conversion_tag_id, conversion_event } of Object.values(value).flatMap(readEvents)) {
		const tag = String(conversion_tag_id);
		byTag.set(tag, (byTag.get(tag) ?? new Set<string>()).add(String(conversion_event)));
	}
	return byTag;
};

/**
 * The events that campaigns of an ad account may optimize for, by tag. A tag that is not in it has none.
 * Operation `ocpm_eligible_conversion_tags/get`.
 */
export const fetchEligibleEvents = async (
	context: WorkerContext,
	adAccountId: string,
): Promise<EligibleEvents> =>
	await clientOf(context).call(
		{
			method: 'GET',
			path: `${listPath(CONVERSION_TAG, adAccountId)}/ocpm_eligible`,
			category: 'ads_read',
			doing: 'list the events that may be optimized for',
		},
		readEligible,
	);
