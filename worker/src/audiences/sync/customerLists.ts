import { errorFromException } from '../../client/answerErrors';
import { clientOf } from '../../client/client';
import type { PinterestAdsError } from '../../client/errors';
import {
	numberField,
	objectOf,
	ownId,
	secondsField,
	textField,
	theOne,
} from '../../client/readers';
import type { WorkerContext } from '../../context';
import { isAwaited, rememberCreated, withCreated } from '../../delivery/createdHere';
import type {
	CustomerListCreate,
	CustomerListUpdate,
	CustomerList as AnyList,
	Exception,
	Read,
	Unread,
} from '../../pinterest/types';
import { CUSTOMER_LIST, type ListedKind } from '../../entities';
import { fetchEntity, listEntities, listPath } from '../../entityLists';
import type { fieldOf } from '../records/people';

/** Where lists and audiences live. */
export interface AccountScope {
	readonly context: WorkerContext;
	readonly adAccountId: string;
}

/** What carries the records: one text with commas or, after 5.23, a row for each person. */
export type RecordsField = ReturnType<typeof fieldOf>;
type CustomerListWith<T> = Omit<T, 'records'> & RecordsField;

/** A customer list as Pinterest answers it; absent is the same as null. Times are Unix seconds, UTC. */
export type CustomerList = Read<
	AnyList,
	| 'name'
	/** UPLOADING, PROCESSING, READY, TOO_SMALL. */
	| 'status'
	/** Not described in the answer, so only believed where it is there. */
	| 'list_type'
	/** These two count every record ever sent, also those that were in the list: no number of members. */
	| 'num_uploaded_user_records'
	| 'num_removed_user_records'
	| 'num_batches'
	| 'created_time'
	| 'updated_time'
	/** As it came: nothing of it is described. */
	| 'exceptions'
>;

const readCustomerList = objectOf<CustomerList>('a customer list', {
	id: ownId,
	name: textField,
	status: textField,
	list_type: textField,
	num_uploaded_user_records: numberField,
	num_removed_user_records: numberField,
	num_batches: numberField,
	created_time: secondsField,
	updated_time: secondsField,
});

export const TOO_SMALL = 'TOO_SMALL';

const customerListsPath = ({ adAccountId }: AccountScope) => listPath(LISTS, adAccountId);

/** With all that is read of them here. */
const LISTS: ListedKind<CustomerList> = { ...CUSTOMER_LIST, read: readCustomerList };

/** All lists of the ad account. Operation `customer_lists/list`. */
export function customerListsOf(scope: AccountScope): AsyncGenerator<CustomerList> {
	const path = customerListsPath(scope);
	const listed = listEntities(scope.context, LISTS, scope.adAccountId);
	return withCreated(scope.context, path, listed, async (id) => await getCustomerList(scope, id));
}

/** Whether the ad account's lists show all that this run has created. */
export async function areListsShown(scope: AccountScope): Promise<boolean> {
	for await (const one of customerListsOf(scope)) void one;
	return !isAwaited(scope.context, customerListsPath(scope));
}

/** Operation `customer_lists/get`. */
export async function getCustomerList(scope: AccountScope, id: string): Promise<CustomerList> {
	return await fetchEntity(scope.context, LISTS, scope.adAccountId, id);
}

/**
 * Creates a list with its first records, which are one text with commas. Operation `customer_lists/create`.
 * @throws PinterestAdsError `outcome-unknown` where the answer was lost: look before repeating
 */
export async function createCustomerList(
	scope: AccountScope,
	body: CustomerListWith<CustomerListCreate>,
): Promise<CustomerList> {
	const list = await clientOf(scope.context).call(
		{
			method: 'POST',
			path: customerListsPath(scope),
			body,
			category: 'ads_write',
			repeat: 'unsafe',
			doing: 'create the customer list',
		},
		readCustomerList,
	);
	rememberCreated(scope.context, customerListsPath(scope), list);
	return list;
}

/**
 * Adds records to a list or takes them out. Both may be repeated: what is in stays in, what is out
 * stays out. Operation `customer_lists/update`.
 * @param records comma-separated texts, or rows of people
 */
export async function changeCustomerList(
	scope: AccountScope,
	id: string,
	operation: CustomerListUpdate['operation_type'],
	records: RecordsField,
): Promise<CustomerList> {
	return await clientOf(scope.context).call(
		{
			method: 'PATCH',
			path: `${customerListsPath(scope)}/${id}`,
			body: {
				operation_type: operation,
				...records,
			} satisfies CustomerListWith<CustomerListUpdate>,
			category: 'ads_write',
			doing:
				operation === 'ADD'
					? `add records to the customer list ${id}`
					: `remove records from the customer list ${id}`,
		},
		theOne('customer list', id, readCustomerList),
	);
}

/** The refusal that a successful answer may carry (`exceptions`, an empty object where all is well). */
export function exceptionIn(list: CustomerList, doing: string): PinterestAdsError | undefined {
	const all: unknown[] = Array.isArray(list.exceptions) ? list.exceptions : [list.exceptions];
	const first = all.find((one) => typeof one === 'object' && one !== null && hasContent(one));
	if (first === undefined) return undefined;
	const { code, message } = first as Unread<Exception>;
	return errorFromException(
		{
			code: typeof code === 'number' ? code : undefined,
			message: typeof message === 'string' ? message : undefined,
		},
		doing,
	);
}

const hasContent = ({ code, message }: Unread<Exception>) =>
	typeof code === 'number' || (typeof message === 'string' && message !== '');
