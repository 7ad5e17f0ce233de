import { firstOf } from '../../input';
import { groupedBy } from '../../values/grouping';

/** Something that a copy has not got, though the original has it. */
export interface NotCarried {
	/** Such as "audience “Buyers” (2542620905475)". */
	readonly what: string;
	/** Such as "ad group “US”"; of many the first few. */
	readonly of: string;
	readonly why: string;
	readonly what_to_do: string;
	/** Of the original's campaign, ad groups or ads that have it. */
	readonly ids: readonly string[];
}

/** A part of the original as messages name it. */
export interface Part {
	readonly called: string;
	readonly id: string;
}

/** "ad group “US”", or by its ID where it has no name. */
export function partOf(noun: string, id: string, name: unknown): Part {
	const called = typeof name === 'string' && name !== '' ? `${noun} “${name}”` : `${noun} ${id}`;
	return { called, id };
}

type Lost = Omit<NotCarried, 'of' | 'ids'>;

/** What is to be told of a copy. The same said of many parts is one entry. */
export class Findings {
	private readonly lost: Array<{ readonly lost: Lost; readonly part: Part }> = [];
	private readonly said: Array<{ readonly text: string; readonly part?: Part }> = [];

	leaveOut(part: Part, what: string, why: string, whatToDo: string): void {
		this.lost.push({ lost: { what, why, what_to_do: whatToDo }, part });
	}

	/**
	 * What may cost money, or reach other people than the original: it comes first in the output.
	 * @param text with `{of}` where the parts are named that it is said of
	 */
	warn(text: string, part?: Part): void {
		this.said.push({ text, part });
	}

	get notCarried(): NotCarried[] {
		return [
			...groupedBy(this.lost, ({ lost }) => JSON.stringify(Object.values(lost))).values(),
		].map((alike) => ({
			what: alike[0].lost.what,
			of: firstOf(alike.map(({ part }) => part.called)),
			why: alike[0].lost.why,
			what_to_do: alike[0].lost.what_to_do,
			ids: alike.map(({ part }) => part.id),
		}));
	}

	get warnings(): string[] {
		return [...groupedBy(this.said, ({ text }) => text)].map(([text, alike]) =>
			text.replace('{of}', () =>
				firstOf(alike.flatMap(({ part }) => (part === undefined ? [] : [part.called]))),
			),
		);
	}
}
