import { checkRetry } from './checkRetry.operation';
import { composeMessage } from './composeMessage.operation';
import { planWhatFollows } from './planWhatFollows.operation';
import { readFailure } from './readFailure.operation';
import { readRetry } from './readRetry.operation';

export const failureOperations = [
	checkRetry,
	composeMessage,
	planWhatFollows,
	readFailure,
	readRetry,
];
