import {
	at,
	automation,
	failed,
	form,
	lastPage,
	node,
	groupNote,
	workflow,
} from '../builder/index.mts';
import { named } from '../titles.mts';
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
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[contactFile, addThem, whatBecameOfThem],
		[failed(addThem), whatWentWrong, whatBecameOfThem],
		...addContactsWhenCalled,
	],
	overview: {
		forWhom: 'For whoever has a file of contacts and wants to reach them on Pinterest.',
		howItWorks: `Open the **production URL** of *Contact file*: name the audience, choose a file. Its contacts are added to the table **pinterest_contacts**, each once; an audience of a new name gets a row in **pinterest_audiences**. The last page says how many were added, were there already, and were left out and why. Nothing is sent to Pinterest yet: that is what ${named('pinAdsSyncNow')} and ${named('pinAdsDailySync')} are for. Any delimiter, quotes and encoding will do; up to 100,000 contacts or 20 MB a file.

**Who may open the form**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Contact file*. No execution is stored, as they hold contacts: these are in the table and nowhere else.`,
		makeItYours: `Change the form’s words in *Contact file*. ${named('pinAdsSyncNow')} hands the contacts that it is sent to *Contacts to add* as well.`,
	},
	notes: [
		groupNote(
			'The form',
			{ at: [-40, -240], width: 760, height: 140 },
			'*Add them* calls this same workflow, at *Contacts to add*, and the last page says what came of it: also where the file has no addresses, or where n8n cannot store them.',
		),
		groupNote(
			'Each contact once',
			{ at: [-40, 360], width: 760, height: 160 },
			'What was found is compared with what the audience has; only who is new is added. Two runs at the same moment both add a new audience or contact: each looks again afterwards, and the later row goes.',
		),
	],
});
