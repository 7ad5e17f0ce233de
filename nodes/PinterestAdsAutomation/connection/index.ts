import { checkConnected } from './checkConnected.operation';
import { checkTables } from './checkTables.operation';
import { noteConnectionCheck } from './noteConnectionCheck.operation';
import { noteDisconnect } from './noteDisconnect.operation';
import { noteRefusedToken } from './noteRefusedToken.operation';
import { tellOfConnection } from './tellOfConnection.operation';

export const connectionOperations = [
	checkConnected,
	checkTables,
	noteConnectionCheck,
	noteDisconnect,
	noteRefusedToken,
	tellOfConnection,
];
