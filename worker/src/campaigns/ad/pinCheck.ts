import { clientOf } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import { flagField, idField, objectOf, textField, theOne } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { attempt } from '../../outcome';
import { PIN_HINT } from '../batch/explanations';
import type { Pin as AnyPin } from '../../pinterest/types';
import { groupedBy, chunksOf } from '../../values/grouping';
import type { Known, Reference } from '../parents';

/** The parts of a Pin that are read here; what it shows is read by its format. */
export type Pin = Pick<AnyPin, 'id' | 'title' | 'is_owner'>;

export const readPin = objectOf<Pin>('a Pin', {
	...{ id: idField, title: textField, is_owner: flagField },
});

/** At a time. */
const PARALLEL = 5;

const keyOf = ({ adAccountId, id }: Reference) => `${adAccountId}/${id}`;

/**
 * Looks at the Pins that ads are to promote, each once, as the ad account's owner sees them. It needs
 * the scopes boards:read and pins:read, which ads do not need: at the first failure other than "there
 * is no such Pin" nothing more is asked, and Pinterest judges. Operation `pins/get`.
 */
export async function lookUpPins(
	context: WorkerContext,
	references: readonly Reference[],
): Promise<(reference: Reference) => Known> {
	const known = new Map<string, Known>();
	const distinct = [...groupedBy(references, keyOf).values()].map(([first]) => first);
	// The first alone: whether Pins may be read at all.
	const rounds = [distinct.slice(0, 1), ...chunksOf(distinct.slice(1), PARALLEL)];
	for (const some of rounds) {
		const answers = await Promise.all(some.map(async (one) => await lookUp(context, one)));
		some.forEach((one, n) => known.set(keyOf(one), answers[n]));
		if (answers.some(({ state }) => state === 'unknown')) break;
	}
	return (reference) => known.get(keyOf(reference)) ?? { state: 'unknown' };
}

async function lookUp(context: WorkerContext, { adAccountId, id }: Reference): Promise<Known> {
	const fetched = await attempt(
		clientOf(context).call(
			{
				method: 'GET',
				path: `/pins/${id}`,
				query: { ad_account_id: adAccountId },
				category: 'org_read',
				doing: `read the Pin ${id}`,
			},
			theOne('Pin', id, readPin),
		),
	);
	if (fetched.ok) return { state: 'found', entity: { ...fetched.record, id } };
	if (fetched.error.kind === 'not-found') return { state: 'missing' };
	context.logger.warn('Pinterest: could not look up the Pins of the ads', {
		kind: fetched.error.kind,
	});
	return { state: 'unknown' };
}

/** What is to be said about a Pin before an ad promotes it. */
export function pinWarnings(
	pin: Known,
	{ pinId, creativeType }: { readonly pinId: string; readonly creativeType?: string },
): string[] {
	if (pin.state === 'unknown' && creativeType === undefined) {
		return [
			`The Pin ${pinId} could not be looked at (that needs the scopes pins:read and boards:read), so the creative type Automatic became REGULAR. If the Pin is a video, choose VIDEO instead.`,
		];
	}
	if (pin.state !== 'found' || pin.entity.is_owner !== false) return [];
	return [
		`The Pin ${pinId} does not belong to the owner of the ad account: Pinterest promotes it only if you are allowed to, for example in a paid partnership.`,
	];
}

/** For a Pin that nobody can promote. */
export function noSuchPin(field: string, pinId: string): PinterestAdsError {
	return new PinterestAdsError(
		'not-found',
		`${field}: there is no Pin ${pinId}, or the owner of the ad account cannot see it`,
		{ field, hint: PIN_HINT },
	);
}
