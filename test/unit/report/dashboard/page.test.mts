import type { AudienceRow } from '../../../../worker/src/automation/tables.ts';
import { createDashboard } from '../../../../worker/src/report/dashboard/index.ts';
import {
	DARK_DASHBOARD,
	LIGHT_DASHBOARD,
} from '../../../../worker/src/report/dashboard/page/palette.ts';
import { contrast } from '../../../../worker/src/report/page/palette.ts';
import { busyInstance } from './busyInstance.mts';
import {
	audience,
	connection,
	conversion,
	dashboardInput,
	day,
	failure,
	metric,
	tables,
	textOf,
	workflows,
} from './rows.mts';

const pageOf = (...given: Parameters<typeof dashboardInput>) =>
	createDashboard(dashboardInput(...given)).html;
const count = (page: string, pattern: RegExp) => page.match(pattern)?.length ?? 0;

it('loads nothing and runs nothing', () => {
	const page = pageOf({ tables: busyInstance() });
	for (const sign of ['http', '<script', 'url(', '@import', '<link', '<img', 'src=']) {
		expect(page).not.toContain(sign);
	}
	expect(page).not.toMatch(/\son\w+\s*=/);
	// Every address leads to this page.
	for (const [, href] of page.matchAll(/(?:href|action)="([^"]*)"/g)) {
		expect(href).toMatch(/^(\?period=\d+|#)/);
	}
});

it('escapes every name and text, whatever they are', () => {
	const evil = `"><script>alert('1')</script><b title='`;
	const page = pageOf({
		tables: tables({
			connection: connection({ ad_account_name: evil, message: evil, hint: evil, currency: evil }),
			audiences: [
				audience(evil, { sync_status: 'error', error_message: evil, warning: evil }),
				audience('other', { name: evil, list_type: evil }),
			],
			metrics: [
				metric(evil, day(1), { campaign_name: evil, campaign_status: evil, currency: evil }),
				metric('9', day(5), { campaign_name: evil, currency: evil }),
			],
			conversions: [conversion({ event_name: evil, action_source: evil })],
			unsent: [conversion({ status: 'dead', error_message: evil })],
			errors: [
				failure({ workflow_name: evil, message: evil }),
				failure({ workflow_name: evil, node: evil, description: evil, outcome: 'gave up' }),
				failure({ outcome: evil }),
			],
		}),
		workflows: [{ ...workflows[1], name: evil, does: evil }],
		pressed: { outcome: 'skipped', audienceKey: evil },
		asked: { campaignId: evil, name: evil, error: evil },
		formKey: evil,
	});
	expect(page).not.toContain('<script');
	expect(page).not.toContain('<b title');
	expect(page).toContain('&lt;script&gt;');
	// Nothing has ended an attribute or opened a tag: what is left are tags of the page’s own.
	const tags = new Set([...page.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));
	expect([...tags].filter((tag) => !OWN_TAGS.includes(tag))).toEqual([]);
});

// prettier-ignore
const OWN_TAGS = [
	'html', 'head', 'meta', 'title', 'style', 'body', 'header', 'h1', 'h2', 'h3', 'bdi', 'p', 'a', 'nav', 'ul', 'li',
	'main', 'div', 'section', 'span', 'i', 'dl', 'dt', 'dd', 'time', 'strong', 'em', 'form', 'input', 'button', 'svg',
	'path', 'rect', 'line', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'details', 'summary', 'br',
];

it('closes every tag that it opens', () => {
	const page = pageOf({ tables: busyInstance(), settings: { monthlyBudget: 100 } });
	const open: string[] = [];
	const alone = new Set(['meta', 'input', 'br', 'path', 'rect', 'line']);
	for (const [, end, tag] of page.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
		if (alone.has(tag)) continue;
		if (end === '') open.push(tag);
		else expect(open.pop()).toBe(tag);
	}
	expect(open).toEqual([]);
});

it('has one heading of the page, landmarks, a name for each picture, and no id twice', () => {
	const page = pageOf({ tables: busyInstance() });
	expect(count(page, /<h1[ >]/g)).toBe(1);
	expect(count(page, /<main>/g)).toBe(1);
	expect(page).toContain('<html lang="en">');
	for (const [svg] of page.matchAll(/<svg[^>]*>/g)) {
		expect(svg).toMatch(/aria-hidden="true"|role="img"\s+aria-label="[^"]+"/);
	}
	const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
	for (const [, id] of page.matchAll(/(?:aria-labelledby=|href="#)"?([\w-]+)"/g)) {
		expect(ids).toContain(id);
	}
});

it('has a form that posts to itself, with a button for each audience that says which', () => {
	const page = pageOf({ tables: busyInstance(), period: 30 });
	expect(page).toContain('<form method="post" action="?period=30">');
	expect(page).toContain('name="key" value="key-of-the-page"');
	// Neither that which is being synced nor that which is switched off.
	expect(count(page, /name="sync" value="/g)).toBe(5);
	expect(page).toContain('value="newsletter subscribers"');
	expect(page).toContain('aria-label="Sync now: Newsletter subscribers"');
	expect(textOf(page)).toContain('Sync all: 2 that are new or failed');
});

it('has no buttons while Pinterest is not connected', () => {
	const { audiences } = busyInstance();
	const page = pageOf({
		tables: tables({ audiences, connection: connection({ status: 'inactive' }) }),
	});
	expect(page).not.toContain('<button');
	expect(textOf(page)).toContain('Not connected: nothing can be synced now.');
});

it('says what to do on an instance that has nothing yet', () => {
	const text = textOf(pageOf({ tables: tables({ connection: {} }) }));
	expect(text).toContain('Not connected yet.');
	expect(text).toContain('Run the workflow “Connect Pinterest Ads”.');
	expect(text).toContain('There is no audience yet.');
	expect(text).toContain('There are no figures yet.');
	expect(text).toContain('No event came in');
	expect(text).toContain('Nothing failed');
	expect(text).not.toContain('NaN');
	expect(text).not.toContain('undefined');
	expect(text).not.toContain('null');
});

it('is whole where no table can be read: each section says so', () => {
	const page = pageOf({
		tables: {
			...{ connection: null, audiences: null, metrics: null },
			...{ conversions: null, unsent: null, errors: null },
		},
		workflows: workflows.map((one) => ({ ...one, state: 'unknown' })),
	});
	const text = textOf(page);
	for (const table of ['connection', 'audiences', 'metrics', 'conversions', 'errors']) {
		expect(text).toContain(`The table pinterest_${table} could not be read`);
	}
	expect(text).toContain('Not known: in this workflow, the node Workflows of n8n is switched off.');
});

it('says how old each figure is', () => {
	const text = textOf(pageOf({ tables: busyInstance() }));
	expect(text).toContain('Made 30 Nov 2026, 12:00 UTC');
	expect(text).toContain('Pinterest was last asked 7 hours ago');
	expect(text).toContain('newest sync 6 hours ago');
	expect(text).toContain('figures last changed 6 hours ago');
	expect(text).toContain('newest arrived 1 hour ago');
});

it('shows the figures beside those before, with the change in words as well', () => {
	const rows = [
		metric('1', day(14), { spend: 0, conversions: 0, clicks: 0 }),
		metric('1', day(8), { spend: 100, conversions: 10, impressions: 1000, clicks: 100 }),
		metric('1', day(1), { spend: 150, conversions: 30, impressions: 1000, clicks: 50 }),
	];
	const text = textOf(pageOf({ tables: tables({ metrics: rows }) }));
	expect(text).toContain(
		'23–29 Nov 2026, full days in UTC. Beside the 7 days before, 16–22 Nov 2026.',
	);
	expect(text).toContain('Spend 150.00 USD ▲ up 50% from 100.00 USD');
	expect(text).toContain('Conversions 30 ▲ up 200% from 10');
	expect(text).toContain('Cost per conversion 5.00 USD ▼ down 50% from 10.00 USD');
	expect(text).toContain('Clicks 50 ▼ down 50% from 100');
});

it.each([
	[100, 'over the budget'],
	[1e6, 'will be left'],
])('with a budget of %d says where the month is heading', (monthlyBudget, verdict) => {
	const text = textOf(pageOf({ tables: busyInstance(), settings: { monthlyBudget } }));
	expect(text).toContain(verdict);
	expect(text).toContain('of the budget of');
});

it('asks for a budget where there is none', () => {
	expect(textOf(pageOf({ tables: busyInstance() }))).toContain('fill in Monthly Budget');
});

it('lists the campaigns that spent most, and sums up the others', () => {
	const page = pageOf({ tables: busyInstance(1000, 31) });
	const text = textOf(page);
	expect(text).toContain('1,000 campaigns by spend');
	expect(text).toContain('and 988 more');
	expect(page.length).toBeLessThan(100_000);
});

it('stays small with 200 audiences, and counts what is beyond 300', () => {
	const many = Array.from({ length: 200 }, (_, n) => audience(`Audience ${n}`));
	const page = pageOf({ tables: tables({ audiences: many }) });
	expect(count(page, /name="sync" value="/g)).toBe(200);
	expect(textOf(page)).toContain('Show 176 more audiences');
	expect(page.length).toBeLessThan(250_000);
	const more: AudienceRow[] = [...many, ...many.map((one) => ({ ...one, id: one.id + 1e6 }))];
	expect(textOf(pageOf({ tables: tables({ audiences: more }) }))).toContain(
		'And 100 more in the table',
	);
});

it.each([
	['synced', {}, '“News” is synced 12,000 contacts were sent to Pinterest 6 hours ago.'],
	[
		'error',
		{ sync_status: 'error', error_message: 'No address.' },
		'“News” was not synced No address.',
	],
	['skipped', {}, '“News” was left alone'],
	['resting', {}, 'Nothing was sent'],
	['started', {}, '“News” is being synced'],
	['stale', {}, 'Nothing was done'],
	['failed', {}, 'The sync could not be run'],
	['unknown', {}, 'There is no such audience'],
] as const)('says first what came of a button: %s', (outcome, row, said) => {
	const page = pageOf({
		tables: tables({ audiences: [audience('News', row)] }),
		pressed: { outcome, audienceKey: 'news' },
	});
	expect(textOf(page)).toContain(said);
	expect(page).toContain('role="status"');
});

it('shows what Pinterest says of a campaign that was asked about', () => {
	const rows = [metric('7', day(6), { campaign_name: 'Quiet' })];
	const findings = [{ severity: 'blocks', message: 'Its end is over.', hint: 'Set another one.' }];
	const asked = { campaignId: '7', summary: 'It cannot deliver.', findings };
	const text = textOf(pageOf({ tables: tables({ metrics: rows }), asked }));
	expect(text).toContain('Quiet : It cannot deliver. Blocks Its end is over. Set another one.');
	const failed = pageOf({
		tables: tables({ metrics: rows }),
		asked: { campaignId: '7', error: 'It did not answer.' },
	});
	expect(textOf(failed)).toContain('Pinterest could not be asked. It did not answer.');
});

it('counts on: only the newest conversions are read', () => {
	const many = Array.from({ length: 1000 }, () => conversion());
	expect(textOf(pageOf({ tables: tables({ conversions: many }) }))).toContain('Arrived 1,000+');
});

it.each([
	['light', LIGHT_DASHBOARD],
	['dark', DARK_DASHBOARD],
])('can be read in %s: every text has 4.5:1 on its ground', (_name, palette) => {
	const { ground, surface, text, muted, accent, onAccent } = palette;
	const { good, warn, bad, goodGround, warnTint, badGround } = palette;
	const pairs = [
		...[ground, surface].flatMap((under) =>
			[text, muted, good, warn, bad, accent].map((ink) => [ink, under]),
		),
		...[
			[onAccent, accent],
			[good, goodGround],
			[warn, warnTint],
			[bad, badGround],
		],
		...[goodGround, warnTint, badGround].map((under) => [text, under]),
		...[goodGround, warnTint, badGround].map((under) => [muted, under]),
	];
	const faint = pairs.filter(([ink, under]) => contrast(ink, under) < 4.5);
	expect(faint).toEqual([]);
});
