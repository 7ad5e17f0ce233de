import {
	at,
	byId,
	calledByOthers,
	decide,
	equals,
	isTrue,
	manualTrigger,
	no,
	node,
	note,
	only,
	output,
	pinterestAds,
	rows,
	schedule,
	stop,
	workflow,
} from '../builder/index.mts';
import { CONNECTION, METRICS } from '../../worker/src/automation/tables.ts';

const every6Hours = schedule('Every 6 hours', at(0, 0), 'campaignMetrics');

const runNow = manualTrigger('Run now', at(0, 2));

const fromAnotherWorkflow = calledByOthers('From another workflow', at(0, 4));

const connection = rows(CONNECTION).get(
	'Connection',
	at(1, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const isItActive = decide('Is it active?', at(2, 0), equals('={{ $json.status }}', 'active'));

const startedByHand = only(
	'Started by hand?',
	at(3, 3),
	isTrue("={{ $execution.mode === 'test' }}"),
);

const notConnected = stop(
	'Not connected',
	at(4, 3),
	"=Pinterest is not connected ({{ $('Connection').first().json.status ?? 'no connection' }}). {{ $('Connection').first().json.message }} {{ $('Connection').first().json.hint ?? 'Run the workflow set-up, then connect.' }}",
);

const campaignMetrics = pinterestAds('Campaign metrics', at(3, 0), 'metrics', 'get', {
	level: 'campaign',
	period: 'last30days',
	granularity: 'DAY',
	options: { includeToday: true },
	adAccountId: byId("={{ $('Connection').first().json.ad_account_id ?? '' }}"),
});

const rowsOfTheseDays = rows(METRICS).get(
	'Rows of these days',
	at(4, 0),
	{ where: [['date', 'gte', '={{ $json.start_date }}']], orderBy: ['id', 'ASC'] },
	{
		executeOnce: true,
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 5000,
		alwaysOutputData: true,
		id: 'rows-kept',
	},
);

const compare = node('Compare', at(5, 0), 'code', 2, {
	jsCode: `// Compares what Pinterest says with what the table holds. What comes out:
// a row without id is new, one with id has changed, an id alone is to be removed.
const figures = $('Campaign metrics').all().map(({ json }) => json);
const { end_date: lastDay } = figures[0];
const fresh = new Map();
const campaigns = new Set();
for (const row of figures) {
	campaigns.add(row.id);
	fresh.set(row.row_key, {
		row_key: row.row_key,
		date: row.date,
		campaign_id: row.id,
		campaign_name: row.name ?? null,
		campaign_status: row.status ?? null,
		currency: row.currency ?? null,
		spend: row.spend ?? null,
		impressions: row.total_impression ?? null,
		clicks: row.total_clickthrough ?? null,
		outbound_clicks: row.outbound_click_1 ?? null,
		engagements: row.total_engagement ?? null,
		conversions: row.total_conversions ?? null,
		checkouts: row.total_checkout ?? null,
		checkout_value: row.total_checkout_value ?? null,
	});
}

const results = [];
const remove = ({ id }) => results.push({ json: { id } });
const kept = new Map();
for (const { json: row } of $input.all()) {
	// The table may be empty, or hold days after the ones asked for.
	if (row.row_key === undefined || row.date > lastDay) continue;
	// Two runs at the same time may both have added a row: the later one stays.
	if (kept.has(row.row_key)) remove(kept.get(row.row_key));
	kept.set(row.row_key, row);
}
const refreshed_at = new Date().toISOString();
for (const row of kept.values()) {
	const now = fresh.get(row.row_key);
	// A day that has no figures any more. Campaigns that were not asked for keep theirs.
	if (!now && campaigns.has(row.campaign_id)) remove(row);
	if (now && Object.keys(now).some((column) => now[column] !== row[column])) {
		results.push({ json: { ...now, refreshed_at, id: row.id } });
	}
}
for (const [key, row] of fresh) {
	if (!kept.has(key)) results.push({ json: { ...row, refreshed_at } });
}
return results;`,
});

const newChangedOrGone = node(
	'New, changed or gone?',
	at(6, 0),
	'switch',
	3.2,
	{
		mode: 'expression',
		numberOutputs: 3,
		output: '={{ $json.id === undefined ? 0 : $json.row_key ? 1 : 2 }}',
	},
	{ id: 'what-is-it' },
);

const addNewRows = rows(METRICS).insertMany('Add new rows', at(7, -2), { id: 'add' });

const correctRows = rows(METRICS).update(
	'Correct rows',
	at(7, 0),
	{ where: [['row_key', 'eq', '={{ $json.row_key }}']] },
	{ id: 'change' },
);

const removeRows = rows(METRICS).remove(
	'Remove rows',
	at(10, 2),
	[['id', 'eq', '={{ $json.id }}']],
	{ id: 'remove' },
);

const lookAgain = rows(METRICS).get(
	'Look again',
	at(8, -2),
	{
		where: [['date', 'gte', "={{ $('Campaign metrics').first().json.start_date }}"]],
		orderBy: ['id', 'ASC'],
	},
	{ executeOnce: true, retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
);

const doubles = node('Doubles', at(9, -2), 'code', 2, {
	jsCode: `// Two runs at the same time may both have added a row. The later one stays.
const kept = new Map();
const doubles = [];
for (const { json: row } of $input.all()) {
	if (kept.has(row.row_key)) doubles.push({ json: { id: kept.get(row.row_key) } });
	kept.set(row.row_key, row.id);
}
return doubles;`,
});

export default workflow({
	file: 'metrics-refresh',
	id: 'pinAdsMetrics',
	name: 'metrics refresh',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			every6Hours,
			connection,
			isItActive,
			campaignMetrics,
			rowsOfTheseDays,
			compare,
			newChangedOrGone,
			addNewRows,
			lookAgain,
			doubles,
			removeRows,
		],
		[runNow, connection],
		[fromAnotherWorkflow, connection],
		[no(isItActive), startedByHand, notConnected],
		[output(newChangedOrGone, 1), correctRows],
		[output(newChangedOrGone, 2), removeRows],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -820], width: 560, height: 220, color: 'red' },
			`## Imported in the editor? Choose first
1. *Campaign metrics*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
2. Workflow settings: as **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
3. **Publish** it, to have it run by itself.`,
		),
		note(
			'What it does',
			{ at: [-40, -580], width: 760, height: 540, color: 'green' },
			`## Campaign metrics, four times a day
At 00:00, 06:00, 12:00 and 18:00 UTC the **last 30 days and today** of every campaign are read and written to the table **pinterest_metrics**: one row for each campaign and day on which something happened. Amounts are in the currency of the ad account.

**Why 30 days?** Pinterest counts a conversion on the day of the click or view that led to it, up to 30 days before. So days that are long over still change, and their rows are corrected: only new and changed rows are written, and a row whose figures are gone is removed. \`refreshed_at\` says when a row was last written.

**To change it**, choose another *Period* in *Campaign metrics*: *Last 90 Days* if you count conversions up to 60 days after a click, *Last 7 Days* for a smaller and faster run that leaves older days as they are. Keep *Granularity* at *Day*.

When Pinterest does not answer, nothing in the table changes, and the error handler is told. What Pinterest said about the figures is shown as a hint at *Campaign metrics* in each execution.

Publish it to have it run by itself. *Run now* is for the editor, *From another workflow* for workflows of your own.

The figures are those of the ad account that *connect* has chosen. While the table **pinterest_connection** does not say \`active\`, it rests: no request, no error. *Run now* then says why.`,
		),
	],
});
