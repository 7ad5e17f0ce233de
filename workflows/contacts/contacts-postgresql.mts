import { at, node, workflow } from '../builder/index.mts';
import { forAnAudience, fromElsewhere, pickContacts, USE_IT } from '../parts/contacts/sources.mts';

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
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [[forAnAudience, queryTheContacts, itsContacts]],
	overview: {
		forWhom: 'For whoever has contacts in a database.',
		howItWorks: fromElsewhere(
			'The query is given the key as **$1**, so that no name can change the query; never write it into the text of the query. The column with the addresses (or device IDs) has to be called **record**.',
		),
		set: [
			'*Query the contacts*: your **Postgres credential**. A database user that may only read that table is enough.',
			'In the same node, your own **query**, if your table is another.',
		],
		makeItYours:
			'Where the names in your table are not in lower case, write `WHERE lower(audience) = $1`.',
		publish: USE_IT,
	},
});
