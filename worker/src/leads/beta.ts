import type { PinterestAdsError } from '../client/errors';

/** What everything about lead forms has in common. */
const BETA =
	'Pinterest calls lead forms and the export of leads a beta, which not every app may use: if nothing else is wrong, ask your account manager at Pinterest for it.';

/** An app that is not in the beta is refused without a word about it, or is told that there is no such thing. */
export const orNotInBeta = (error: PinterestAdsError): PinterestAdsError =>
	error.kind === 'forbidden' || error.kind === 'not-found' ? error.with({ note: BETA }) : error;
