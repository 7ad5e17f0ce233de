import { createReportPicture } from '../../../worker/src/report/index.ts';
import type { PictureInput } from '../../../worker/src/report/index.ts';
import { comparedWith, fresh, input, manyRows, row } from './rows.mts';

const mailOf = (more: Partial<PictureInput>) => createReportPicture(input(more)).email_html;
const ninety = { start_date: '2026-08-25' };
/** Beside as many days before, on which it was the other way round. */
const compared = (days: number, campaigns: number, name: string): Partial<PictureInput> =>
	comparedWith(manyRows(days, campaigns, name), manyRows(days, campaigns, name).toReversed(), days);
const mails = {
	'1 day': mailOf({ rows: manyRows(1, 1, 'A'), start_date: '2026-11-22' }),
	'7 days × 200': mailOf({ rows: manyRows(7, 200, 'A'), warnings: ['One', 'Two'] }),
	'90 days × 200': mailOf({ rows: manyRows(90, 200, 'A'), ...ninety }),
	'no rows': mailOf({ rows: [], warnings: ['Nothing.'] }),
	'7 days × 200, compared': mailOf(compared(7, 200, 'A')),
	total: mailOf({ rows: [row({ date: null })], granularity: 'TOTAL' }),
};
const TAGS = 'html head meta title body table tr td h1 h2 p span strong br'.split(' ');
const ATTRIBUTES =
	'lang charset name content role title width height cellpadding cellspacing border bgcolor align valign colspan dir style'.split(
		' ',
	);

describe.each(Object.entries(mails))('%s', (_, mail) => {
	it('is made of what every mail client shows', () => {
		const tags = [...mail.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
		expect([...new Set(tags)].filter((tag) => !TAGS.includes(tag))).toEqual([]);
		const attributes = [...mail.matchAll(/<[a-z0-9]+((?:\s+[a-z]+="[^"]*")*)\s*>/g)].flatMap(
			([, all]) => [...all.matchAll(/([a-z]+)="/g)].map(([, name]) => name),
		);
		expect([...new Set(attributes)].filter((name) => !ATTRIBUTES.includes(name))).toEqual([]);
		expect(mail).not.toMatch(/http|url\(|flex|grid|position:|background-image|@/);
	});

	it('closes every tag that it opens', () => {
		const open: string[] = [];
		for (const [, slash, tag] of mail.matchAll(/<(\/?)([a-z0-9]+)/g)) {
			if (tag === 'meta' || tag === 'br') continue;
			if (slash === '') open.push(tag);
			else expect(open.pop()).toBe(tag);
		}
		expect(open).toEqual([]);
	});

	it('gives every text a colour and a ground', () => {
		const styles = [...mail.matchAll(/style="([^"]*)"/g)].map(([, style]) => style);
		const texts = styles.filter((style) => /font-size:(?!1px)/.test(style));
		expect(texts.length).toBeGreaterThan(0);
		for (const style of texts.filter((style) => style.includes('font-family'))) {
			expect(style).toMatch(/(?:^|;)color:#/);
			expect(style).toMatch(/background-color:#/);
		}
	});
});

it('stays below 100 KB with 200 campaigns of the worst names and endless warnings', () => {
	const names = [
		'&'.repeat(200),
		'👨‍👩‍👧‍👦'.repeat(200),
		'z\u0300\u0301\u0302\u0303\u0304'.repeat(200),
		'"'.repeat(5000),
	];
	for (const name of names) {
		const more = { ad_account_name: name, warnings: Array<string>(50).fill(name), ...ninety };
		for (const days of [31, 90]) {
			const mail = mailOf({ ...more, rows: manyRows(days, 200, name) });
			expect(Buffer.byteLength(mail)).toBeLessThan(100_000);
			expect(mail).toContain('And 42 more');
		}
		for (const days of [14, 31]) {
			const mail = mailOf({ ...more, ...compared(days, 200, name), fresh });
			expect(Buffer.byteLength(mail)).toBeLessThan(100_000);
			expect(mail).toContain('And 42 more');
		}
	}
});

it('shows the first 20 campaigns and says how many more there are', () => {
	const mail = mails['7 days × 200'];
	expect(mail).toContain('200 campaigns by spend');
	expect(mail).toContain('And 180 campaigns more');
	expect(mail.match(/dir="auto"/g)).toHaveLength(21);
});

it('puts seven days together where there are many, exactly', () => {
	const rows = Array.from({ length: 90 }, (_, day) =>
		row({
			date: new Date(Date.parse('2026-08-25') + day * 86_400_000).toISOString().slice(0, 10),
			spend: 0.1,
		}),
	);
	const mail = mailOf({ rows, ...ninety });
	expect(mail).toContain('90 days, 7 to a row');
	expect(mail.match(/>\s*0\.70\s*</g)).toHaveLength(12);
	expect(mail).toContain('25 Aug – 31 Aug');
	expect(mail).toContain('17 Nov – 22 Nov');
	expect(mail).toMatch(/>\s*0\.60\s*</);
});

it('draws bars as cells whose widths make 100 % together', () => {
	const rows = [
		row({ spend: 100 }),
		row({ date: '2026-11-17', spend: 25 }),
		row({ date: '2026-11-18', spend: 0.001 }),
	];
	const mail = mailOf({ rows });
	const widths = [...mail.matchAll(/<td\s+width="(\d+)%"\s+height="8"/g)].map(([, width]) =>
		Number(width),
	);
	expect(widths.slice(0, 5)).toEqual([100, 25, 75, 1, 99]);
	expect(widths.reduce((a, b) => a + b, 0) % 100).toBe(0);
});
