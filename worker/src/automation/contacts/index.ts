export { audienceKeyOf } from './audienceKey';
export { audienceChoices, chosenAudience, type AudienceChoice } from './audienceChoices';
export {
	audienceMeant,
	checkSyncRequest,
	readAudienceRequest,
	type AudienceRequest,
	type NamedAudience,
} from './audienceRequest';
export {
	contactsAdded,
	contactsNotAdded,
	type AddedCounts,
	type ContactsAdded,
} from './contactsAdded';
export { contactsOfFile, type FetchedFile } from './contactsOfFile';
export {
	findContacts,
	LARGEST_FILE_MB,
	MOST_CONTACTS,
	upToLargestFile,
	type FoundContacts,
} from './findContacts';
export { contactsAddedTwice, newContacts } from './newContacts';
export { pickContacts, type RowSource } from './pickContacts';
export {
	notSyncedAnswer,
	syncAnswer,
	syncPage,
	type CallersAnswer,
	type LastPage,
	type SyncedRow,
} from './syncAnswer';
export type { ToldFailure } from './told';
