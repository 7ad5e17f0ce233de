import { checkConnected } from './checkConnected.operation';
import { checkTables } from './checkTables.operation';
import { compareMetrics } from './compareMetrics.operation';
import { noteConnectionCheck } from './noteConnectionCheck.operation';
import { noteDisconnect } from './noteDisconnect.operation';
import { noteRefusedToken } from './noteRefusedToken.operation';
import { tellOfConnection } from './tellOfConnection.operation';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [
	checkConnected,
	checkTables,
	compareMetrics,
	noteConnectionCheck,
	noteDisconnect,
	noteRefusedToken,
	tellOfConnection,
];
