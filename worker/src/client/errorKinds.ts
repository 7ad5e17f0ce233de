import type { ErrorAction } from './errorActions';

/** All that follows from the kind of an error. */
export interface KindMeaning {
	/** When an error is of this kind. */
	readonly means: string;
	/** What Pinterest did, as the end of a sentence: "Could not list the campaigns: …". */
	readonly words: string;
	/** What has to be done, where nothing more is known than the kind. */
	readonly action: ErrorAction;
	/**
	 * When the same call may succeed: by itself after a while, after looking whether it was done, or only
	 * after something has changed. What looks first anyway (a sync, a launch) may be repeated for the first two.
	 */
	readonly again: 'after-a-while' | 'after-looking' | 'after-a-change';
	/**
	 * What cannot end better any more in the same run and ad account: nothing at all, what is sent (while
	 * looking may still succeed), or any request.
	 */
	readonly ends: 'nothing' | 'sending' | 'everything';
	/** Whether one bad element can be the reason for which a request of many is refused as a whole. */
	readonly oneCanSpoil: 'never' | 'updates' | 'creates and updates';
	/** Whether it is certain that Pinterest has changed nothing. */
	readonly nothingDone: boolean;
	/** Whether it is Pinterest's answer to what was asked: what was asked for cannot be had here. */
	readonly answers: boolean;
	/** Whether it is about the one thing that was asked for, so that the next one may well succeed. */
	readonly ofOneThing: boolean;
	/** What it says of the connection: it is `unauthorized` unless `untouched`. */
	readonly connection: 'untouched' | 'not-allowed' | 'token-refused';
}

/**
 * The one table of what an error's kind means. A new kind is a row here, and the compiler asks for the rest.
 * docs/troubleshooting.md shows a part of it.
 */
const KINDS = {
	'token-expired': {
		means: 'HTTP 401: the token is expired, revoked or mistyped',
		words: 'Invalid access token',
		action: 'reconnect',
		again: 'after-a-change',
		ends: 'everything',
		oneCanSpoil: 'never',
		nothingDone: true,
		answers: false,
		ofOneThing: false,
		connection: 'token-refused',
	},
	'token-scope': {
		means: 'HTTP 401 with code 3: the token lacks a scope',
		words: 'the access token lacks a scope',
		action: 'add-scopes',
		again: 'after-a-change',
		ends: 'everything',
		oneCanSpoil: 'never',
		nothingDone: true,
		answers: false,
		ofOneThing: false,
		connection: 'not-allowed',
	},
	forbidden: {
		means: 'HTTP 403: no role on the ad account, or something that the app may not use',
		words: 'no permission on this ad account',
		action: 'ask-for-a-role',
		again: 'after-a-change',
		ends: 'everything',
		oneCanSpoil: 'never',
		nothingDone: true,
		answers: true,
		ofOneThing: false,
		connection: 'not-allowed',
	},
	'rate-limited': {
		means: 'HTTP 429, and waiting any longer would not be reasonable',
		words: 'rate limit reached',
		action: 'wait',
		again: 'after-a-while',
		ends: 'sending',
		oneCanSpoil: 'never',
		nothingDone: true,
		answers: false,
		ofOneThing: false,
		connection: 'untouched',
	},
	invalid: {
		means: 'refused by Pinterest, or by this package before anything was sent',
		words: 'Pinterest refused the request',
		action: 'correct-the-input',
		again: 'after-a-change',
		ends: 'nothing',
		oneCanSpoil: 'creates and updates',
		nothingDone: true,
		answers: true,
		ofOneThing: true,
		connection: 'untouched',
	},
	'not-found': {
		means: 'what the input names does not exist',
		words: 'not found',
		action: 'check-the-id',
		again: 'after-a-change',
		ends: 'nothing',
		oneCanSpoil: 'updates',
		nothingDone: true,
		answers: true,
		ofOneThing: true,
		connection: 'untouched',
	},
	unavailable: {
		means: 'HTTP 5xx, an answer that makes no sense, or a list that cannot be read to its end',
		words: 'Pinterest is not answering properly',
		action: 'run-again',
		again: 'after-a-while',
		ends: 'nothing',
		oneCanSpoil: 'never',
		nothingDone: false,
		answers: false,
		ofOneThing: false,
		connection: 'untouched',
	},
	network: {
		means: 'no connection to Pinterest',
		words: 'no connection to Pinterest',
		action: 'check-the-network',
		again: 'after-a-while',
		ends: 'nothing',
		oneCanSpoil: 'never',
		nothingDone: false,
		answers: false,
		ofOneThing: false,
		connection: 'untouched',
	},
	'outcome-unknown': {
		means: 'the answer to a create was lost, and looking for it did not settle it',
		words: 'it is not known whether Pinterest did it',
		action: 'look-before-repeating',
		again: 'after-looking',
		ends: 'nothing',
		oneCanSpoil: 'never',
		nothingDone: false,
		answers: false,
		ofOneThing: false,
		connection: 'untouched',
	},
	previewed: {
		means: 'inside of a preview: the task ends here, and nothing was sent',
		words: 'it is only a preview',
		action: 'none',
		again: 'after-a-change',
		ends: 'nothing',
		oneCanSpoil: 'never',
		nothingDone: true,
		answers: false,
		ofOneThing: true,
		connection: 'untouched',
	},
	cancelled: {
		means: 'the run was cancelled',
		words: 'it was cancelled',
		action: 'none',
		again: 'after-a-change',
		ends: 'everything',
		oneCanSpoil: 'never',
		nothingDone: false,
		answers: false,
		ofOneThing: false,
		connection: 'untouched',
	},
} as const satisfies Readonly<Record<string, KindMeaning>>;

/** What went wrong, in the only terms that decide what happens next. */
export type ErrorKind = keyof typeof KINDS;

export const ERROR_KINDS: Readonly<Record<ErrorKind, KindMeaning>> = KINDS;

/** Whether the same call may succeed later without anybody changing or checking anything. */
export const isRetryable = (kind: ErrorKind): boolean =>
	ERROR_KINDS[kind].again === 'after-a-while';

/** The same for what looks first whether it has been done: a sync, a launch, an update. */
export const isRetryableAfterLooking = (kind: ErrorKind): boolean =>
	ERROR_KINDS[kind].again !== 'after-a-change';

/** Whether no request at all can end better in the same run and ad account, not even a look. */
export const isHopeless = (kind: ErrorKind): boolean => ERROR_KINDS[kind].ends === 'everything';

/** Whether nothing else that is sent in the same run and to the same ad account can end better. */
export const endsSending = (kind: ErrorKind): boolean => ERROR_KINDS[kind].ends !== 'nothing';

/** Whether the request may have been refused as a whole for the sake of one element. */
export function canOneSpoil(kind: ErrorKind, verb: 'create' | 'update'): boolean {
	const { oneCanSpoil } = ERROR_KINDS[kind];
	return oneCanSpoil === 'creates and updates' || (oneCanSpoil === 'updates' && verb === 'update');
}

/** Whether it is certain that Pinterest has changed nothing. */
export const isNothingDone = (kind: ErrorKind): boolean => ERROR_KINDS[kind].nothingDone;

/** Whether Pinterest has answered that what was asked for cannot be had here. */
export const isAnswer = (kind: ErrorKind): boolean => ERROR_KINDS[kind].answers;

/** Whether it is about the one thing that was asked for; the next one may well succeed. */
export const isOfOneThing = (kind: ErrorKind): boolean => ERROR_KINDS[kind].ofOneThing;

/** Whether it makes a connection `unauthorized`. */
export const isOfConnection = (kind: ErrorKind): boolean =>
	ERROR_KINDS[kind].connection !== 'untouched';

/** Whether Pinterest does not take the token at all, whatever it is asked for. */
export const isTokenRefused = (kind: ErrorKind): boolean =>
	ERROR_KINDS[kind].connection === 'token-refused';
