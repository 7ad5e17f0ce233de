import {
	at,
	fields,
	isTrue,
	groupNote,
	only,
	rows,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { named } from '../titles.mts';
import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { syncButtonPaths, syncTheAudience } from '../parts/contacts/syncButton.mts';
import { syncFormPaths, syncTheChosenAudience } from '../parts/contacts/syncForm.mts';

const ROW = 12;

const wasTheTokenRefused = only(
	'Was the token refused?',
	at(9, ROW),
	isTrue("={{ $json.outcome === 'error' && $json.error_kind === 'token-expired' }}"),
);

/** Its row is marked by *Sync one audience to Pinterest*; a token that was renewed meanwhile leaves nothing to tell. */
const connection = rows(CONNECTION).get('Connection', at(10, ROW), {
	where: [
		['connection_key', 'eq', 'main'],
		['status', 'eq', 'unauthorized'],
	],
	limit: 1,
});

const whatToTell = fields('What to tell', at(11, ROW), [
	[
		'message',
		'string',
		'=The connection with Pinterest is unauthorized, and the schedules rest: {{ $json.message }}',
	],
	['description', 'string', '={{ $json.hint }}'],
	['kind', 'string', 'token-expired'],
	['retryable', 'boolean', false],
]);

const tell = stopWith('Tell that it is unauthorized', at(12, ROW), '={{ JSON.stringify($json) }}');

export default workflow({
	file: 'sync-now',
	id: 'pinAdsSyncNow',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		...syncButtonPaths,
		...syncFormPaths,
		[syncTheAudience, wasTheTokenRefused],
		[syncTheChosenAudience, wasTheTokenRefused, connection, whatToTell, tell],
	],
	overview: {
		forWhom:
			'For whoever cannot wait for the next morning: a form for people, and a webhook for your own system, such as a button on an audience’s page.',
		howItWorks: `Both hand one audience to ${named('pinAdsSyncAudience')} and say what came of it. Contacts that come with a call are added by ${named('pinAdsAddContacts')} first. Executions are not stored, as they hold contacts.`,
		makeItYours: 'The form’s words are in *Sync form* and *Which audience?*.',
	},
	notes: [
		groupNote(
			'The sync button',
			{ at: [-40, -480], width: 1160, height: 260 },
			`Call the **production URL** of the node *Sync button*: \`POST … {"audience": "Newsletter subscribers", "analysis_data": { … }}\`

**analysis_data** holds the contacts, in any shape: a list, a text, or an object in which the addresses lie at any depth. Those that are not in **pinterest_contacts** yet are added, a new audience gets its row, and the audience is synced. Without analysis_data, what is in the table is synced.

The answer is the audience’s row with its *outcome*: 200 synced, 409 not now (another run is at it, or Pinterest is not connected), 502 refused by Pinterest, 404 no such audience, 400 nothing to use, 500 not stored. **Who may call it**: whoever sends the header of the credential “Pinterest webhooks”, chosen in *Sync button*. Others are answered 403.`,
		),
		groupNote(
			'The sync button, for people',
			{ at: [-40, 480], width: 760, height: 180 },
			`Open the **production URL** of the node *Sync form*: choose an audience from the list, press the button, and the last page says what came of it.

**Who may open it**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Sync form*.`,
		),
		groupNote(
			'Where the token was refused',
			{ at: [1180, 1220], width: 640, height: 120 },
			`${named('pinAdsSyncAudience')} has marked the connection as \`unauthorized\`. The error handler is told, once: all schedules rest now.`,
		),
	],
});
