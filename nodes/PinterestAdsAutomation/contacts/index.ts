import { answerSyncRequest } from './answerSyncRequest.operation';
import { checkSyncRequest } from './checkSyncRequest.operation';
import { chooseAudience } from './chooseAudience.operation';
import { describeSync } from './describeSync.operation';
import { findContacts } from './findContacts.operation';
import { findContactsAddedTwice } from './findContactsAddedTwice.operation';
import { findNewContacts } from './findNewContacts.operation';
import { listAudienceChoices } from './listAudienceChoices.operation';
import { pickContacts } from './pickContacts.operation';
import { readAudienceRequest } from './readAudienceRequest.operation';
import { summarizeAddedContacts } from './summarizeAddedContacts.operation';

/** For contacts that come in, and for whoever asks for a sync. */
export const contactOperations = [
	answerSyncRequest,
	checkSyncRequest,
	chooseAudience,
	describeSync,
	findContacts,
	findContactsAddedTwice,
	findNewContacts,
	listAudienceChoices,
	pickContacts,
	readAudienceRequest,
	summarizeAddedContacts,
];
