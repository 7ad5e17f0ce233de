import { at, automation, failed, form, lastPage, node, note, workflow } from '../builder/index.mts';
import { addContactsWhenCalled } from '../parts/contacts/addContacts.mts';

const contactFile = form('Contact file', at(0, 0), {
	path: 'pinterest-add-contacts',
	title: 'Add contacts to an audience',
	description:
		'A CSV or text file, as other programs write it. The column with the email addresses is found by itself. The next page says how many were added.',
	fields: [
		{
			fieldName: 'audience',
			fieldLabel: 'Audience',
			placeholder: 'e.g. Newsletter subscribers',
			requiredField: true,
		},
		{
			fieldName: 'contact_file',
			fieldLabel: 'Contact file',
			fieldType: 'file',
			multipleFiles: false,
			acceptFileTypes: '.csv, .tsv, .txt',
			requiredField: true,
		},
	],
	webhookId: 'pinterest-ads-add-contacts',
});

/** An execution of its own: the one of the form waits for its last page, and must not hold contacts meanwhile. */
const addThem = node(
	'Add them',
	at(1, 0),
	'executeWorkflow',
	1.2,
	{
		workflowId: { __rl: true, mode: 'id', value: '={{ $workflow.id }}' },
		workflowInputs: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

const whatWentWrong = automation('What went wrong', at(2, 2), 'summarizeAddedContacts', {
	newContactsFrom: 'Only new ones',
	audienceFrom: 'Audience record',
});

const whatBecameOfThem = lastPage(
	'What became of them',
	at(3, 0),
	'={{ $json.title }}',
	'={{ $json.message }}',
	'pinterest-ads-contacts-added',
);

export default workflow({
	file: 'add-contacts',
	id: 'pinAdsAddContacts',
	name: 'add contacts',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[contactFile, addThem, whatBecameOfThem],
		[failed(addThem), whatWentWrong, whatBecameOfThem],
		...addContactsWhenCalled,
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -640], width: 620, height: 280, color: 'red' },
			`## Imported in the editor? Choose first
1. *Contact file*: a **Basic Auth credential** with a user and a password that you choose. Whoever opens the form signs in with them.
2. In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.
3. In the same settings: *Do not save* under **Save successful production executions** and **Save failed production executions**, as they hold contacts.
4. Publish.`,
		),
		note(
			'Note 1',
			{ at: [620, -640], width: 700, height: 560, color: 'yellow' },
			`## Contacts from a file
For whoever has a file of contacts and wants to reach them on Pinterest.

**How it works**: publish this workflow and open the **production URL** of *Contact file*: name the audience, choose a file. Its contacts are added to the table **pinterest_contacts**, each once; an audience of a new name gets a row in **pinterest_audiences**. The last page says how many were added, were there already, and were left out and why. Nothing is sent to Pinterest yet: that is what *sync now* and the daily sync are for.

**To set**: nothing but the credential. Any delimiter, quotes and encoding will do; up to 100,000 contacts or 20 MB a file.

**To customise**: change the form’s words in *Contact file*. The workflow *sync now* hands the contacts that it is sent to *Contacts to add* as well.

No execution is stored, as they hold contacts: these are in the table and nowhere else.

**Who may open the form**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Contact file*.`,
		),
		note(
			'The form',
			{ at: [-40, -280], width: 620, height: 200, color: 'blue' },
			`## The form
*Add them* calls this same workflow, at *Contacts to add*, and the last page says what came of it: also where the file has no addresses, or where n8n cannot store them.`,
		),
		note(
			'Each contact once',
			{ at: [-40, 320], width: 760, height: 200, color: 'blue' },
			`## Each contact once
What was found is compared with what the audience has; only who is new is added. Two runs at the same moment both add a new audience or contact: each looks again afterwards, and the later row goes.`,
		),
	],
});
