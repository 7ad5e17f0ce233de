import type { ErrorKind } from '../../client/errors';
import type { Repeat } from '../../client/retry';
import type { Method } from '../../ports';

/** What is done to the elements of a batch, and what that means for its requests. */
export interface Change {
	readonly verb: 'create' | 'update';
	readonly method: Method;
	readonly repeat: Repeat;
	/** With these a request is refused as a whole for the sake of one element. */
	readonly oneCanSpoil: readonly ErrorKind[];
}

export const CREATE: Change = {
	verb: 'create',
	method: 'POST',
	repeat: 'unsafe',
	oneCanSpoil: ['invalid'],
};

/** It sets absolute values, so that doing it twice is the same as once. */
export const UPDATE: Change = {
	verb: 'update',
	method: 'PATCH',
	repeat: 'safe',
	oneCanSpoil: ['invalid', 'not-found'],
};
