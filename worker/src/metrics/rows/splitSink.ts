import { unreadableAnswer } from '../../client/client';
import type { Granularity } from '../periods';
import type { RawRow } from './rawRow';
import { timeOf } from './rowValues';
import type { RowTaker } from './rowSink';

/** Hands rows of two periods that were asked for at once to the sink of each, by their days. */
export class SplitSink implements RowTaker {
	private readonly earlier: RowTaker;
	private readonly later: RowTaker;
	private readonly from: string;
	private readonly granularity: Granularity;

	/** @param from the first day of the later period */
	constructor(earlier: RowTaker, later: RowTaker, from: string, granularity: Granularity) {
		this.earlier = earlier;
		this.later = later;
		this.from = from;
		this.granularity = granularity;
	}

	/** @throws PinterestAdsError `unavailable` for a row that does not say its day, and so not its period */
	add(row: RawRow): void {
		const { date } = timeOf(row, this.granularity);
		if (date === null) throw unreadableAnswer('get the metrics', 'a row that does not say its day');
		(date < this.from ? this.earlier : this.later).add(row);
	}

	mark(): () => void {
		const takeBack = [this.earlier.mark(), this.later.mark()];
		return () => {
			for (const take of takeBack) take();
		};
	}
}
