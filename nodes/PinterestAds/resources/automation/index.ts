import { checkConnected } from './checkConnected.operation';
import { checkTables } from './checkTables.operation';
import { conversionOperations } from './conversions';
import { noteConnectionCheck } from './noteConnectionCheck.operation';
import { noteDisconnect } from './noteDisconnect.operation';
import { noteRefusedToken } from './noteRefusedToken.operation';
import { tellOfConnection } from './tellOfConnection.operation';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [
	checkConnected,
	checkTables,
	noteConnectionCheck,
	noteDisconnect,
	noteRefusedToken,
	tellOfConnection,
	...conversionOperations,
];
