import {
	answer,
	at,
	call,
	decide,
	failed,
	fields,
	form,
	isEmpty,
	isFilled,
	isTrue,
	lastPage,
	local,
	no,
	node,
	note,
	only,
	page,
	rows,
	stopWith,
	webhook,
	workflow,
} from '../builder/index.mts';
import { AUDIENCES, CONNECTION, CONTACTS } from '../../worker/src/automation/tables.ts';

const syncButton = webhook('Sync button', at(0, 0), 'pinterest-sync-now', 'pinterest-ads-sync-now');

const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(1, 0),
	{
		where: [
			[
				'audience_key',
				'eq',
				"={{ String($json.body.audience ?? '').trim().toLowerCase().replace(/\\s+/g, ' ') }}",
			],
		],
		limit: 1,
	},
	{ alwaysOutputData: true },
);

const theConnection = rows(CONNECTION).get(
	'The connection',
	at(2, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const request = fields('Request', at(3, 0), [
	[
		'audience_key',
		'string',
		"={{ String($('Sync button').first().json.body.audience ?? '').trim().toLowerCase().replace(/\\s+/g, ' ') }}",
	],
	[
		'name',
		'string',
		"={{ $('Audience record').first().json.name || String($('Sync button').first().json.body.audience ?? '').trim().replace(/\\s+/g, ' ') }}",
	],
	[
		'list_type',
		'string',
		"={{ String($('Audience record').first().json.list_type ?? '') || String($('Sync button').first().json.body.list_type ?? '').trim().toUpperCase() || 'EMAIL' }}",
	],
	['is_known', 'boolean', "={{ $('Audience record').first().json.id !== undefined }}"],
	[
		'brings_contacts',
		'boolean',
		"={{ ($('Sync button').first().json.body.analysis_data ?? null) !== null }}",
	],
	[
		'problem',
		'string',
		"={{ !String($('Sync button').first().json.body.audience ?? '').trim() ? 'audience: is missing. Name the audience, for example {\"audience\": \"Newsletter subscribers\"}.' : String($('Sync button').first().json.body.list_type ?? '').trim().toUpperCase() && !['EMAIL', 'MAID', 'IDFA'].includes(String($('Sync button').first().json.body.list_type ?? '').trim().toUpperCase()) ? 'list_type: must be EMAIL, MAID or IDFA.' : String($('Sync button').first().json.body.list_type ?? '').trim().toUpperCase() && String($('Audience record').first().json.list_type ?? '') && String($('Sync button').first().json.body.list_type ?? '').trim().toUpperCase() !== String($('Audience record').first().json.list_type ?? '') ? 'list_type: the audience “' + $('Audience record').first().json.name + '” holds ' + String($('Audience record').first().json.list_type ?? '') + ' records. Leave list_type out, or give the ' + String($('Sync button').first().json.body.list_type ?? '').trim().toUpperCase() + ' records to an audience of another name.' : String($('Sync button').first().json.body.ad_account_id ?? '').trim() && String($('Sync button').first().json.body.ad_account_id ?? '').trim() !== String($('The connection').first().json.ad_account_id ?? '') ? 'ad_account_id: is not the ad account that is connected. Leave it out: audiences are synced with the one that the workflow connect has chosen.' : '' }}",
	],
]);

const canItBeDone = decide('Can it be done?', at(4, 0), isEmpty('={{ $json.problem }}'));

const answerRefused = answer(
	'Answer: refused',
	at(5, 4),
	"={{ { outcome: 'refused', reason: $json.problem ?? [$json.error, $json.details?.field === 'Records' ? 'Verify that the audience has ' + ($('Request').first().json.list_type === 'EMAIL' ? 'email' : $('Request').first().json.list_type) + ' data in its analysis_data: a list, a text with commas or line breaks, or an object that holds it at any depth, ' + ($('Request').first().json.list_type === 'EMAIL' ? 'such as {\"contacts\": [{\"email\": \"ada@example.com\"}]}.' : 'in properties named ' + $('Request').first().json.list_type.toLowerCase() + '.') : $json.message].filter(Boolean).map((text) => /[.!?]$/.test(text) ? text : text + '.').join(' ') } }}",
	400,
);

const doesItBringContacts = decide(
	'Does it bring contacts?',
	at(5, 0),
	isTrue('={{ $json.brings_contacts }}'),
);

const isItKnown = decide('Is it known?', at(6, 8), isTrue('={{ $json.is_known }}'));

const answerNoSuchAudience = answer(
	'Answer: no such audience',
	at(7, 10),
	"={{ { outcome: 'unknown', reason: 'There is no audience “' + $json.name + '” in the table pinterest_audiences. Send its contacts with the request, as analysis_data, or add them with the form “add contacts”.' } }}",
	404,
);

const findTheContacts = local(
	'Find the contacts',
	at(6, 0),
	'audience',
	'extractRecords',
	{
		recordsFrom: 'field',
		records: "={{ $('Sync button').first().json.body.analysis_data }}",
		listType: '={{ $json.list_type }}',
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

const aNewAudience = rows(AUDIENCES).doesNotExist('A new audience?', at(7, -4), [
	['audience_key', 'eq', "={{ $('Request').first().json.audience_key }}"],
]);

const addTheAudience = rows(AUDIENCES).insert('Add the audience', at(8, -4), {
	audience_key: "={{ $('Request').first().json.audience_key }}",
	name: "={{ $('Request').first().json.name }}",
	active: true,
	list_type: "={{ $('Request').first().json.list_type }}",
	sync_status: 'not_synced',
});

const itsFirstRow = rows(AUDIENCES).get('Its first row', at(9, -4), {
	where: [['audience_key', 'eq', "={{ $('Request').first().json.audience_key }}"]],
	limit: 1,
	orderBy: ['id', 'ASC'],
});

const removeASecondRow = rows(AUDIENCES).remove('Remove a second row', at(10, -4), [
	['audience_key', 'eq', "={{ $('Request').first().json.audience_key }}"],
	['id', 'gt', '={{ $json.id }}'],
]);

const itsContacts = rows(CONTACTS).get(
	'Its contacts',
	at(7, 0),
	{ where: [['audience_key', 'eq', "={{ $('Request').first().json.audience_key }}"]] },
	{ alwaysOutputData: true, executeOnce: true },
);

const onlyNewOnes = node(
	'Only new ones',
	at(8, 0),
	'code',
	2,
	{
		jsCode: `// The same address typed differently is the same contact.
const same = (record) => String(record ?? '').trim().toLowerCase();
const known = new Set($input.all().map(({ json }) => same(json.record)));
const audience_key = $('Request').first().json.audience_key;
const fresh = [];
for (const record of $('Find the contacts').first().json.records) {
	if (known.has(same(record))) continue;
	known.add(same(record));
	fresh.push({ json: { audience_key, record } });
}
return fresh;
`,
	},
	{ alwaysOutputData: true },
);

const isThereOne = decide('Is there one?', at(9, 0), isFilled('={{ $json.record }}'));

const addTheContacts = rows(CONTACTS).insertMany('Add the contacts', at(10, 0));

const lookAgain = rows(CONTACTS).get(
	'Look again',
	at(11, -2),
	{
		where: [['audience_key', 'eq', "={{ $('Request').first().json.audience_key }}"]],
		orderBy: ['id', 'ASC'],
	},
	{ executeOnce: true },
);

const addedTwice = node('Added twice', at(12, -2), 'code', 2, {
	jsCode: `// Two calls at the same moment both find a contact missing: the later one of its rows goes again.
const same = (record) => String(record ?? '').trim().toLowerCase();
const added = new Set($('Only new ones').all().map(({ json }) => same(json.record)));
const seen = new Set();
return $input.all().filter(({ json }) => {
	const record = same(json.record);
	if (!added.has(record)) return false;
	if (seen.has(record)) return true;
	seen.add(record);
	return false;
}).map(({ json }) => ({ json: { id: json.id } }));
`,
});

const removeTheSecond = rows(CONTACTS).remove('Remove the second', at(13, -2), [
	['id', 'eq', '={{ $json.id }}'],
]);

const noteTheTime = rows(AUDIENCES).update(
	'Note the time',
	at(11, 0),
	{
		where: [['audience_key', 'eq', "={{ $('Request').first().json.audience_key }}"]],
		set: { contacts_added_at: '={{ $now.toISO() }}' },
	},
	{ executeOnce: true },
);

const syncTheAudience = call(
	'Sync the audience',
	at(12, 2),
	'pinAdsSyncAudience',
	{ audience_key: ['string', "={{ $('Request').first().json.audience_key }}"] },
	{ executeOnce: true },
);

const answerNode = answer(
	'Answer',
	at(13, 2),
	"={{ Object.assign({}, $json, $('Find the contacts').isExecuted ? { contacts: Object.assign({}, $('Find the contacts').first().json.counts, { added: $('Only new ones').all().filter((item) => item.json.record).length } ) } : {}) }}",
	"={{ $json.outcome === 'synced' ? 200 : $json.outcome === 'error' ? 502 : 409 }}",
);

const syncForm = form('Sync form', at(0, 13), {
	path: 'pinterest-sync-form',
	title: 'Sync an audience now',
	description:
		'Sends the contacts of one audience to Pinterest. You choose the audience on the next page.',
	fields: [],
	button: 'Show the audiences',
	webhookId: 'pinterest-ads-sync-form',
});

const activeAudiences = rows(AUDIENCES).get(
	'Active audiences',
	at(1, 13),
	{ where: [['active', 'isTrue']], orderBy: ['name', 'ASC'] },
	{ alwaysOutputData: true },
);

const areThereAny = decide('Are there any?', at(2, 13), isFilled('={{ $json.audience_key }}'));

const whichAudience = page(
	'Which audience?',
	at(3, 13),
	"={{ JSON.stringify([ { fieldName: 'audience', fieldLabel: 'Audience', fieldType: 'dropdown', requiredField: true, fieldOptions: { values: $('Active audiences').all().map((item) => Object({ option: item.json.name || item.json.audience_key })) } } ]) }}",
	{
		formTitle: 'Sync an audience now',
		formDescription:
			'The sync takes some seconds, or minutes for a very large audience. The next page says what came of it.',
		buttonLabel: 'Sync now',
	},
	'pinterest-ads-which-audience',
);

const wasOneChosen = only('Was one chosen?', at(4, 13), isFilled('={{ $json.audience }}'));

const syncTheChosenAudience = call('Sync the chosen audience', at(5, 13), 'pinAdsSyncAudience', {
	audience_key: [
		'string',
		"={{ $('Active audiences').all().find((item) => (item.json.name || item.json.audience_key) === $json.audience)?.json.audience_key ?? $json.audience }}",
	],
});

const whatCameOfIt = lastPage(
	'What came of it',
	at(6, 13),
	"={{ $json.outcome === 'synced' ? '“' + $json.name + '” is synced' : $json.outcome === 'error' ? '“' + $json.name + '” was not synced' : $json.outcome === 'skipped' ? '“' + $json.name + '” is being synced already' : 'Nothing was sent' }}",
	"={{ $json.outcome === 'synced' ? [ $json.contacts_sent + ' contacts are in the Customer List ' + $json.customer_list_id + ' at Pinterest.', $json.contacts_duplicate ? 'There more than once: ' + $json.contacts_duplicate + '.' : '', $json.contacts_invalid ? 'Left out, as no ' + (['MAID', 'IDFA'].includes($json.list_type) ? 'device ID' : 'email address') + ': ' + $json.contacts_invalid + '.' : '', '\\n\\nThe audience is live in Ads Manager, under Audiences (ID ' + $json.pinterest_audience_id + '). Pinterest takes 24 to 48 hours to match the contacts; ads reach them after that.', $json.warning ? '\\n\\nPlease note: ' + $json.warning : '' ].filter(Boolean).join(' ') : $json.outcome === 'error' ? $json.reason + '\\n\\nPut right what this says, then sync again: nothing is created twice at Pinterest.' : $json.outcome === 'skipped' ? $json.reason + ' Look at its row in the table pinterest_audiences in a few minutes.' : $json.reason }}",
	'pinterest-ads-what-came-of-it',
);

const noAudienceYet = lastPage(
	'No audience yet',
	at(3, 15),
	'There is no audience yet',
	'No audience in the table pinterest_audiences is active. Add one with the form “add contacts”, or switch one on there (column active).',
	'pinterest-ads-no-audience-yet',
);

const wasTheTokenRefused = only(
	'Was the token refused?',
	at(13, 15),
	isTrue("={{ $json.outcome === 'error' && $json.error_kind === 'token-expired' }}"),
);

const connection = rows(CONNECTION).get('Connection', at(14, 15), {
	where: [
		['connection_key', 'eq', 'main'],
		['status', 'eq', 'unauthorized'],
	],
	limit: 1,
});

const tellThatItIsUnauthorized = stopWith(
	'Tell that it is unauthorized',
	at(15, 15),
	"={{ JSON.stringify({ message: 'The connection with Pinterest is unauthorized, and the schedules rest: ' + $json.message, description: $json.hint, kind: 'token-expired', retryable: false }) }}",
);

export default workflow({
	file: 'sync-now',
	id: 'pinAdsSyncNow',
	name: 'sync now',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			syncButton,
			audienceRecord,
			theConnection,
			request,
			canItBeDone,
			doesItBringContacts,
			findTheContacts,
			aNewAudience,
			addTheAudience,
			itsFirstRow,
			removeASecondRow,
		],
		[no(canItBeDone), answerRefused],
		[
			no(doesItBringContacts),
			isItKnown,
			syncTheAudience,
			answerNode,
			wasTheTokenRefused,
			connection,
			tellThatItIsUnauthorized,
		],
		[no(isItKnown), answerNoSuchAudience],
		[
			findTheContacts,
			itsContacts,
			onlyNewOnes,
			isThereOne,
			addTheContacts,
			lookAgain,
			addedTwice,
			removeTheSecond,
		],
		[failed(findTheContacts), answerRefused],
		[no(isThereOne), syncTheAudience],
		[addTheContacts, noteTheTime, syncTheAudience],
		[
			syncForm,
			activeAudiences,
			areThereAny,
			whichAudience,
			wasOneChosen,
			syncTheChosenAudience,
			whatCameOfIt,
		],
		[no(areThereAny), noAudienceYet],
		[syncTheChosenAudience, wasTheTokenRefused],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -900], width: 560, height: 400, color: 'red' },
			`## Imported in the editor? Choose first
1. *Sync button*: a **Header Auth credential** with the name and the value of a header, both of your choice. Whoever calls the webhook sends it.
2. *Sync form*: a **Basic Auth credential** with a user and a password that you choose. Whoever opens the form signs in with them.
3. The workflow *sync one audience* in *Sync the audience* and in *Sync the chosen audience*. As imported, it shows an ID: open the list and choose the name.
4. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
5. In the same settings: *Do not save* under **Save successful production executions** and **Save failed production executions**, as they hold contacts.
6. Publish.`,
		),
		note(
			'Note 1',
			{ at: [560, -900], width: 760, height: 400, color: 'green' },
			`## The sync button
Call the **production URL** of the node *Sync button* from your own system, such as the button on an audience’s page:

\`POST … {"audience": "Newsletter subscribers", "analysis_data": { … }}\`

**analysis_data** holds the contacts, in any shape: a list, a text, or an object in which the addresses lie at any depth. Those that are not in **pinterest_contacts** yet are added, a new audience gets its row, and the audience is synced. Without analysis_data, what is in the table is synced.

The answer is the audience’s row with its *outcome*: 200 synced, 409 not now (another run is at it, or Pinterest is not connected), 502 refused by Pinterest, 404 no such audience, 400 nothing to use.

**Who may call it**: whoever sends the header of the credential “Pinterest webhooks”, chosen in *Sync button*. Others are answered 403.

Executions are not stored, as they hold contacts.`,
		),
		note(
			'Note 2',
			{ at: [-40, 840], width: 760, height: 220, color: 'green' },
			`## The sync button, for people
Open the **production URL** of the node *Sync form*: choose an audience from the list, press the button, and the last page says what came of it.

**Who may open it**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Sync form*.`,
		),
	],
});
