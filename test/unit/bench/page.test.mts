import { readFileSync } from 'node:fs';
import { chapter, page, PAGE } from '../../../bench/shared/page.mts';
import { atMost, measured, overRounds } from '../../../bench/shared/report.mts';

const circumstances = {
	...{ date: '2026-12-01', n8n: '2.41.1', node: '24.21.0', machine: '2 cores, 24 GB' },
	...{ load: 1.5, rounds: 2 },
};
const resultOf = (...measurements: ReadonlyArray<ReturnType<typeof measured>>) => ({
	...{ measurements, notes: [], circumstances },
});
const item = overRounds('one item', [1.1, 1.3], '×', atMost(1.2));
const size = measured('tarball', 591, 'kB');

describe('a chapter about performance', () => {
	it('has the figures where its words want them, and says on what they were measured', () => {
		const text =
			'## The node\n\n<!-- figures: one, two -->\n\nThe rest:\n\n<!-- figures -->\n\nWhy.';
		expect(chapter(text, resultOf(size, item))).toBe(`## The node

|  | measured | rounds | bound |  |
| --- | ---: | ---: | ---: | --- |
| one item | 1.2 × | 1.1 – 1.3 | ≤ 1.2 | within |

The rest:

|  | measured |
| --- | ---: |
| tarball | 591 kB |

Why.

*Measured in one run on 2026-12-01 with n8n 2.41.1 and Node.js 24.21.0, on 2 cores, 24 GB; medians of 2 rounds, with the lowest and the highest of them. Load average at its start: 1.5.*
`);
	});

	it('has the rest where it is wanted first, too', () => {
		const text = '<!-- figures -->\n<!-- figures: one -->';
		expect(chapter(text, resultOf(item, size))).toMatch(/tarball[^]*one item/);
	});

	it('is not made where a figure has no place', () => {
		expect(() => chapter('<!-- figures: one -->', resultOf(item, size))).toThrow(
			'No place for: tarball',
		);
	});

	it('is not made where a place has no figure', () => {
		expect(() => chapter('<!-- figures: one, two -->', resultOf(size))).toThrow(
			'There are no figures for “one, two”.',
		);
	});
});

it('docs/performance.md is what the chapters and the kept figures make: `npm run bench -- --page`', () => {
	expect(readFileSync(PAGE, 'utf8')).toBe(page());
});
