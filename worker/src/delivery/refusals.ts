import { PinterestAdsError } from '../client/errors';
import type { EntityKind, Fields } from '../entities';
import type { Change } from './change';

/** So many refused alone and alike, and none taken: it is not the elements, it is what they share. */
export const ALL_REFUSED_AFTER = 8;

/** What Pinterest itself said, without our words around it. */
export const saidBy = ({ message }: PinterestAdsError): string =>
	message.slice(message.lastIndexOf('('));

/** Tells whether it is still worth it to look for the elements that make Pinterest refuse a request. */
export class Refusals {
	private alone = 0;
	private said?: string;
	private differ = false;

	/** Pinterest took a request: the others are refused for what they are. */
	accepted(): void {
		this.differ = true;
	}

	refusedAlone(error: PinterestAdsError): void {
		this.alone += 1;
		this.said ??= saidBy(error);
		if (this.said !== saidBy(error)) this.differ = true;
	}

	/** @param error with which several were refused together */
	areAllAlike(error: PinterestAdsError): boolean {
		return !this.differ && this.alone >= ALL_REFUSED_AFTER && this.said === saidBy(error);
	}

	/** The error of an element that was refused together with others and not tried alone. */
	alike(
		kind: EntityKind,
		verb: Change['verb'],
		body: Fields,
		error: PinterestAdsError,
	): PinterestAdsError {
		const { code, status, kind: meant } = error;
		return new PinterestAdsError(
			meant,
			`Could not ${verb} the ${kind.describe(body)}: Pinterest refused it together with others, and ${this.alone} ${kind.plural} before it alike ${saidBy(error)}`,
			{ code, status },
		);
	}
}
