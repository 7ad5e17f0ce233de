import { clientOf } from '../client/client';
import { withId, type AccountScope } from './customerLists';

/** An audience as Pinterest answers it (schema `Audience`); absent is the same as null. */
export interface Audience {
	readonly id: string;
	readonly name?: string | null;
	/** CUSTOMER_LIST, VISITOR, ENGAGEMENT, ACTALIKE, PERSONA. */
	readonly audience_type?: string | null;
	readonly rule?: { readonly customer_list_id?: string | null } | null;
	readonly description?: string | null;
	/** INITIALIZING, READY, TOO_SMALL. */
	readonly status?: string | null;
	readonly size?: number | null;
	/** Unix seconds, UTC. */
	readonly created_timestamp?: number | null;
	readonly updated_timestamp?: number | null;
}

const pathOf = ({ adAccountId }: AccountScope) => `/ad_accounts/${adAccountId}/audiences`;

/** The customer list that an audience is made of. */
export function customerListIdOf(audience: Audience): string | undefined {
	const id = audience.rule?.customer_list_id;
	return audience.audience_type === 'CUSTOMER_LIST' && id ? String(id) : undefined;
}

/** All audiences that belong to the ad account. Operation `audiences/list`. */
export function audiencesOf(scope: AccountScope): AsyncGenerator<Audience> {
	return clientOf(scope.context).list<Audience>({
		path: pathOf(scope),
		category: 'ads_read',
		doing: 'list the audiences',
	});
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

/**
 * Makes a list usable for targeting. Operation `audiences/create`.
 * @throws PinterestAdsError `outcome-unknown` where the answer was lost: look before repeating
 */
export async function createListAudience(
	scope: AccountScope,
	customerListId: string,
	name: string,
	description?: string,
): Promise<Audience> {
	const doing = `create the audience of the customer list ${customerListId}`;
	const audience = await clientOf(scope.context).call<Audience>({
		method: 'POST',
		path: pathOf(scope),
		body: {
			name,
			audience_type: 'CUSTOMER_LIST',
			rule: { customer_list_id: customerListId },
			...(description === undefined ? {} : { description }),
		},
		category: 'ads_write',
		repeat: 'unsafe',
		doing,
	});
	return withId(audience, doing);
}
