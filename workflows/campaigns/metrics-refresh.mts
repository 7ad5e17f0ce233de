import { METRICS } from '../../worker/src/automation/tables.ts';
import {
	at,
	automation,
	byId,
	groupNote,
	pinterestAds,
	rows,
	schedule,
	workflow,
} from '../builder/index.mts';
import { named } from '../titles.mts';
import { connectionRow, isConnected, startedOtherwise } from '../parts/gate.mts';

/** As many as one item of Compare Metrics has IDs of. */
const ROWS_AT_ONCE = 25;
const FIGURES = 'Campaign metrics';
const READ_ONCE = { executeOnce: true, retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 };

const every6Hours = schedule('Every 6 hours', at(0, 0), 'campaignMetrics');
const { runNow, fromAnotherWorkflow } = startedOtherwise(0, 2);

const connection = connectionRow(1, 0);
const isActive = isConnected(2, 0);

const campaignMetrics = pinterestAds(FIGURES, at(3, 0), 'metrics', 'get', {
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
	{ ...READ_ONCE, alwaysOutputData: true, id: 'rows-kept' },
);

// n8n runs the upper branch to its end first: what has changed is written before its earlier version goes.
const newOrChanged = automation(
	'New or changed',
	at(5, 0),
	'compareMetrics',
	{ figuresFrom: FIGURES, give: 'add' },
	{ id: 'compare' },
);
const changedOrGone = automation('Changed or gone', at(5, 2), 'compareMetrics', {
	figuresFrom: FIGURES,
	give: 'remove',
});

const addRows = rows(METRICS).insertMany('Add rows', at(6, 0), { id: 'add' });

const lookAgain = rows(METRICS).get(
	'Look again',
	at(7, 0),
	{
		where: [['refreshed_at', 'gte', '={{ $now.minus({ hours: 1 }).toISO() }}']],
		orderBy: ['id', 'ASC'],
	},
	READ_ONCE,
);

const doubles = automation('Doubles', at(8, 0), 'compareMetrics', {
	figuresFrom: '',
	give: 'remove',
});

const removeRows = rows(METRICS).removeAny(
	'Remove rows',
	at(9, 2),
	Array.from(
		{ length: ROWS_AT_ONCE },
		(_, n) => ['id', 'eq', `={{ $json.row_${n + 1} }}`] as const,
	),
	{ id: 'remove' },
);

export default workflow({
	file: 'metrics-refresh',
	id: 'pinAdsMetrics',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[every6Hours, connection, isActive, campaignMetrics, rowsOfTheseDays],
		[rowsOfTheseDays, newOrChanged, addRows, lookAgain, doubles, removeRows],
		[rowsOfTheseDays, changedOrGone, removeRows],
		[runNow, connection],
		[fromAnotherWorkflow, connection],
	],
	overview: {
		forWhom: 'For everybody who wants the figures of all campaigns in a table.',
		howItWorks: `At 00:00, 06:00, 12:00 and 18:00 UTC the **last 30 days and today** of every campaign are read and written to the table **pinterest_metrics**: one row for each campaign and day on which something happened. Amounts are in the currency of the ad account. The figures are those of the ad account that ${named('pinAdsConnect')} has chosen.

**Why 30 days?** Pinterest counts a conversion on the day of the click or view that led to it, up to 30 days before. So days that are long over still change. Only new and changed rows are written, and a row whose figures are gone is removed. \`refreshed_at\` says when a row was last written.

When Pinterest does not answer, nothing in the table changes, and the error handler is told. While the table **pinterest_connection** does not say \`active\`, it rests: no request, no error. *Run now* then says why.`,
		makeItYours: `Choose another *Period* in *Campaign metrics*: *Last 90 Days* if you count conversions up to 60 days after a click, *Last 7 Days* for a smaller and faster run that leaves older days as they are. Keep *Granularity* at *Day*. *Run now* is for the editor, *From another workflow* for workflows of your own.`,
		publish: '**Publish** it, to have it run by itself.',
	},
	notes: [
		groupNote(
			'Read Pinterest and the table',
			{ at: [656, -260], width: 400, height: 200 },
			'*Campaign metrics* asks Pinterest; what it said about the figures is shown there as a hint in each execution. *Rows of these days* reads what the table has of the same days.',
		),
		groupNote(
			'Write the difference',
			{ at: [1080, -260], width: 1060, height: 200 },
			`A row that has changed is written anew, and its earlier version is removed after that: all rows are added in one step and removed 25 at a time, so thousands take seconds.

Two runs at the same time may both have added a row. *Look again* reads what was written within the last hour, and the earlier of two is removed.`,
		),
	],
});
