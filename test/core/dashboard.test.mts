import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runAutomation } from './harness.mts';

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const items = (...rows: IDataObject[]) => rows.map((json) => ({ json }));

const REQUEST: IDataObject = {
	...{ wants: 'page', period: 7, audience_key: '', campaign_id: '', pressed: null },
};

/** What the nodes before it have given, as the workflow has them. */
const before = (more: Readonly<Record<string, Array<{ json: IDataObject }>>> = {}) => ({
	'What is wanted': items(REQUEST),
	Connection: items({
		...{
			id: 1,
			connection_key: 'main',
			status: 'active',
			ad_account_name: 'Shop',
			currency: 'USD',
		},
		checked_at: ago(2),
	}),
	Audiences: items({ id: 1, audience_key: 'news', name: 'News', active: true }),
	// An empty item, as n8n gives one for a table without rows.
	Metrics: items({}),
	'Conversions of the last day': items({}),
	'Conversions not sent': items({}),
	// What it gives for a table that is not there.
	Errors: items({ error: 'Data table not found' }),
	// Switched off: it hands on what it was given.
	'Workflows of n8n': items({ error: 'Data table not found' }),
	'Ask Pinterest': [],
	...more,
});

const FROM: INodeParameters = {
	...{ requestFrom: 'What is wanted', connectionFrom: 'Connection', audiencesFrom: 'Audiences' },
	...{ metricsFrom: 'Metrics', conversionsFrom: 'Conversions of the last day' },
	...{
		unsentFrom: 'Conversions not sent',
		errorsFrom: 'Errors',
		workflowsFrom: 'Workflows of n8n',
	},
	diagnosisFrom: 'Ask Pinterest',
};

async function pageWith(more: Parameters<typeof before>[0] = {}, parameters: INodeParameters = {}) {
	const { output } = await runAutomation({
		parameters: { operation: 'createDashboard', ...FROM, ...parameters },
		// One item whatever the last table has given.
		items: [{ id: 1 }, { id: 2 }],
		before: before(more),
	});
	expect(output).toHaveLength(1);
	return output[0].json as { html: string; connection: string };
}

it('makes one page out of what the nodes before it have read', async () => {
	const { html, connection } = await pageWith();
	expect(connection).toBe('good');
	expect(html).toContain('<h1>Pinterest Ads: <bdi>Shop</bdi></h1>');
	expect(html).toContain('aria-label="Sync now: News"');
	expect(html).toContain('There are no figures yet.');
	expect(html).toContain('The table pinterest_errors could not be read');
	expect(html).toContain('Not known: in this workflow');
});

it('says what is published, and when it runs by the schedule that somebody has chosen', async () => {
	const trigger = (parameters: object) => [
		{ type: 'n8n-nodes-pinterest-ads.pinterestAdsTrigger', parameters },
	];
	const { html } = await pageWith({
		'Workflows of n8n': items(
			{
				...{ id: 'other', name: 'Check the Pinterest token every morning', active: true },
				nodes: trigger({ triggerOn: 'schedule', schedule: 'custom', cronExpression: '0 3 1 1 *' }),
			},
			{ id: 'pinAdsErrors', name: 'Renamed by its user', active: false, nodes: [] },
			{ id: 'x', name: 'Refresh Pinterest metrics every 6 hours', isArchived: true, nodes: [] },
		),
	});
	const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
	expect(text).toMatch(/every morning in \d+ (days|hours|minutes) \(1 Jan \d{4}, 03:00 UTC\)/);
	expect(text).toContain('Not published Handle errors of Pinterest Ads workflows');
	expect(text).toContain('Not installed Refresh Pinterest metrics every 6 hours');
});

it('shows what Pinterest has said of the campaign that was asked about, or that it said nothing', async () => {
	const asked = { 'What is wanted': items({ ...REQUEST, campaign_id: '7' }) };
	const diagnosis = { summary: 'It cannot deliver.', findings: [] };
	const { html } = await pageWith(
		{ ...asked, 'Ask Pinterest': items({ id: '7', name: 'Quiet', diagnosis }) },
		{},
	);
	expect(html).not.toContain('It was not asked.');
	const failed = await pageWith({
		...asked,
		Metrics: items({ id: 1, row_key: 'a', campaign_id: '7', date: ago(24).slice(0, 10), spend: 1 }),
		'Ask Pinterest': items({
			...{ error: 'Pinterest does not answer.', message: 'Try again later.' },
			details: { kind: 'unavailable' },
		}),
	});
	expect(failed.html).toContain(
		'Pinterest could not be asked. Pinterest does not answer. Try again',
	);
});

it('shows a monthly budget where one was entered', async () => {
	const spent = items({
		...{
			id: 1,
			row_key: 'a',
			campaign_id: '7',
			date: ago(0).slice(0, 10),
			spend: 50,
			currency: 'USD',
		},
	});
	expect((await pageWith({ Metrics: spent }, { monthlyBudget: 200 })).html).toContain(
		'25% of the budget of 200.00 USD',
	);
	expect((await pageWith({ Metrics: spent })).html).toContain('Monthly Budget');
});

describe('the request of a browser', () => {
	const read = async (item: IDataObject) => {
		const { output } = await runAutomation({
			parameters: { operation: 'readDashboardRequest' },
			items: [item],
		});
		return output[0].json;
	};

	it('is one for the page where nothing was posted', async () => {
		expect(await read({ query: { period: '30' }, body: {} })).toMatchObject({
			...{ wants: 'page', period: 30, pressed: null },
		});
	});

	it('does nothing for a button without the key of a page', async () => {
		expect(await read({ query: {}, body: { sync: 'news', key: 'guessed' } })).toMatchObject({
			...{ wants: 'nothing', pressed: { outcome: 'stale' } },
		});
	});
});

describe('the answer to a button', () => {
	const answerTo = async (
		item: IDataObject,
		request: IDataObject,
		parameters: INodeParameters = {},
	) => {
		const { output } = await runAutomation({
			parameters: {
				...{ operation: 'answerDashboardButton', requestFrom: 'What is wanted' },
				...parameters,
			},
			items: [item],
			before: { 'What is wanted': items({ ...REQUEST, ...request }) },
		});
		return String(output[0].json.address);
	};
	const SYNC = { wants: 'sync', audience_key: 'news', period: 14 };

	it.each([
		[{ outcome: 'synced' }, SYNC, {}, /^\?period=14&done=synced&audience=news&at=\d+$/],
		[{ outcome: 'skipped' }, SYNC, {}, /done=skipped&audience=news/],
		[{ id: 1 }, SYNC, { cameOf: 'started' }, /done=started&audience=news/],
		[{ error: 'Workflow is not active' }, SYNC, {}, /done=failed/],
		// Where what was to be begun is not published.
		[{ error: 'Workflow is not active' }, SYNC, { cameOf: 'started' }, /done=failed/],
		[{ error: 'No such audience', details: { kind: 'not-found' } }, SYNC, {}, /done=unknown/],
		[{}, { pressed: { outcome: 'stale', audienceKey: '' } }, {}, /^\?period=7&done=stale&at=\d+$/],
	] as const)(
		'sends the browser back to the page: %j',
		async (item, request, parameters, address) => {
			expect(await answerTo(item, request, parameters)).toMatch(address);
		},
	);
});
