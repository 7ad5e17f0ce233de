import { isHeld } from '../../../automation/audiences/claim';
import { dueAudiences } from '../../../automation/audiences/due';
import type { AudienceRow } from '../../../automation/tables';
import { momentOf } from '../times';

export type AudienceStatus = 'error' | 'syncing' | 'not synced' | 'synced';

/** What a card says of an audience. */
export interface AudienceCard {
	readonly key: string;
	readonly name: string;
	readonly status: AudienceStatus;
	readonly isActive: boolean;
	/** As Pinterest had matched them at the last sync; null where it was not said. */
	readonly size: number | null;
	/** What the last sync sent; null where there was none. */
	readonly contacts: number | null;
	readonly listType: string;
	readonly syncedAt?: number;
	/** Since when it is being synced. */
	readonly startedAt?: number;
	/** Whether contacts have been added since. */
	readonly hasNew: boolean;
	/** What failed, with what to do. */
	readonly error: string;
	readonly warning: string;
}

export interface Audiences {
	/** What needs a hand first. */
	readonly cards: readonly AudienceCard[];
	readonly counts: Readonly<Record<AudienceStatus, number>>;
	readonly switchedOff: number;
	/** How many *Sync all* would take. */
	readonly due: number;
	/** When the newest sync went well. */
	readonly newest?: number;
}

const ORDER: readonly AudienceStatus[] = ['error', 'syncing', 'not synced', 'synced'];

/** @param rows in the order of their ids */
export function audiencesOf(rows: readonly AudienceRow[], now: number): Audiences {
	const cards = rows.map((row) => cardOf(row, now));
	const counts = { error: 0, syncing: 0, 'not synced': 0, synced: 0 };
	for (const { status } of cards) counts[status]++;
	const times = cards.flatMap(({ syncedAt }) => (syncedAt === undefined ? [] : [syncedAt]));
	return {
		cards: cards.sort(
			(a, b) =>
				Number(b.isActive) - Number(a.isActive) ||
				ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
				a.name.localeCompare(b.name, 'en'),
		),
		counts,
		switchedOff: cards.filter(({ isActive }) => !isActive).length,
		due: dueAudiences(rows, 'bulk', now).length,
		newest: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
	};
}

const CUT_OFF =
	'The sync was cut off before it ended. Press *Sync now*: it goes on there, and nothing is created twice.';

function cardOf(row: AudienceRow, now: number): AudienceCard {
	const started = momentOf(row.sync_started_at);
	const added = momentOf(row.contacts_added_at);
	const synced = momentOf(row.last_synced_at);
	const status = statusOf(row, now);
	const isCutOff = row.sync_status === 'syncing' && status === 'error';
	return {
		key: row.audience_key ?? '',
		name: row.name || row.audience_key || '(no name)',
		...{ status, isActive: row.active === true },
		// A table of an earlier version lacks columns.
		size: row.audience_size ?? null,
		contacts: row.contacts_sent ?? null,
		listType: row.list_type || 'EMAIL',
		...{ syncedAt: synced, startedAt: started },
		hasNew: status === 'synced' && added !== undefined && added > (started ?? synced ?? 0),
		error: isCutOff ? CUT_OFF.replaceAll('*', '') : status === 'error' ? errorOf(row) : '',
		warning: row.warning ?? '',
	};
}

/** A run that is gone leaves its row *syncing*: after its lease nobody is at it. */
function statusOf(row: AudienceRow, now: number): AudienceStatus {
	if (row.sync_status === 'syncing') return isHeld(row, now) ? 'syncing' : 'error';
	if (row.sync_status === 'error') return 'error';
	return row.sync_status === 'synced' ? 'synced' : 'not synced';
}

const errorOf = ({ error_message: message }: AudienceRow): string =>
	message ||
	'The last sync failed, and no reason was written down. Press Sync now to see it again.';
