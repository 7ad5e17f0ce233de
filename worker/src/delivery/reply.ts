import type { ErrorKind } from '../client/errors';
import type { Outcome } from '../outcome';
import type { Answer, Reply } from './plan';

/**
 * What a call to Pinterest came to.
 * @param answersOf what its answer says of each element
 * @param oneCanSpoil with these kinds a request is refused as a whole for the sake of one element
 */
export function replyOf<A, R>(
	called: Outcome<A>,
	answersOf: (answer: A) => ReadonlyArray<Answer<R>>,
	oneCanSpoil: readonly ErrorKind[] = [],
): Reply<R> {
	if (called.ok) return { then: 'answered', answers: answersOf(called.record) };
	const { error } = called;
	if (error.kind === 'outcome-unknown') return { then: 'lost', error };
	return { then: oneCanSpoil.includes(error.kind) ? 'refused' : 'failed', error };
}
