import { at, called, rows, workflow } from '../builder/index.mts';
import { named } from '../titles.mts';
import { CONTACTS } from '../../worker/src/automation/tables.ts';

const forAnAudience = called('For an audience', at(0, 0), { audience_key: 'string' });

const itsContacts = rows(CONTACTS).get('Its contacts', at(1, 0), {
	where: [['audience_key', 'eq', '={{ $json.audience_key }}']],
});

export default workflow({
	file: 'audience-contacts',
	id: 'pinAdsContacts',
	kept: 'failed',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, itsContacts]],
	overview: {
		forWhom: 'For whoever keeps contacts in a place of their own: an example to copy.',
		howItWorks: `${named('pinAdsSyncAudience')} reads the table **pinterest_contacts** itself; it can ask a workflow like this one instead, which is given **audience_key** and gives back one item for each contact, with the email address (or device ID) in **record**.

An execution that succeeds is not stored, as it holds the contacts.`,
		makeItYours: `Make a copy, put your own node in place of *Its contacts*, and choose the copy in the node *Contacts from elsewhere* of ${named('pinAdsSyncAudience')}. There are ready ones for a Google Sheet, PostgreSQL and a CSV file.`,
	},
});
