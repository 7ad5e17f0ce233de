import type { ErrorKind, PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import type { Outcome } from '../outcome';
import type { Looked } from './lookAgain';
import type { RequestLimits } from './openRequest';
import type { Search } from './refusals';

/** What an answer says of one element. */
export type Answer<R> =
	| Outcome<R>
	/** Nothing is known of it: it is dealt with by the plan's `whenLost`. */
	| 'unknown'
	/** The answer came and is silent about it: like `unknown`, but it is not sent a second time. */
	| 'unsaid'
	/** The answer is silent about it, but holds something that may well be it. */
	| 'unassignable';

/** What one request came to. */
export type Reply<R> =
	/** It says something of each element, in their order. */
	| { readonly then: 'answered'; readonly answers: ReadonlyArray<Answer<R>> }
	/** Refused as a whole, perhaps for the sake of one element: halved to find it. */
	| {
			readonly then: 'refused';
			readonly error: PinterestAdsError;
			/** By which refusals are told to be alike. Left out: what Pinterest says in the error. */
			readonly said?: string;
	  }
	/** Taken, but it is not said which of the elements were: halved where a repeat does no harm. */
	| { readonly then: 'unclear' }
	/** Not taken, for a reason that is none of the elements'. */
	| { readonly then: 'failed'; readonly error: PinterestAdsError }
	/** It is not known whether it arrived. */
	| { readonly then: 'lost'; readonly error: PinterestAdsError };

/** An element of which it is not known what became. */
export interface LostElement<E> {
	readonly element: E;
	/** Milliseconds, when it was first sent. */
	readonly sentAt: number;
}

/** What one look for lost elements has found. */
export interface Found<R> {
	/** For each of them, in their order. */
	readonly found: ReadonlyArray<R | undefined>;
	/** Why the list could not be read to its end: what is missing may be there all the same. */
	readonly unread?: unknown;
}

/** What is done about elements of which it is not known what became. */
export type WhenLost<E, R> =
	/** They would exist twice: looked for, and sent again only if they are certainly not there. */
	| {
			readonly then: 'look-up';
			/** Looks once. */
			find(lost: ReadonlyArray<LostElement<E>>): Promise<Found<R>>;
			/** Whether a second one would do no harm at once. Left out: none does. */
			maySendAgain?(element: E): boolean;
	  }
	/** Doing it twice is the same as once. */
	| { readonly then: 'send-again' }
	/** Nothing: it ends as unknown. */
	| { readonly then: 'leave' };

/** What is known of an element that ends as unknown. */
export interface Unknown {
	/** Milliseconds, when it was first sent. */
	readonly sentAt: number;
	/** Left out: it was not looked for. */
	readonly looked?: Looked;
	/** With which its last request was lost, where it was. */
	readonly error?: PinterestAdsError;
}

/**
 * How elements of one kind are delivered: all that differs between campaigns, keywords, customer lists and
 * conversions. The engine ({@link Delivery}) does the rest.
 */
export interface DeliveryPlan<E, R> {
	readonly context: WorkerContext;
	/** For the log, e.g. "campaigns". */
	readonly plural: string;
	/** Of one request. */
	readonly limits: RequestLimits;
	/** What an element adds to a request's body, and the body without any, in bytes. */
	sizeOf?(element: E): number;
	readonly envelope?: number;
	/** Sends one request. Never throws for what Pinterest or the way to it did. */
	post(elements: readonly E[]): Promise<Reply<R>>;
	readonly whenLost: WhenLost<E, R>;
	/** The error of an element that ends as unknown. */
	unknown(element: E, what: Unknown): PinterestAdsError;
	/** The error of an element that was refused alone. Left out: the request's. */
	refused?(element: E, error: PinterestAdsError): PinterestAdsError;
	/**
	 * The error of one of several that were refused together and are not looked at one by one. Left out: the
	 * request's.
	 * @param alone how many were refused alone before
	 */
	refusedTogether?(
		element: E,
		error: PinterestAdsError,
		how: { readonly why: Search; readonly alone: number; readonly together: number },
	): PinterestAdsError;
	/**
	 * The error of an element that was not sent any more. Left out: the one that ended it.
	 * @param end of an earlier request, after which no other can do better
	 */
	notSent?(element: E, end: PinterestAdsError): PinterestAdsError;
	/** How many requests may be spent on finding those that spoil others. Left out: as many as it takes. */
	readonly searchRequests?: number;
	/** Further kinds after which no other request of this plan can do better. */
	readonly endsAll?: readonly ErrorKind[];
}
