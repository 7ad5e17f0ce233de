import {
	at,
	automation,
	fields,
	manualTrigger,
	node,
	groupNote,
	rows,
	workflow,
} from '../builder/index.mts';
import { named } from '../titles.mts';
import {
	CONNECTION,
	DEFAULT_CEILING,
	NOT_CONNECTED_YET,
	TABLES,
} from '../../worker/src/automation/tables.ts';

const runOnce = manualTrigger('Run once', at(0, 0));

const yourCeiling = fields('Your ceiling', at(1, 0), [
	['max_daily_budget', 'number', DEFAULT_CEILING],
]);

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
const tablesBefore = listed('Tables that are there', 2);
const checkNames = automation('Check their names', at(3, 0), 'checkTables', { checkFor: 'names' });

const tables = TABLES.map((table, n) => rows(table).create(`Table ${table.name}`, at(4 + n, 0)));
const next = 4 + tables.length;

// A table of an earlier version is left as it is, and no node of n8n can add a column to it.
const tablesAfter = listed('Tables now', next);
const checkColumns = automation('Check their columns', at(next + 1, 0), 'checkTables', {
	checkFor: 'columns',
});

const noConnectionYet = rows(CONNECTION).doesNotExist('No connection yet?', at(next + 2, 0), [
	['connection_key', 'eq', 'main'],
]);
const firstConnection = rows(CONNECTION).insert('First connection', at(next + 3, 0), {
	...NOT_CONNECTED_YET,
	max_daily_budget: "={{ $('Your ceiling').first().json.max_daily_budget }}",
});

export default workflow({
	file: 'set-up',
	id: 'pinAdsSetUp',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			runOnce,
			yourCeiling,
			tablesBefore,
			checkNames,
			...tables,
			tablesAfter,
			checkColumns,
			noConnectionYet,
			firstConnection,
		],
	],
	overview: {
		forWhom: 'For whoever sets it up by hand: run this first, once.',
		howItWorks: `**Execute workflow** creates the Data Tables in which the other workflows keep their records. Tables that exist already stay as they are, so it does no harm to run it again. If one of an earlier version lacks columns, or a table of yours could be taken for one of these, it says which: add them, or rename it, under **Data tables**. Then run ${named('pinAdsConnect')}.

You find them under **Data tables** in the project:
- **pinterest_audiences**: one row for each audience, with its sync status
- **pinterest_contacts**: who belongs to which audience
- **pinterest_conversions**: what was sent to Pinterest, and what became of it
- **pinterest_metrics**: one row for each campaign and day
- **pinterest_errors**: what went wrong, in which workflow
- **pinterest_connection**: one row that says whether Pinterest is connected, with which ad account, and what to do if it is not
- **pinterest_launches**: who launches which campaign
- **pinterest_changes**: what an assistant has asked for, and what came of it`,
		set: [
			'*Your ceiling*: the most that one launch of a campaign may spend a day, in the currency of your ad account. Once the table **pinterest_connection** has its row, change it there: **max_daily_budget**.',
		],
		makeItYours:
			'Add columns of your own to the tables, if you like; do not rename those that are there. Do not give another table a name that contains one of these.',
	},
	notes: [
		groupNote(
			'What may a launch spend?',
			{ at: [-40, 180], width: 420, height: 140 },
			'*Your ceiling* goes into the row of **pinterest_connection**. A launch that could spend more a day is refused.',
		),
		groupNote(
			'Are the names free?',
			{ at: [408, 180], width: 420, height: 140 },
			'n8n looks a table up by a part of its name: one with a similar name would be taken for ours. So nothing is created before this has been looked at.',
		),
		groupNote(
			'The tables',
			{ at: [856, 180], width: 1500, height: 100 },
			'Each is created where it is missing, and left alone where it is there.',
		),
		groupNote(
			'Is anything missing?',
			{ at: [2424, 180], width: 840, height: 120 },
			'Columns that an earlier version did not have are named. The table **pinterest_connection** gets its one row, which says that nothing is connected yet.',
		),
	],
});
