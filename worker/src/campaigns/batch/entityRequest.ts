import { clientOf } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import { isObject, plainText } from '../../client/readers';
import type { WorkerContext } from '../../context';
import type { DeliveryPlan } from '../../delivery/plan';
import { saidBy } from '../../delivery/refusals';
import { contained, unexpected, type Outcome } from '../../outcome';
import type { EntityKind, Fields } from '../../entities';
import type { Change } from './change';
import { explain } from './explanations';

/** What the requests of a batch have in common. */
export interface EntityBatch {
	readonly context: WorkerContext;
	readonly kind: EntityKind;
	readonly change: Change;
	readonly adAccountId: string;
	/** Of all its elements, where a request names it. */
	readonly parentId?: string;
}

/** The parent of an element, where a request is of one parent. */
export const parentIn = ({ listedIn, parent }: EntityKind, body: Fields): string | undefined =>
	listedIn === undefined || parent === undefined ? undefined : plainText(body[parent.field]);

/** Alike for what may go in one request. */
export const requestKey = (
	kind: EntityKind,
	{ adAccountId, body }: { readonly adAccountId: string; readonly body: Fields },
): string => `${adAccountId}/${parentIn(kind, body) ?? ''}`;

/** Pinterest takes up to 30 elements a request (campaigns, ad groups, ads and promotions alike). */
const ELEMENTS_A_REQUEST = 30;

/** Sends elements of one level. @returns the elements of the answer, whatever they are */
export async function postEntities(
	{ context, kind, change, adAccountId, parentId }: EntityBatch,
	bodies: readonly Fields[],
): Promise<Outcome<readonly unknown[]>> {
	const { verb, method, repeat } = change;
	const doing = doingOf(verb, kind, bodies);
	return await contained(
		clientOf(context).call(
			{
				method,
				path: `/ad_accounts/${adAccountId}/${kind.path}`,
				body: requestOf(kind, bodies, parentId),
				category: 'ads_write',
				repeat,
				doing,
			},
			elementsOf,
		),
		(cause) =>
			unexpected(
				repeat === 'unsafe' ? 'outcome-unknown' : 'unavailable',
				`Could not ${doing}`,
				cause,
			),
	);
}

const doingOf = (verb: Change['verb'], kind: EntityKind, bodies: readonly Fields[]) =>
	`${verb} ${bodies.length === 1 ? `the ${kind.describe(bodies[0])}` : `${bodies.length} ${kind.plural}`}`;

/** How orders end in a preview, each as the request that it would be alone. */
export async function previewsOf(
	context: WorkerContext,
	kind: EntityKind,
	{ verb, method }: Change,
	orders: ReadonlyArray<{ readonly adAccountId: string; readonly body: Fields }>,
): Promise<PinterestAdsError[]> {
	return await clientOf(context).previewsOf(
		orders.map(({ adAccountId, body }) => ({
			method,
			path: `/ad_accounts/${adAccountId}/${kind.path}`,
			body: requestOf(kind, [body], parentIn(kind, body)),
			doing: doingOf(verb, kind, [body]),
		})),
	);
}

/** The list itself, or a parent with the list beside it: then no element says its parent once more. */
export function requestOf(
	{ listedIn, parent }: EntityKind,
	bodies: readonly Fields[],
	parentId?: string,
): object {
	if (listedIn === undefined || parent === undefined) return bodies;
	const elements = bodies.map((body) =>
		Object.fromEntries(Object.entries(body).filter(([name]) => name !== parent.field)),
	);
	return { [parent.field]: parentId, [listedIn]: elements };
}

/** What the answer says of each element; nothing where it holds no list: then each is looked for. */
const elementsOf = (answer: unknown): readonly unknown[] =>
	isObject(answer) && Array.isArray(answer.items) ? answer.items : [];

/** What the delivery of every level has in common, whether it creates or changes. */
export function entityPlan({ context, kind, change }: EntityBatch) {
	const refused = (body: Fields, error: PinterestAdsError) => explained(kind, change, error, body);
	return {
		context,
		plural: kind.plural,
		limits: { elements: ELEMENTS_A_REQUEST },
		refused,
		notSent: (body, end) =>
			end.with({
				message: `Could not ${change.verb} the ${kind.describe(body)}: it was not sent, since an earlier request failed. ${end.message}`,
			}),
		refusedTogether: (body, error, { alone }) => {
			const { code, status, kind: meant } = error;
			const message = `Could not ${change.verb} the ${kind.describe(body)}: Pinterest refused it together with others, and ${alone} ${kind.plural} before it alike ${saidBy(error)}`;
			return refused(body, new PinterestAdsError(meant, message, { code, status }));
		},
	} satisfies Partial<DeliveryPlan<Fields, unknown>>;
}

/** A single element that is refused as a whole request says no more than an exception would. */
function explained(
	kind: EntityKind,
	change: Change,
	error: PinterestAdsError,
	sent: Fields,
): PinterestAdsError {
	const { code, status, message } = error;
	const { kind: meant = error.kind, ...details } = explain(
		kind.noun,
		{ code, message: saidBy(error) },
		change.verb,
		sent,
	);
	return new PinterestAdsError(meant, message, { code, status, ...details });
}
