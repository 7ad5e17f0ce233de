import type { PendingEvent } from './eventDelivery';

/**
 * Which event of a run is the first of its ad account, name and ID: Pinterest tells events apart by these, so
 * the second of a pair would be thrown away there. Tests are no duplicates of real events.
 */
export class FirstEvents {
	private readonly positions = new Map<string, Map<string, number>>();
	/** Most events are of the same kind as the one before. */
	private last?: Pick<PendingEvent, 'adAccountId' | 'test'> & { name: string; ids: Ids };

	/** The position of the first one like this event. */
	positionOf({ position, adAccountId, test, event }: PendingEvent): number {
		const ids = this.idsOf(adAccountId, test, event.event_name);
		const first = ids.get(event.event_id);
		if (first !== undefined) return first;
		ids.set(event.event_id, position);
		return position;
	}

	private idsOf(adAccountId: string, test: boolean, name: string): Ids {
		const { last } = this;
		if (last?.adAccountId === adAccountId && last.name === name && last.test === test)
			return last.ids;
		const kind = `${adAccountId} ${test} ${name}`;
		const ids: Ids = this.positions.get(kind) ?? new Map<string, number>();
		this.positions.set(kind, ids);
		this.last = { adAccountId, test, name, ids };
		return ids;
	}
}

type Ids = Map<string, number>;
