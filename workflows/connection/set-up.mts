import { at, automation, manualTrigger, node, note, rows, workflow } from '../builder/index.mts';
import { CONNECTION, TABLES } from '../../worker/src/automation/tables.ts';

const runOnce = manualTrigger('Run once', at(0, 0));

/** All tables whose names may hold one of ours. */
const listed = (name: string, column: number) =>
	node(
		name,
		at(column, 0),
		'dataTable',
		1.1,
		{
			resource: 'table',
			operation: 'list',
			returnAll: true,
			options: { filterName: 'pinterest' },
		},
		{ alwaysOutputData: true, executeOnce: true },
	);

// Before anything is created: n8n would take a table with such a name for ours, and write to it.
const tablesBefore = listed('Tables that are there', 1);
const checkNames = automation('Check their names', at(2, 0), 'checkTables', { checkFor: 'names' });

const tables = TABLES.map((table, n) => rows(table).create(`Table ${table.name}`, at(3 + n, 0)));
const next = 3 + tables.length;

// A table of an earlier version is left as it is, and no node of n8n can add a column to it.
const tablesAfter = listed('Tables now', next);
const checkColumns = automation('Check their columns', at(next + 1, 0), 'checkTables', {
	checkFor: 'columns',
});

const noConnectionYet = rows(CONNECTION).doesNotExist('No connection yet?', at(next + 2, 0), [
	['connection_key', 'eq', 'main'],
]);
const firstConnection = rows(CONNECTION).insert('First connection', at(next + 3, 0), {
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
			tablesBefore,
			checkNames,
			...tables,
			tablesAfter,
			checkColumns,
			noConnectionYet,
			firstConnection,
		],
	],
	notes: [
		note(
			'Note 1',
			{ at: [-40, -380], width: 620, height: 340, color: 'green' },
			`## Run this first, once
**Execute workflow** creates the Data Tables in which the other Pinterest Ads workflows keep their records. Tables that exist already stay as they are, so it does no harm to run it again. If one of an earlier version lacks columns, or a table of yours could be taken for one of these, it says which: add them, or rename it, under **Data tables**. Then run *connect*.

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
