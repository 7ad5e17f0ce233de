import { at, node, workflow } from '../builder/index.mts';
import { forAnAudience, pickContacts, sourceNotes } from '../parts/contacts/sources.mts';

const queryTheContacts = node(
	'Query the contacts',
	at(1, 0),
	'postgres',
	2.6,
	{
		resource: 'database',
		operation: 'executeQuery',
		query: 'SELECT email AS record FROM contacts WHERE audience = $1',
		options: { queryReplacement: '={{ [$json.audience_key] }}' },
	},
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

const itsContacts = pickContacts('Its contacts', 2, 'query', queryTheContacts);

export default workflow({
	file: 'contacts-postgresql',
	id: 'pinAdsSqlContacts',
	name: 'contacts from PostgreSQL',
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, queryTheContacts, itsContacts]],
	notes: sourceNotes(
		[
			'Your Postgres credential in *Query the contacts*.',
			'Your own query in *Query the contacts*, if your table is another.',
		],
		`## Contacts from a database
For whoever has contacts in a database. *sync one audience* gives **audience_key**, the audience’s name in lower case, and takes the addresses from here in place of the table pinterest_contacts.

**To set**: the credential and the query in *Query the contacts*. The query is given the key as **$1**, so that no name can change the query; never write it into the text of the query. The column with the addresses (or device IDs) has to be called **record**. A database user that may only read that table is enough.

**To customise**: where the names in your table are not in lower case, \`WHERE lower(audience) = $1\`.`,
	),
});
