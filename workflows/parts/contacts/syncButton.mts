import {
	answer,
	at,
	automation,
	call,
	decide,
	equals,
	failed,
	isTrue,
	no,
	node,
	rows,
	webhook,
	type Path,
} from '../../builder/index.mts';
import { AUDIENCES, CONNECTION } from '../../../worker/src/automation/tables.ts';

const goesOn = { onError: 'continueErrorOutput' } as const;

const syncButton = webhook('Sync button', at(0, 0), 'pinterest-sync-now', 'pinterest-ads-sync-now');

const request = automation(
	'Request',
	at(1, 0),
	'readAudienceRequest',
	{ request: '={{ $json.body }}' },
	goesOn,
);

const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(2, 0),
	{ where: [['audience_key', 'eq', '={{ $json.audience_key }}']], limit: 1 },
	{ alwaysOutputData: true },
);

const theConnection = rows(CONNECTION).get(
	'The connection',
	at(3, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true },
);

const canItBeDone = automation(
	'Can it be done?',
	at(4, 0),
	'checkSyncRequest',
	{
		request: "={{ $('Request').first().json }}",
		audience: "={{ $('Audience record').first().json }}",
		contactsFrom: 'Sync button',
	},
	goesOn,
);

const doesItBringContacts = decide(
	'Does it bring contacts?',
	at(5, 0),
	isTrue('={{ $json.brings_contacts }}'),
);

const addTheContacts = node(
	'Add the contacts',
	at(6, -2),
	'executeWorkflow',
	1.2,
	{
		workflowId: { __rl: true, mode: 'list', value: 'pinAdsAddContacts' },
		workflowInputs: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
		options: {},
	},
	goesOn,
);

const wereTheyAdded = decide(
	'Were they added?',
	at(7, -2),
	equals('={{ $json.outcome }}', 'added'),
);

export const syncTheAudience = call('Sync the audience', at(8, 0), 'pinAdsSyncAudience', {
	audience_key: ['string', '={{ $json.audience_key }}'],
});

const whatToAnswer = automation('What to answer', at(9, 0), 'answerSyncRequest', {
	contactsFrom: 'Add the contacts',
});

const answerNode = answer('Answer', at(10, 0), '={{ $json.answer }}', '={{ $json.status }}');

/** For other systems: a request, perhaps with contacts, is judged, its contacts are added, the audience is synced. */
export const syncButtonPaths: readonly Path[] = [
	[syncButton, request, audienceRecord, theConnection, canItBeDone, doesItBringContacts],
	[doesItBringContacts, addTheContacts, wereTheyAdded, syncTheAudience, whatToAnswer, answerNode],
	[no(doesItBringContacts), syncTheAudience],
	[failed(request), whatToAnswer],
	[failed(canItBeDone), whatToAnswer],
	[failed(addTheContacts), whatToAnswer],
	[no(wereTheyAdded), whatToAnswer],
];
