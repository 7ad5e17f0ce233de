import { PinterestAdsError } from '../client/errors';

/** So many refused alone and alike, and none taken: it is not the elements, it is what they share. */
export const ALL_REFUSED_AFTER = 8;

/** What Pinterest itself said, without our words around it. */
export const saidBy = ({ message }: PinterestAdsError): string =>
	message.slice(message.lastIndexOf('('));

/**
 * What to do with several elements that were refused together:
 * - `halve`: look for the ones that spoil the request;
 * - `all-alike`: as many before were refused alone with the same words, so these will be as well;
 * - `too-many`: looking for them has cost as many requests as it may.
 */
export type Search = 'halve' | 'all-alike' | 'too-many';

/** Whether it is still worth it to look for the elements that make Pinterest refuse a request. */
export class Refusals {
	/** How many were refused when they were sent alone. */
	alone = 0;
	private said?: string;
	private differ = false;
	private requestsLeft: number;

	/** @param requests how many may be spent on looking */
	constructor(requests = Infinity) {
		this.requestsLeft = requests;
	}

	/** Pinterest took an element: the others are refused for what they are. */
	accepted(): void {
		this.differ = true;
	}

	refusedAlone(said: string): void {
		this.alone += 1;
		this.said ??= said;
		if (this.said !== said) this.differ = true;
	}

	/** @param said with which several were refused together */
	search(said: string): Search {
		if (!this.differ && this.alone >= ALL_REFUSED_AFTER && this.said === said) return 'all-alike';
		if (this.requestsLeft < 2) return 'too-many';
		this.requestsLeft -= 2;
		return 'halve';
	}
}
