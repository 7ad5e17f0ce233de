import { canOneSpoil } from '../client/errorKinds';
import type { Outcome } from '../outcome';
import type { Answer, Reply } from './plan';

/**
 * What a call to Pinterest came to.
 * @param answersOf what its answer says of each element
 * @param verb what was done: it decides for which errors one element may be to blame. Left out: for none
 */
export function replyOf<A, R>(
	called: Outcome<A>,
	answersOf: (answer: A) => ReadonlyArray<Answer<R>>,
	verb?: 'create' | 'update',
): Reply<R> {
	if (called.ok) return { then: 'answered', answers: answersOf(called.record) };
	const { error } = called;
	if (error.kind === 'outcome-unknown') return { then: 'lost', error };
	const isSpoilt = verb !== undefined && canOneSpoil(error.kind, verb);
	return { then: isSpoilt ? 'refused' : 'failed', error };
}
