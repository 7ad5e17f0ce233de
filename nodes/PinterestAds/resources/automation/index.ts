import { checkConnected } from './checkConnected.operation';
import { checkRetry } from './checkRetry.operation';
import { checkTables } from './checkTables.operation';
import { composeMessage } from './composeMessage.operation';
import { noteConnectionCheck } from './noteConnectionCheck.operation';
import { noteDisconnect } from './noteDisconnect.operation';
import { noteRefusedToken } from './noteRefusedToken.operation';
import { planWhatFollows } from './planWhatFollows.operation';
import { readFailure } from './readFailure.operation';
import { readRetry } from './readRetry.operation';
import { tellOfConnection } from './tellOfConnection.operation';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [
	checkConnected,
	checkRetry,
	checkTables,
	composeMessage,
	noteConnectionCheck,
	noteDisconnect,
	noteRefusedToken,
	planWhatFollows,
	readFailure,
	readRetry,
	tellOfConnection,
];
