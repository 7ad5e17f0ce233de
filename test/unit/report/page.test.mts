import { createReportPicture } from '../../../worker/src/report/index.ts';
import type { PictureInput } from '../../../worker/src/report/index.ts';
import { input, manyRows, row } from './rows.mts';

const pageOf = (more: Partial<PictureInput> = {}) => createReportPicture(input(more)).html;
/** Text as a person reads it. */
const textOf = (page: string) =>
	page
		.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ')
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ');
const count = (page: string, pattern: RegExp) => page.match(pattern)?.length ?? 0;
/** The bars of a chart and what they say. */
const barsOf = (page: string, chart: string) => {
	const [svg = ''] = new RegExp(`<svg\\s+class="chart ${chart}".*?</svg>`, 's').exec(page) ?? [];
	return [...svg.matchAll(/<rect.*?<title>\s*(.*?)\s*<\/title>/gs)].map(([, title]) => title);
};

it('has a title and a subject that say what it is about', () => {
	const rows = [
		row({ spend: 1000.06, total_conversions: 300 }),
		row({ spend: 234.5, total_conversions: 21 }),
	];
	const { title, subject } = createReportPicture(input({ rows }));
	expect(title).toBe('Pinterest Ads: Garden & Home, 16–22 Nov 2026');
	expect(subject).toBe('Pinterest Ads, 16–22 Nov 2026: 1,234.56 USD spent, 321 conversions');
	const noName = createReportPicture(input({ ad_account_name: ' \n', rows: [] }));
	expect(noName.title).toBe('Pinterest Ads: 549755885175, 16–22 Nov 2026');
	expect(noName.subject).toBe('Pinterest Ads, 16–22 Nov 2026: no activity');
});

it('says account, period, time zone, currency, and every warning', () => {
	const page = pageOf({ warnings: ['First <thing>', 'Second'], time_zone: 'America/New_York' });
	const text = textOf(page);
	expect(text).toContain('Ad account: Garden & Home (549755885175)');
	expect(text).toContain('Pinterest Ads report Garden & Home 16–22 Nov 2026 Ad account');
	expect(text).toContain('Time zone: America/New_York');
	expect(text).toContain('Currency: USD');
	expect(text).toContain('First &lt;thing&gt;');
	expect(text).toContain('Second');
	expect(textOf(pageOf())).toContain('Time zone: UTC');
});

it('loads nothing and runs nothing', () => {
	const page = pageOf({ rows: manyRows(90, 200, 'Brand'), start_date: '2026-08-25' });
	for (const sign of ['http', '<script', 'url(', '@import', '<link', '<img', 'src=', 'href=']) {
		expect(page).not.toContain(sign);
	}
	expect(page).not.toMatch(/\son\w+\s*=/);
});

it('escapes every name and text', () => {
	const evil = `"><script>alert('1')</script><b title='`;
	const { html, email_html: email } = createReportPicture(
		input({
			rows: [row({ name: evil, id: evil, status: evil })],
			...{ ad_account_name: evil, warnings: [evil], currency: 'USD', time_zone: evil },
			...{ ad_account_id: evil },
		}),
	);
	for (const markup of [html, email]) {
		expect(markup).not.toMatch(/<script|<b |alert\('/);
		expect(markup).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;');
	}
});

it('keeps names in any script apart from the text around, whole and without what breaks a page', () => {
	const rtl = 'عرض الربيع 🎉';
	const long = 'x'.repeat(200);
	const page = pageOf({
		rows: [
			row({ name: rtl }),
			row({ id: '2', name: long }),
			row({ id: '3', name: 'a\u0000\n\ud800b' }),
		],
	});
	expect(page).toContain(`<bdi>${rtl}</bdi>`);
	expect(page).toContain(`<bdi>${long}</bdi>`);
	expect(page).toContain('<bdi>a \ufffdb</bdi>');
});

it('draws a bar for each day, and tells the numbers in a table', () => {
	const rows = [row({ spend: 0.1 }), row({ spend: 0.2 }), row({ date: '2026-11-18', spend: 7 })];
	const page = pageOf({ rows });
	expect(barsOf(page, 'spend')).toEqual(['16 Nov 2026: 0.30 USD', '18 Nov 2026: 7.00 USD']);
	expect(barsOf(page, 'clicks')).toEqual(['16 Nov 2026: 20', '18 Nov 2026: 10']);
	expect(count(page, /<svg\s+class="chart/g)).toBe(4);
	expect(count(page, /role="img"\s+aria-labelledby="(\w+)-title \1-desc"/g)).toBe(4);
	expect(textOf(page)).toContain('17 Nov 2026 0.00 0 0 0');
});

it('shows a day without rows as 0 and a value that Pinterest did not give as a gap', () => {
	const rows = [row({ total_conversions: null }), row({ date: '2026-11-17' })];
	const text = textOf(pageOf({ rows }));
	expect(text).toContain('16 Nov 2026 1.50 1,000 10 –');
	expect(text).toContain('18 Nov 2026 0.00 0 0 0');
	expect(text).toContain('No value from Pinterest for 1 of 7 days.');
	const none = textOf(pageOf({ rows: [row({ total_conversions: null })] }));
	expect(none).toContain('Conversions by day Pinterest gave no value in this period.');
});

it('has few labels on the axis for 90 days, and a single bar for one day', () => {
	const ninety = pageOf({ rows: manyRows(90, 1, 'A'), start_date: '2026-08-25' });
	expect(barsOf(ninety, 'impressions')).toHaveLength(90);
	expect(count(ninety, /text-anchor="(?:middle|end)"\s*>\s*\d+ (?:Aug|Sept|Oct|Nov)/g)).toBe(20);
	const one = pageOf({ start_date: '2026-11-16', end_date: '2026-11-16' });
	expect(barsOf(one, 'spend')).toEqual(['16 Nov 2026: 1.50 USD']);
});

it('draws hours, weeks that begin anywhere, and months', () => {
	const hours = pageOf({
		rows: [row({ hour: 9 }), row({ hour: 23, spend: 2 })],
		...{ granularity: 'HOUR', end_date: '2026-11-16' },
	});
	expect(barsOf(hours, 'spend')).toEqual([
		'16 Nov 2026, 09:00: 1.50 USD',
		'16 Nov 2026, 23:00: 2.00 USD',
	]);
	expect(textOf(hours)).toContain('The numbers of 24 hours');
	const weeks = pageOf({
		rows: [row({ date: '2026-11-04' }), row({ date: '2026-11-15' })],
		...{ granularity: 'WEEK', start_date: '2026-11-04', end_date: '2026-11-22' },
	});
	expect(barsOf(weeks, 'spend')).toEqual(['1 Nov 2026: 1.50 USD', '15 Nov 2026: 1.50 USD']);
	expect(textOf(weeks)).toContain('The numbers of 4 weeks');
	const months = pageOf({
		rows: [row({ date: '2026-09-15' }), row({ date: '2026-11-01' })],
		...{ granularity: 'MONTH', start_date: '2026-09-15' },
	});
	expect(barsOf(months, 'spend')).toEqual(['Sept 2026: 1.50 USD', 'Nov 2026: 1.50 USD']);
	expect(textOf(months)).toContain('Oct 2026 0.00 0 0 0');
});

it('says that totals have no time to draw, and that columns were not asked for', () => {
	const total = row({ granularity: 'TOTAL', date: null, total_conversions: undefined });
	delete total.total_conversions;
	const page = pageOf({ rows: [total], granularity: 'TOTAL' });
	expect(page).not.toContain('class="chart');
	expect(textOf(page)).toContain('nothing can be drawn over time');
	expect(textOf(page)).toContain('Not among the columns that were asked for: conversions.');
});

it('says plainly that there was nothing', () => {
	const { html, email_html: email } = createReportPicture(
		input({ rows: [], warnings: ['The ad account has no campaigns yet.'] }),
	);
	for (const text of [html, email].map(textOf)) {
		expect(text).toContain('There was no activity in this period (16–22 Nov 2026)');
		expect(text).toContain('The ad account has no campaigns yet.');
	}
	expect(html).not.toContain('<svg');
});

it('ranks 200 campaigns by spend, shows the first and folds the rest, none left out', () => {
	const page = pageOf({ rows: manyRows(1, 200, 'Brand') });
	const section = page.slice(page.indexOf('class="ranked"'));
	const [shown, folded] = section.split('<details>');
	expect(textOf(section)).toContain('200 campaigns by spend');
	expect(count(shown, /role="rowheader"/g)).toBe(20);
	expect(count(folded, /role="rowheader"/g)).toBe(180);
	expect(textOf(folded)).toMatch(/Show the other 180 campaigns \(\d+\.\d\d% of the spend\)/);
	const spends = [...section.matchAll(/data-label="Spend \(USD\)"\s*>\s*([\d.]+)/g)].map(
		([, text]) => Number(text),
	);
	expect(spends).toHaveLength(200);
	expect(spends).toEqual(spends.toSorted((a, b) => b - a));
});

it('writes amounts as their currency has it: yen without decimals, none where it is not known', () => {
	const yen = createReportPicture(input({ rows: [row({ spend: 1_234_567 })], currency: 'JPY' }));
	expect(yen.subject).toContain('1,234,567 JPY spent');
	const none = createReportPicture(input({ rows: [row({ spend: 1234.5 })], currency: null }));
	expect(none.subject).toContain(': 1,234.50 spent');
	expect(textOf(none.html)).toContain('Currency: not known');
	expect(createReportPicture(input({ currency: 'ZZZ' })).subject).toContain('1.50 ZZZ');
	expect(createReportPicture(input({ currency: 'credits' })).subject).toContain('1.50 credits');
});

it('shows the huge and the tiny', () => {
	const rows = [row({ spend: 98_765_432_109.87, total_impression: 9_007_199_254_740_991 })];
	const huge = textOf(pageOf({ rows }));
	expect(huge).toContain('98,765,432,109.87 USD');
	expect(huge).toContain('9,007,199,254,740,991');
	const tiny = pageOf({ rows: [row({ spend: 0.000001 })] });
	expect(barsOf(tiny, 'spend')).toEqual(['16 Nov 2026: &lt; 0.01 USD']);
	expect(`${huge}${tiny}`).not.toMatch(/NaN|Infinity|undefined/);
});
