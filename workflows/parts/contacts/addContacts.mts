import { at, automation, calledByOthers, failed, rows, type Path } from '../../builder/index.mts';
import { AUDIENCES, CONTACTS } from '../../../worker/src/automation/tables.ts';

/** Above the other nodes of the workflow there is room for so many rows. */
const ROW = 9;
const goesOn = { onError: 'continueErrorOutput' } as const;

const KEY = "={{ $('Find the contacts').first().json.audience_key }}";

const contactsToAdd = calledByOthers('Contacts to add', at(0, ROW));

const theAudience = automation(
	'The audience',
	at(1, ROW),
	'readAudienceRequest',
	{ request: '={{ $json }}' },
	goesOn,
);

const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(2, ROW),
	{ where: [['audience_key', 'eq', '={{ $json.audience_key }}']], limit: 1 },
	{ alwaysOutputData: true },
);

const findTheContacts = automation(
	'Find the contacts',
	at(3, ROW),
	'findContacts',
	{
		request: "={{ $('The audience').first().json }}",
		contactsFrom: 'Contacts to add',
		binaryField: 'contact_file',
	},
	goesOn,
);

const aNewAudience = rows(AUDIENCES).doesNotExist('A new audience?', at(4, ROW - 2), [
	['audience_key', 'eq', '={{ $json.audience_key }}'],
]);

const addTheAudience = rows(AUDIENCES).insert('Add the audience', at(5, ROW - 2), {
	audience_key: '={{ $json.audience_key }}',
	name: '={{ $json.name }}',
	active: true,
	list_type: '={{ $json.list_type }}',
	sync_status: 'not_synced',
});

const itsFirstRow = rows(AUDIENCES).get('Its first row', at(6, ROW - 2), {
	where: [['audience_key', 'eq', '={{ $json.audience_key }}']],
	limit: 1,
	orderBy: ['id', 'ASC'],
});

const removeASecondRow = rows(AUDIENCES).remove('Remove a second row', at(7, ROW - 2), [
	['audience_key', 'eq', '={{ $json.audience_key }}'],
	['id', 'gt', '={{ $json.id }}'],
]);

/** n8n reads them in pages, and fails where another run adds some meanwhile. */
const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1000 } as const;

const itsContacts = rows(CONTACTS).get(
	'Its contacts',
	at(4, ROW + 1),
	{ where: [['audience_key', 'eq', '={{ $json.audience_key }}']], orderBy: ['id', 'ASC'] },
	{ alwaysOutputData: true, ...again },
);

const onlyNewOnes = automation('Only new ones', at(5, ROW + 1), 'findNewContacts', {
	contactsFrom: 'Find the contacts',
});

const addTheContacts = rows(CONTACTS).insertMany('Add the contacts', at(6, ROW + 1));

const lookAgain = rows(CONTACTS).get(
	'Look again',
	at(7, ROW),
	{
		where: [
			['audience_key', 'eq', KEY],
			// Whatever has come since its contacts were read.
			['id', 'gt', "={{ $('Its contacts').last().json.id ?? 0 }}"],
		],
		orderBy: ['id', 'ASC'],
	},
	again,
);

const addedTwice = automation('Added twice', at(8, ROW), 'findContactsAddedTwice', {
	contactsFrom: 'Find the contacts',
});

const removeTheSecond = rows(CONTACTS).remove('Remove the second', at(9, ROW), [
	['id', 'eq', '={{ $json.id }}'],
]);

const noteTheTime = rows(AUDIENCES).update('Note the time', at(7, ROW + 2), {
	where: [['audience_key', 'eq', KEY]],
	set: { contacts_added_at: '={{ $now.toISO() }}' },
});

const whatWasAdded = automation('What was added', at(4, ROW + 4), 'summarizeAddedContacts', {
	newContactsFrom: 'Only new ones',
	audienceFrom: 'Audience record',
});

/**
 * Adds the contacts that came for an audience, each once. It is called with the form's item and its file, or with
 * a request that has them in `analysis_data`, and its last item says what became of them.
 */
export const addContactsWhenCalled: readonly Path[] = [
	[contactsToAdd, theAudience, audienceRecord, findTheContacts],
	[findTheContacts, aNewAudience, addTheAudience, itsFirstRow, removeASecondRow],
	[findTheContacts, itsContacts, onlyNewOnes, addTheContacts],
	[addTheContacts, lookAgain, addedTwice, removeTheSecond],
	[addTheContacts, noteTheTime],
	[findTheContacts, whatWasAdded],
	[failed(theAudience), whatWasAdded],
	[failed(findTheContacts), whatWasAdded],
];
