import {
	at,
	decide,
	isFilled,
	manualTrigger,
	no,
	node,
	note,
	rows,
	stopWith,
	workflow,
} from '../builder/index.mts';
import {
	AUDIENCES,
	CONNECTION,
	CONTACTS,
	CONVERSIONS,
	ERRORS,
	LAUNCHES,
	METRICS,
} from '../../worker/src/automation/tables.ts';

const runOnce = manualTrigger('Run once', at(0, 0));

const tablePinterestAudiences = rows(AUDIENCES).create('Table pinterest_audiences', at(1, 0));

const tablePinterestContacts = rows(CONTACTS).create('Table pinterest_contacts', at(2, 0));

const tablePinterestConversions = rows(CONVERSIONS).create('Table pinterest_conversions', at(3, 0));

const tablePinterestMetrics = rows(METRICS).create('Table pinterest_metrics', at(4, 0));

const tablePinterestErrors = rows(ERRORS).create('Table pinterest_errors', at(5, 0));

const tablePinterestConnection = rows(CONNECTION).create('Table pinterest_connection', at(6, 0));

const tablePinterestLaunches = rows(LAUNCHES).create('Table pinterest_launches', at(7, 0));

const whatIsMissing = node('What is missing', at(8, 0), 'code', 2, {
	jsCode: `// A table of an earlier version is left as it is, and no node of n8n can add a column to it.
const nodes = [
	'Table pinterest_audiences',
	'Table pinterest_contacts',
	'Table pinterest_conversions',
	'Table pinterest_metrics',
	'Table pinterest_errors',
	'Table pinterest_connection',
	'Table pinterest_launches',
];
const missing = nodes.flatMap((node) => {
	const there = $(node).first().json.columns.map(({ name }) => name);
	const { tableName, columns } = $(node).params;
	const lacking = columns.column.filter(({ name }) => !there.includes(name));
	if (lacking.length === 0) return [];
	return [\`\${tableName}: \${lacking.map(({ name, type }) => \`\${name} (\${type})\`).join(', ')}\`];
});
return [{ json: { missing: missing.join('; ') } }];
`,
});

const isAColumnMissing = decide('Is a column missing?', at(9, 0), isFilled('={{ $json.missing }}'));

const sayWhich = stopWith(
	'Say which',
	at(10, -2),
	"={{ JSON.stringify({ message: 'Tables of an earlier version lack columns. ' + $json.missing + '.', description: 'Add them in the editor: open the table under Data tables, and press + behind its last column. Then run this workflow again. Nothing that is in the tables is lost.', kind: 'columns-missing', retryable: false }) }}",
);

const noConnectionYet = rows(CONNECTION).doesNotExist('No connection yet?', at(10, 0), [
	['connection_key', 'eq', 'main'],
]);

const firstConnection = rows(CONNECTION).insert('First connection', at(11, 0), {
	connection_key: 'main',
	status: 'inactive',
	ad_accounts_count: 0,
	is_token_valid: false,
	needs_refresh: false,
	message: 'Not connected yet.',
	hint: 'Run the workflow connect.',
});

export default workflow({
	file: 'set-up',
	id: 'pinAdsSetUp',
	name: 'set-up',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			runOnce,
			tablePinterestAudiences,
			tablePinterestContacts,
			tablePinterestConversions,
			tablePinterestMetrics,
			tablePinterestErrors,
			tablePinterestConnection,
			tablePinterestLaunches,
			whatIsMissing,
			isAColumnMissing,
			sayWhich,
		],
		[no(isAColumnMissing), noConnectionYet, firstConnection],
	],
	notes: [
		note(
			'Note 1',
			{ at: [-40, -380], width: 620, height: 330, color: 'green' },
			`## Run this first, once
**Execute workflow** creates the Data Tables in which the other Pinterest Ads workflows keep their records. Tables that exist already stay as they are, so it does no harm to run it again. If one of an earlier version lacks columns, it says which: add them under **Data tables**. Then run *connect*.

You find them under **Data tables** in the project:
- **pinterest_audiences**: one row for each audience, with its sync status
- **pinterest_contacts**: who belongs to which audience
- **pinterest_conversions**: what was sent to Pinterest, and what became of it
- **pinterest_metrics**: one row for each campaign and day
- **pinterest_errors**: what went wrong, in which workflow
- **pinterest_connection**: one row that says whether Pinterest is connected, with which ad account, and what to do if it is not
- **pinterest_launches**: who launches which campaign`,
		),
	],
});
