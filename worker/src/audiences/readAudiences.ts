import { z } from 'zod';
import { adAccountId } from '../connection/adAccountField';
import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { required } from '../fields/field';
import { inputOf, readInput, type GivenTo } from '../fields/inputs';
import { choice, choices, idOf, limit, sorting, text } from '../fields/kinds';
import { inOrder, mostToRead } from '../fields/sorting';
import { list } from '../values/lists';
import { compared } from '../values/names';
import { attempt } from '../outcome';
import { audiencesOf, customerListIdOf, fetchAudience, type Audience } from './accountAudiences';
import { getCustomerList, type CustomerList } from './sync/customerLists';
import { summaryOf, timeOf, type AudienceSummary } from './audienceSummary';
import { explainList } from './statusWords';

/** The list that an audience is made of. */
export interface CustomerListDetails {
	readonly id: string;
	readonly name: string | null;
	/** UPLOADING, PROCESSING, READY, TOO_SMALL. */
	readonly status: string | null;
	readonly status_explanation: string | null;
	/** Changes of the list, one per request. */
	readonly num_batches: number | null;
	/** Records ever sent, also those that were in the list: no number of members. */
	readonly num_uploaded_user_records: number | null;
	readonly num_removed_user_records: number | null;
	readonly created_at: string | null;
	readonly updated_at: string | null;
}

export interface AudienceDetails extends AudienceSummary {
	/** Null for an audience that is made of something else, or whose list is gone. */
	readonly customer_list: CustomerListDetails | null;
}

/** The input of `getAudience`. */
export const getAudienceInput = inputOf(
	{
		adAccountId,
		audienceId: required(
			idOf('audience', { label: 'Audience', description: 'The audience to get' }),
		),
	},
	undefined,
	{ ignoresOthers: true },
);

/** What `getAudience` takes. @interface */
export type OneAudience = GivenTo<typeof getAudienceInput>;

/** Pinterest's words, whichever it has: what is not one of them just fits nothing. */
const words = list(z.string(), { elements: 'words', leaveOutEmpty: true }).transform((given) =>
	given.length === 0 ? undefined : new Set(given.map((one) => one.trim().toUpperCase())),
);

/** The input of `listAudiences`. */
export const listAudiencesInput = inputOf(
	{
		adAccountId,
		limit,
		nameContains: text(
			{
				label: 'Name Contains',
				description: 'Only audiences whose name contains this text',
			},
			z.string(),
		),
		ownershipType: choice({
			label: 'Ownership Type',
			description: 'Whose audiences',
			choices: {
				OWNED: 'Owned',
				RECEIVED: { label: 'Received', description: 'Shared with this ad account' },
			},
		}),
		status: {
			...choices({
				label: 'Status',
				description: 'Only audiences of these statuses',
				choices: { INITIALIZING: 'Initializing', READY: 'Ready', TOO_SMALL: 'Too Small' },
			}),
			schema: words,
		},
		audienceType: {
			...choices({
				label: 'Audience Type',
				description: 'Only audiences of these types',
				choices: {
					CUSTOMER_LIST: 'Customer List',
					VISITOR: 'Visitor',
					ENGAGEMENT: 'Engagement',
					ACTALIKE: 'Actalike',
					PERSONA: 'Persona',
				},
			}),
			schema: words,
		},
		sort: sorting(
			{
				...{ created_at: 'Created', name: 'Name', size: 'Size' },
				...{ status: 'Status', updated_at: 'Updated' },
			},
			'Created',
		),
	},
	undefined,
	{ ignoresOthers: true },
);

/** What `listAudiences` takes. @interface */
export type WantedAudiences = GivenTo<typeof listAudiencesInput>;

const PAGE_SIZE = 250;

/**
 * One audience, with the customer list that it is made of. Operations `audiences/get`,
 * `customer_lists/get`.
 */
export async function getAudience(
	context: WorkerContext,
	input: OneAudience,
): Promise<AudienceDetails> {
	const wanted = readInput(getAudienceInput, input);
	const scope = { context, adAccountId: await adAccountIdFor(context, wanted.adAccountId) };
	const audience = await fetchAudience(scope, wanted.audienceId);
	const listId = customerListIdOf(audience);
	const summary = summaryOf(audience, scope.adAccountId);
	if (listId === undefined) return { ...summary, customer_list: null };
	const list = await attempt(getCustomerList(scope, listId));
	if (!list.ok && list.error.kind !== 'not-found') throw list.error;
	return { ...summary, customer_list: list.ok ? listDetails(list.record) : null };
}

/**
 * The audiences of an ad account, in Pinterest's order. Pinterest can filter by ownership only; the
 * rest is filtered here, page by page. Operation `audiences/list`.
 */
export async function listAudiences(
	context: WorkerContext,
	input: WantedAudiences = {},
): Promise<AudienceSummary[]> {
	const wanted = readInput(listAudiencesInput, input);
	const { sort, status, audienceType, nameContains, ownershipType } = wanted;
	const isSorted = sort?.by === 'created_at';
	const most = isSorted ? (wanted.limit ?? Infinity) : mostToRead(wanted);
	const scope = { context, adAccountId: await adAccountIdFor(context, wanted.adAccountId) };
	const part = nameContains === undefined ? undefined : compared(nameContains).toLowerCase();
	const fits = (audience: Audience) =>
		(status?.has(audience.status ?? '') ?? true) &&
		(audienceType?.has(audience.audience_type ?? '') ?? true) &&
		(part === undefined ||
			compared(audience.name ?? '')
				.toLowerCase()
				.includes(part));
	const filters = status ?? audienceType ?? part;
	const pageSize = filters === undefined ? Math.min(most, PAGE_SIZE) : PAGE_SIZE;
	const found: AudienceSummary[] = [];
	for await (const audience of audiencesOf(scope, ownershipType, {
		...{ pageSize, order: isSorted ? sort.direction : undefined },
	})) {
		if (!fits(audience)) continue;
		found.push(summaryOf(audience, scope.adAccountId));
		if (found.length >= most) break;
	}
	return inOrder(found, wanted);
}

function listDetails(list: CustomerList): CustomerListDetails {
	return {
		id: String(list.id),
		name: list.name ?? null,
		status: list.status ?? null,
		status_explanation: explainList(list.status),
		num_batches: list.num_batches ?? null,
		num_uploaded_user_records: list.num_uploaded_user_records ?? null,
		num_removed_user_records: list.num_removed_user_records ?? null,
		created_at: timeOf(list.created_time),
		updated_at: timeOf(list.updated_time),
	};
}
