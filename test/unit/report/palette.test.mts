import { contrast, DARK, LIGHT, type Palette } from '../../../worker/src/report/page/palette.ts';

const schemes: Array<[string, Palette]> = [
	['light', LIGHT],
	['dark', DARK],
];

it('computes contrast as WCAG does', () => {
	expect(contrast('#000000', '#ffffff')).toBe(21);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it.each(schemes)('has 4.5:1 at least for every text in the %s scheme', (scheme, palette) => {
	const { text, muted, good, bad, spend, ground, surface, warnText, warnGround } = palette;
	const pairs = { text, muted, good, bad, spend };
	const measured: Array<readonly [string, number]> = Object.entries(pairs).flatMap(
		([name, colour]) => [
			[`${name} on ground`, contrast(colour, ground)] as const,
			[`${name} on surface`, contrast(colour, surface)] as const,
		],
	);
	measured.push(['warning', contrast(warnText, warnGround)]);
	const said = measured.map(([name, ratio]) => `${name} ${ratio.toFixed(2)}`).join(', ');
	process.stdout.write(`${scheme}: ${said}\n`);
	expect(measured.filter(([, ratio]) => ratio < 4.5)).toEqual([]);
});

it.each(schemes)(
	'has 3:1 at least for every bar and the line of what was before in the %s scheme',
	(_, palette) => {
		const { spend, impressions, clicks, conversions, before, surface } = palette;
		for (const colour of [spend, impressions, clicks, conversions, before]) {
			expect(contrast(colour, surface)).toBeGreaterThanOrEqual(3);
		}
	},
);
