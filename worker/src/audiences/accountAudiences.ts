import { clientOf } from '../client/client';
import {
	idField,
	idOf,
	isObject,
	numberField,
	objectField,
	objectOf,
	ownId,
	plainText,
	secondsField,
	textField,
	theOne,
	type Field,
	type JsonObject,
} from '../client/readers';
import type {
	Audience as AnyAudience,
	AudienceCreate,
	AudienceRule as AnyRule,
	AudienceUpdate,
	Read,
} from '../pinterest/types';
import { isAwaited, rememberCreated, withCreated } from '../delivery/createdHere';
import { AUDIENCE, type ListedKind } from '../entities';
import { fetchEntity, listEntities, listPath } from '../entityLists';
import type { Direction } from '../fields/sorting';
import type { AccountScope } from './sync/customerLists';

/**
 * An audience's rule. Read of it are the customer list, or of an ACTALIKE its seeds (IDs of audiences), country
 * (ISO 3166-1 alpha-2) and percentage (1 to 10); what else it has is handed on as it came.
 */
export type AudienceRule = AnyRule;

/** An audience as Pinterest answers it; absent is the same as null. Times are Unix seconds, UTC. */
export type Audience = Read<
	AnyAudience,
	| 'name'
	/** CUSTOMER_LIST, VISITOR, ENGAGEMENT, ACTALIKE, PERSONA. */
	| 'audience_type'
	| 'rule'
	| 'description'
	/** INITIALIZING, READY, TOO_SMALL. */
	| 'status'
	| 'size'
	| 'created_timestamp'
	| 'updated_timestamp'
	/** Who shares it with the ad account. */
	| 'created_by_company_name'
>;

const seedsField: Field<string | readonly string[]> = {
	read: (value) => {
		const seeds = [value].flat().map(idOf);
		if (seeds.some((seed) => seed === undefined)) return undefined;
		return Array.isArray(value) ? (seeds as string[]) : seeds[0];
	},
	odd: 'not a list of IDs',
};

/** Described as a number and shown as a text. */
const percentageField: Field<number | string> = {
	read: (value) => (/^\d{1,3}$/.test(plainText(value)) ? (value as number | string) : undefined),
	odd: 'not a percentage',
};

export const readAudience = objectOf<Audience>('an audience', {
	id: ownId,
	name: textField,
	audience_type: textField,
	rule: objectField(
		objectOf<AudienceRule>('an audience rule', {
			customer_list_id: idField,
			seed_id: seedsField,
			country: textField,
			percentage: percentageField,
		}),
	),
	description: textField,
	status: textField,
	size: numberField,
	created_timestamp: secondsField,
	updated_timestamp: secondsField,
	created_by_company_name: textField,
});

const audiencesPath = ({ adAccountId }: AccountScope) => listPath(AUDIENCES, adAccountId);

/** With all that is read of them here. */
const AUDIENCES: ListedKind<Audience> = { ...AUDIENCE, read: readAudience };

/** The customer list that an audience is made of. */
export function customerListIdOf(audience: Audience): string | undefined {
	const id = audience.rule?.customer_list_id;
	return audience.audience_type === 'CUSTOMER_LIST' && id ? String(id) : undefined;
}

interface AudienceListOptions {
	readonly pageSize?: number;
	/** By ID, of which the higher is the newer. */
	readonly order?: Direction;
}

/** All audiences of the ad account, or those that others share with it. Operation `audiences/list`. */
export function audiencesOf(
	scope: AccountScope,
	ownership?: 'OWNED' | 'RECEIVED',
	{ pageSize, order }: AudienceListOptions = {},
): AsyncGenerator<Audience> {
	const filter = { ownership_type: ownership, order };
	return listEntities(scope.context, AUDIENCES, scope.adAccountId, filter, { pageSize });
}

/** The ad account's own audiences, those of this run that Pinterest does not list yet included. */
export function ownAudiencesOf(scope: AccountScope): AsyncGenerator<Audience> {
	return withCreated(
		scope.context,
		audiencesPath(scope),
		audiencesOf(scope),
		async (id) => await fetchAudience(scope, id),
	);
}

/** Whether the ad account's audiences show all that this run has created. */
export async function areAudiencesShown(scope: AccountScope): Promise<boolean> {
	for await (const one of ownAudiencesOf(scope)) void one;
	return !isAwaited(scope.context, audiencesPath(scope));
}

/** An answer that tells something of the one that was asked for need not repeat its ID. */
const isNameless = (value: unknown): value is JsonObject =>
	isObject(value) &&
	(value.id === undefined || value.id === null) &&
	(typeof value.name === 'string' || typeof value.status === 'string');

/** Operation `audiences/get`. */
export async function fetchAudience(scope: AccountScope, id: string): Promise<Audience> {
	return await fetchEntity(scope.context, AUDIENCES, scope.adAccountId, id, readAudienceOf(id));
}

const readAudienceOf = (id: string) => (value: unknown) =>
	readAudience(isNameless(value) ? { ...value, id } : value);

/**
 * Operation `audiences/create`.
 * @throws PinterestAdsError `outcome-unknown` where the answer was lost: look before repeating
 */
export async function createAudience(
	scope: AccountScope,
	body: AudienceCreate,
	doing: string,
): Promise<Audience> {
	const audience = await clientOf(scope.context).call(
		{
			method: 'POST',
			path: audiencesPath(scope),
			body,
			category: 'ads_write',
			repeat: 'unsafe',
			doing,
		},
		readAudience,
	);
	rememberCreated(scope.context, audiencesPath(scope), audience);
	return audience;
}

/** Changes an audience; doing it twice is the same as once. Operation `audiences/update`. */
export async function changeAudience(
	scope: AccountScope,
	id: string,
	body: AudienceUpdate,
): Promise<Audience> {
	return await clientOf(scope.context).call(
		{
			method: 'PATCH',
			path: `${audiencesPath(scope)}/${id}`,
			body,
			category: 'ads_write',
			doing: `update the audience ${id}`,
		},
		theOne('audience', id, readAudienceOf(id)),
	);
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
