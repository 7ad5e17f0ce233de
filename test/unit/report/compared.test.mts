import { formatsFor } from '../../../worker/src/report/format.ts';
import { shownChange } from '../../../worker/src/report/changes.ts';
import { createReportPicture, type PictureInput } from '../../../worker/src/report/index.ts';
import { comparedWith, fresh, input, row } from './rows.mts';

const picture = (more: Partial<PictureInput> = {}) => createReportPicture(input(more));
/** Text as a person reads it. */
const textOf = (html: string) =>
	html
		.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ')
		.replaceAll('&amp;', '&')
		.replaceAll('&lt;', '<')
		.replace(/\s+/g, ' ');

/** Two campaigns of this week beside last week's: one is new, one has spent less for more. */
const week = comparedWith(
	[
		row({ date: '2026-11-16', spend: 1500, total_clickthrough: 30, total_conversions: 10 }),
		row({ date: '2026-11-18', spend: 500, total_clickthrough: 30, total_conversions: 10 }),
		row({ id: '2', name: 'New one', date: '2026-11-18', spend: 1 }),
	],
	[
		row({ date: '2026-11-16', spend: 2000, total_clickthrough: 10, total_conversions: 5 }),
		row({ date: '2026-11-17', spend: 2000, total_clickthrough: 10, total_conversions: 5 }),
	],
);

describe('a number where there is little room', () => {
	const { money, count } = formatsFor('USD').short;
	it.each<[number | null, string]>([
		[0, '$0.00'],
		[0.001, '< $0.01'],
		[665.57, '$665.57'],
		[1234.56, '$1.23k'],
		[12_030, '$12.0k'],
		[3_400_000, '$3.40M'],
		[null, '–'],
	])('%p dollars are %s', (value, text) => {
		expect(money(value)).toBe(text);
	});

	it.each<[number, string]>([
		[999, '999'],
		[2602, '2.60k'],
		[156_986, '157k'],
		[7_990_000, '7.99M'],
	])('%p is %s', (value, text) => {
		expect(count(value)).toBe(text);
	});

	it.each<[string | null, number, string]>([
		['EUR', 1234, '€1.23k'],
		['CAD', 0.5, 'CA$0.50'],
		['JPY', 1_234_567, '¥1.23M'],
		['ZZZ', 5, 'ZZZ 5.00'],
		['credits', 5000, '5.00k credits'],
		[null, 5, '5.00'],
	])('in %p, %p is %s', (currency, value, text) => {
		expect(
			formatsFor(currency)
				.short.money(value)
				.replace(/\u00a0/g, ' '),
		).toBe(text);
	});
});

describe('a change', () => {
	const formats = { short: String, full: String };
	it.each<[number | null, number | null, string, string]>([
		[112.3, 100, '▲ 12.3%', 'good'],
		[50, 100, '▼ 50.0%', 'bad'],
		[300, 100, '▲ 200%', 'good'],
		[5000, 100, '▲ × 50', 'good'],
		[100.01, 100, '▲ < 0.1%', 'good'],
		[100, 100, '± 0%', 'neutral'],
		[5, 0, 'new', 'good'],
		[5, null, 'new', 'good'],
		[null, 5, '▼ 100%', 'bad'],
	])('from %p to %p', (now, before, text, tone) => {
		expect(shownChange(now, before, true, 'more', formats)).toMatchObject({ text, tone });
	});

	it('is better where less is, and neither for what is spent', () => {
		expect(shownChange(1, 2, true, 'less', formats)?.tone).toBe('good');
		expect(shownChange(2, 1, true, 'less', formats)?.tone).toBe('bad');
		expect(shownChange(2, 1, true, 'neither', formats)?.tone).toBe('neutral');
	});

	it('is said in words to those who see no arrow', () => {
		expect(shownChange(3, 2, true, 'more', formats)?.spoken).toBe('up 50.0%, was 2');
	});

	it('of a ratio of nothing is not known, nor is one beside nothing', () => {
		expect(shownChange(null, 2, false, 'more', formats)).toMatchObject({ text: '', was: '2' });
		expect(shownChange(0, 0, true, 'more', formats)).toBeUndefined();
		expect(shownChange(2, null, false, 'more', formats)).toBeUndefined();
	});
});

it('has totals beside those of the other period, ratios made of the sums of each', () => {
	const { totals } = picture(week);
	expect(totals).toMatchObject({
		...{ spend: 2001, spend_previous: 4000, spend_change: -1999, spend_change_percent: -49.98 },
		...{ clicks: 70, clicks_previous: 20, clicks_change: 50, clicks_change_percent: 250 },
		...{ cpc: 2001 / 70, cpc_previous: 200, total_clickthrough_previous: 20 },
		...{ cost_per_conversion_previous: 400, roas: null, roas_previous: null, roas_change: null },
	});
	expect(Object.keys(totals).filter((key) => /previous_|change_(?!percent)/.test(key))).toEqual([]);
});

it('says in the subject how spend and conversions have changed', () => {
	expect(picture(week).subject).toBe(
		'Pinterest Ads, 16–22 Nov 2026: 2,001.00 USD spent (−50.0%), 22 conversions (+120%)',
	);
	const same = comparedWith([row({ total_conversions: 0 })], [row({ spend: 0 })]);
	expect(picture(same).subject).toBe(
		'Pinterest Ads, 16–22 Nov 2026: 1.50 USD spent, 0 conversions (−100%)',
	);
});

it('has the same totals as ever where it is not compared', () => {
	expect(Object.keys(picture().totals).join()).not.toMatch(/previous|change/);
});

it('shows each total in short, in full where one points at it, and what it was', () => {
	const { html, email_html: mail } = picture(week);
	for (const text of [textOf(html), textOf(mail)]) {
		expect(text).toContain('16–22 Nov 2026 compared with 9–15 Nov 2026, the period before');
		expect(text).toMatch(
			/Spend \$2\.00k ▼ 50\.0% (?:\(down 50\.0%, was 4,000\.00 USD\) )?was \$4\.00k/,
		);
		expect(text).toMatch(/Cost per click \$28\.59 ▼ 85\.7%/);
	}
	for (const markup of [html, mail]) expect(markup).toContain('title="2,001.00 USD"');
	expect(html).toMatch(/class="change neutral" title="Was 4,000\.00 USD"/);
	expect(html).toMatch(/class="change good" title="Was 20"/);
});

it('draws what was before as a line over the bars of its own days, and says what it was', () => {
	const { html } = picture(week);
	const [svg] = /<svg\s+class="chart spend".*?<\/svg>/s.exec(html) ?? [''];
	const titles = [...svg.matchAll(/<(rect|circle)[^>]*>\s*<title>\s*(.*?)\s*<\/title>/gs)];
	expect(titles.map(([, shape, title]) => `${shape} ${title}`)).toEqual([
		'rect 16 Nov 2026: 1,500.00 USD (before, 9 Nov 2026: 2,000.00 USD)',
		'rect 18 Nov 2026: 501.00 USD (before, 11 Nov 2026: 0.00 USD)',
		'circle 16 Nov 2026 (before, 9 Nov 2026: 2,000.00 USD)',
		'circle 17 Nov 2026 (before, 10 Nov 2026: 2,000.00 USD)',
		'circle 18 Nov 2026 (before, 11 Nov 2026: 0.00 USD)',
		...[19, 20, 21, 22].map((day) => `circle ${day} Nov 2026 (before: 0.00 USD)`),
	]);
	expect(svg.match(/<line class="before"/g)).toHaveLength(6);
	expect(textOf(html)).toContain('16–22 Nov 2026 9–15 Nov 2026 Spend (USD) by day');
	expect(picture().html).not.toMatch(/class="before"|class="legend"/);
});

it('leaves a gap in the line where a day has nothing beside it', () => {
	const rows = week.rows?.map((one) =>
		one.date === '2026-11-16' ? { ...one, date_previous: null, spend_previous: null } : one,
	);
	const { html } = picture({ ...week, rows });
	const [svg] = /<svg\s+class="chart spend".*?<\/svg>/s.exec(html) ?? [''];
	expect(svg.match(/<line class="before"/g)).toHaveLength(5);
});

it('compares each campaign: one that is new, one that is gone', () => {
	const gone = comparedWith(
		[row({ id: '2', name: 'New one', spend: 4, total_conversions: 0 })],
		[row({ id: '3', name: 'Gone', spend: 8 })],
	);
	const { html, email_html: mail } = picture(gone);
	const ranked = textOf(html.slice(html.indexOf('class="ranked"')));
	expect(ranked).toContain('2 campaigns by spend');
	expect(ranked).toMatch(/New one active · 2 4\.00 new/);
	expect(ranked).toMatch(/Gone active · 3 0\.00 ▼ 100%/);
	expect(textOf(mail)).toMatch(/Gone &nbsp; 0\.00 ▼ 100%/);
	// What neither of them has is not spoken of.
	expect(textOf(mail)).toContain('17 Nov &nbsp; &nbsp; 0.00 0 0 0');
});

describe('conversions that are still coming in', () => {
	const note =
		/Still growing\..*?Pinterest counts one on the day of the click or view.*?still grow\./;

	it('are said to be, on the page and in the mail, with a star at each figure that grows', () => {
		const { html, email_html: mail } = picture({ fresh });
		for (const text of [textOf(html), textOf(mail)]) {
			expect(text).toMatch(note);
			expect(text).toContain('up to 30 days before');
			expect(text).toMatch(/Conversions ?\*/);
			expect(text).not.toMatch(/Clicks ?\*/);
		}
	});

	it('are compared with days that have had longer', () => {
		expect(textOf(picture({ ...week, fresh }).html)).toContain(
			'Compared with 9–15 Nov 2026, which has had longer to gather them, they look a little worse',
		);
	});

	it('are those of the last days only, where the first ones are complete', () => {
		const some = { from: '2026-11-20', window_days: 1 };
		expect(textOf(picture({ fresh: some }).html)).toMatch(
			/Conversions of 20–22 Nov 2026 are still coming in: .*up to 1 day before/,
		);
	});

	it('are not spoken of where they are complete, or not among the columns', () => {
		const without = row();
		delete without.total_conversions;
		for (const { html, email_html: mail } of [picture(), picture({ rows: [without], fresh })]) {
			expect(`${html}${mail}`).not.toContain('Still growing');
		}
	});
});

it('says of a day that is not over that it is beside a whole one', () => {
	const said = '22 Nov 2026 is not over yet, and is compared with a whole day.';
	const { html, email_html: mail } = picture({ ...week, ends_today: true });
	for (const text of [textOf(html), textOf(mail)]) expect(text).toContain(said);
	expect(picture({ ends_today: true }).html).not.toContain('not over yet');
	expect(picture(week).html).not.toContain('not over yet');
});

it('escapes names in what is compared, too', () => {
	const evil = `"><script>alert('1')</script><b title='`;
	const more = comparedWith(
		[row({ name: evil, id: evil })],
		[row({ name: evil, id: `${evil}2`, date: '2026-11-17' })],
	);
	const { html, email_html: mail } = picture({ ...more, currency: evil, fresh });
	for (const markup of [html, mail]) {
		expect(markup).not.toMatch(/<script|<b |alert\('/);
		expect(markup).toContain('&lt;script&gt;');
	}
});

it('has nothing beside totals that were not compared after all', () => {
	const { totals, html } = picture({ rows: [row({ spend_previous: null })] });
	expect(totals).not.toHaveProperty('spend_previous');
	expect(html).not.toContain('class="versus"');
});
