import { checkConnected } from './checkConnected.operation';
import { checkLaunch } from './checkLaunch.operation';
import { checkTables } from './checkTables.operation';
import { claimLaunch } from './claimLaunch.operation';
import { endLaunch } from './endLaunch.operation';
import { noteConnectionCheck } from './noteConnectionCheck.operation';
import { noteDisconnect } from './noteDisconnect.operation';
import { noteRefusedToken } from './noteRefusedToken.operation';
import { readLaunchForm } from './readLaunchForm.operation';
import { tellOfConnection } from './tellOfConnection.operation';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [
	checkConnected,
	checkLaunch,
	checkTables,
	claimLaunch,
	endLaunch,
	noteConnectionCheck,
	noteDisconnect,
	noteRefusedToken,
	readLaunchForm,
	tellOfConnection,
];
