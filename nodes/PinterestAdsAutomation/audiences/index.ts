import { findDueAudiences } from './findDueAudiences.operation';
import { findEndsOfClaims } from './findEndsOfClaims.operation';
import { gatherContacts } from './gatherContacts.operation';
import { planSync } from './planSync.operation';
import { recordSync } from './recordSync.operation';
import { reportSync } from './reportSync.operation';
import { summarizeSyncs } from './summarizeSyncs.operation';

export const audienceOperations = [
	findDueAudiences,
	findEndsOfClaims,
	gatherContacts,
	planSync,
	recordSync,
	reportSync,
	summarizeSyncs,
];
