import { clientOf } from '../client/client';
import { isAwaited, rememberCreated, withCreated, withId } from '../recovery/createdHere';
import type { AccountScope } from './customerLists';

/** The parts of an audience's rule (schema `AudienceRule`) that are read or written here. */
export interface AudienceRule {
	/** CUSTOMER_LIST. */
	readonly customer_list_id?: string | null;
	/** ACTALIKE: ids of audiences. */
	readonly seed_id?: readonly string[] | string | null;
	/** ACTALIKE: ISO 3166-1 alpha-2. */
	readonly country?: string | null;
	/** ACTALIKE: 1 to 10. Described as a number and shown as a text. */
	readonly percentage?: number | string | null;
}

/** An audience as Pinterest answers it (schema `Audience`); absent is the same as null. */
export interface Audience {
	readonly id: string;
	readonly name?: string | null;
	/** CUSTOMER_LIST, VISITOR, ENGAGEMENT, ACTALIKE, PERSONA. */
	readonly audience_type?: string | null;
	readonly rule?: AudienceRule | null;
	readonly description?: string | null;
	/** INITIALIZING, READY, TOO_SMALL. */
	readonly status?: string | null;
	readonly size?: number | null;
	/** Unix seconds, UTC. */
	readonly created_timestamp?: number | null;
	readonly updated_timestamp?: number | null;
	/** Who shares it with the ad account. */
	readonly created_by_company_name?: string | null;
}

const pathOf = ({ adAccountId }: AccountScope) => `/ad_accounts/${adAccountId}/audiences`;

/** The customer list that an audience is made of. */
export function customerListIdOf(audience: Audience): string | undefined {
	const id = audience.rule?.customer_list_id;
	return audience.audience_type === 'CUSTOMER_LIST' && id ? String(id) : undefined;
}

/** All audiences of the ad account, or those that others share with it. Operation `audiences/list`. */
export function audiencesOf(
	scope: AccountScope,
	ownership?: 'OWNED' | 'RECEIVED',
	pageSize?: number,
): AsyncGenerator<Audience> {
	return clientOf(scope.context).list<Audience>(
		{
			path: pathOf(scope),
			query: { ownership_type: ownership },
			category: 'ads_read',
			doing: 'list the audiences',
		},
		pageSize,
	);
}

/** The ad account's own audiences, those of this run that Pinterest does not list yet included. */
export function ownAudiencesOf(scope: AccountScope): AsyncGenerator<Audience> {
	return withCreated(scope.context, pathOf(scope), 'audiences', audiencesOf(scope));
}

/** Whether the ad account's audiences show all that this run has created. */
export async function areAudiencesShown(scope: AccountScope): Promise<boolean> {
	for await (const one of ownAudiencesOf(scope)) void one;
	return !isAwaited(scope.context, pathOf(scope));
}

/** Operation `audiences/get`. */
export async function fetchAudience(scope: AccountScope, id: string): Promise<Audience> {
	return await clientOf(scope.context).call<Audience>({
		method: 'GET',
		path: `${pathOf(scope)}/${id}`,
		category: 'ads_read',
		doing: `read the audience ${id}`,
	});
}

/** What an audience is created with (schema `AudienceCreateRequest`). */
export interface NewAudience {
	readonly name: string;
	readonly audience_type: 'CUSTOMER_LIST' | 'ACTALIKE';
	readonly rule: AudienceRule;
	readonly description?: string;
}

/**
 * Operation `audiences/create`.
 * @throws PinterestAdsError `outcome-unknown` where the answer was lost: look before repeating
 */
export async function createAudience(
	scope: AccountScope,
	body: NewAudience,
	doing: string,
): Promise<Audience> {
	const answer = await clientOf(scope.context).call<Audience>({
		method: 'POST',
		path: pathOf(scope),
		body,
		category: 'ads_write',
		repeat: 'unsafe',
		doing,
	});
	const audience = withId(answer, doing);
	rememberCreated(scope.context, pathOf(scope), audience);
	return audience;
}

/** Makes a list usable for targeting. */
export async function createListAudience(
	scope: AccountScope,
	customerListId: string,
	name: string,
	description?: string,
): Promise<Audience> {
	return await createAudience(
		scope,
		{
			name,
			audience_type: 'CUSTOMER_LIST',
			rule: { customer_list_id: customerListId },
			...(description === undefined ? {} : { description }),
		},
		`create the audience of the customer list ${customerListId}`,
	);
}
