import type { PinterestAdsError } from '../../client/errors';
import { endedByPreview } from '../../preview/preview';

/** What a sync or a removal would do. */
export interface PlannedSync {
	readonly name: string;
	readonly adAccountId: string;
	/** Left out: it would be created. */
	readonly listId?: string;
	readonly audienceId?: string;
	readonly counts: Readonly<Record<string, number>>;
	readonly adds: number;
	readonly removes: number;
	readonly warnings: readonly string[];
}

/** How a sync ends in a preview. Nobody's record is in it. */
export function syncPreviewed({
	name,
	adAccountId,
	listId,
	audienceId,
	counts,
	adds,
	removes,
	warnings,
}: PlannedSync): PinterestAdsError {
	const list =
		listId === undefined ? `a new customer list “${name}”` : `the customer list ${listId}`;
	const said = [
		`add ${counted(adds)} to ${list}`,
		...(removes > 0 ? [`take ${counted(removes)} out of it`] : []),
		...(audienceId === undefined ? [`create the audience “${name}” on it`] : []),
	];
	return endedByPreview({
		would: `Would ${said.join(', then ')}.`,
		changes: [
			...(listId === undefined ? [{ field: 'Customer List', from: 'none', to: name }] : []),
			...(audienceId === undefined ? [{ field: 'Audience', from: 'none', to: name }] : []),
			...(adds > 0 ? [{ field: 'Records To Add', to: adds }] : []),
			...(removes > 0 ? [{ field: 'Records To Remove', to: removes }] : []),
		],
		// They hold records: what they do is said above.
		requests: [],
		details: { to_add: adds, to_remove: removes, counts, customer_list_id: listId ?? null },
		...{ warnings, ad_account_id: adAccountId },
		...(audienceId === undefined ? {} : { id: audienceId }),
	});
}

const counted = (count: number) => `${count} ${count === 1 ? 'record' : 'records'}`;
