/** What follows a failed run: what it was, whether it is tried again, and who is told what. */
export { cutOffBefore, forgetBefore, ROW_STAYS_DAYS } from './bounds';
export { cameOfAttempt } from './cameOfAttempt';
export { composeMessage, rememberTold, type Message, type ToldBefore } from './composeMessage';
export { planAttempt } from './planAttempt';
export {
	isToBeTold,
	planWhatFollows,
	type ErrorToWrite,
	type Happened,
	type Outcome as FailureOutcome,
	type Place,
} from './planWhatFollows';
export { readFailure, said, type Failure, type ReportedFailure } from './readFailure';
