import { at, fields, isTrue, note, only, rows, stopWith, workflow } from '../builder/index.mts';
import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { syncButtonPaths, syncTheAudience } from '../parts/contacts/syncButton.mts';
import { syncFormPaths, syncTheChosenAudience } from '../parts/contacts/syncForm.mts';

const ROW = 12;

const wasTheTokenRefused = only(
	'Was the token refused?',
	at(9, ROW),
	isTrue("={{ $json.outcome === 'error' && $json.error_kind === 'token-expired' }}"),
);

/** Its row is marked by *sync one audience*; a token that was renewed meanwhile leaves nothing to tell. */
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
	name: 'sync now',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		...syncButtonPaths,
		...syncFormPaths,
		[syncTheAudience, wasTheTokenRefused],
		[syncTheChosenAudience, wasTheTokenRefused, connection, whatToTell, tell],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -940], width: 560, height: 420, color: 'red' },
			`## Imported in the editor? Choose first
1. *Sync button*: a **Header Auth credential** with the name and the value of a header, both of your choice. Whoever calls the webhook sends it.
2. *Sync form*: a **Basic Auth credential** with a user and a password that you choose. Whoever opens the form signs in with them.
3. The workflow *sync one audience* in *Sync the audience* and in *Sync the chosen audience*. As imported, it shows an ID: open the list and choose the name.
4. The workflow *add contacts* in *Add the contacts*.
5. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
6. In the same settings: *Do not save* under **Save successful production executions** and **Save failed production executions**, as they hold contacts.
7. Publish.`,
		),
		note(
			'What it does',
			{ at: [560, -940], width: 560, height: 420, color: 'yellow' },
			`## One audience, now
For whoever cannot wait for the daily sync: a form for people, and a webhook for your own system, such as a button on an audience’s page.

**How it works**: both hand one audience to *sync one audience* and say what came of it. Contacts that come with a call are added by *add contacts* first.

**To set**: the two credentials.

**To customise**: the form’s words are in *Sync form* and *Which audience?*.

Executions are not stored, as they hold contacts.`,
		),
		note(
			'Note 1',
			{ at: [-40, -480], width: 1160, height: 260, color: 'green' },
			`## The sync button
Call the **production URL** of the node *Sync button*: \`POST … {"audience": "Newsletter subscribers", "analysis_data": { … }}\`

**analysis_data** holds the contacts, in any shape: a list, a text, or an object in which the addresses lie at any depth. Those that are not in **pinterest_contacts** yet are added, a new audience gets its row, and the audience is synced. Without analysis_data, what is in the table is synced.

The answer is the audience’s row with its *outcome*: 200 synced, 409 not now (another run is at it, or Pinterest is not connected), 502 refused by Pinterest, 404 no such audience, 400 nothing to use, 500 not stored. **Who may call it**: whoever sends the header of the credential “Pinterest webhooks”, chosen in *Sync button*. Others are answered 403.`,
		),
		note(
			'Note 2',
			{ at: [-40, 440], width: 760, height: 200, color: 'green' },
			`## The sync button, for people
Open the **production URL** of the node *Sync form*: choose an audience from the list, press the button, and the last page says what came of it.

**Who may open it**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Sync form*.`,
		),
		note(
			'Where the token was refused',
			{ at: [1180, 1030], width: 640, height: 160, color: 'blue' },
			`## Where the token was refused
*sync one audience* has marked the connection as \`unauthorized\`. The error handler is told, once: all schedules rest now.`,
		),
	],
});
