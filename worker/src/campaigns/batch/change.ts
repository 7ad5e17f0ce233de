import type { Repeat } from '../../client/retry';
import type { Method } from '../../ports';

/** What is done to the elements of a batch, and what that means for its requests. */
export interface Change {
	readonly verb: 'create' | 'update';
	readonly method: Method;
	readonly repeat: Repeat;
}

export const CREATE: Change = {
	verb: 'create',
	method: 'POST',
	repeat: 'unsafe',
};

/** It sets absolute values, so that doing it twice is the same as once. */
export const UPDATE: Change = {
	verb: 'update',
	method: 'PATCH',
	repeat: 'safe',
};
