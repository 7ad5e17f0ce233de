import type { Parcel } from './batches';

/** Pinterest tells events apart by name and id, so the second of a pair would be thrown away there. */
export class Seen {
	private readonly positions = new Map<string, Map<string, number>>();
	/** Most events are of the same account and name as the one before. */
	private last?: { adAccountId: string; name: string; ids: Map<string, number> };

	/** The position of the first event of the run with this ad account, name and id. */
	firstOf({ position, adAccountId, event }: Parcel): number {
		const ids = this.idsOf(adAccountId, event.event_name);
		const first = ids.get(event.event_id);
		if (first !== undefined) return first;
		ids.set(event.event_id, position);
		return position;
	}

	private idsOf(adAccountId: string, name: string): Map<string, number> {
		const { last } = this;
		if (last?.adAccountId === adAccountId && last.name === name) return last.ids;
		const kind = `${adAccountId} ${name}`;
		const ids = this.positions.get(kind) ?? new Map<string, number>();
		this.positions.set(kind, ids);
		this.last = { adAccountId, name, ids };
		return ids;
	}
}
