import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellsOf, type Measurement } from './report.mts';
import { kept, type Circumstances, type Result } from './results.mts';
import { root } from './workerBuild.mts';

/** The benches, in the order of their chapters. */
export const CHAPTERS = [
	'node',
	'audiences',
	'growth',
	'conversions',
	'metrics',
	'workflows',
	'dashboard',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

export const PAGE = join(root, 'docs/performance.md');

/** docs/performance.md: the chapter of each bench as it was written, with the figures that were measured last. */
export function page(): string {
	const read = (name: string) => readFileSync(join(root, 'bench', name, 'chapter.md'), 'utf8');
	const chapters = CHAPTERS.map((bench) => chapter(read(bench), kept(bench)));
	return `${[read('shared'), ...chapters].map((part) => part.trim()).join('\n\n')}\n`;
}

/**
 * @param text with `<!-- figures: the bulk sync, a floor -->` where those belong whose names begin like that, and
 * `<!-- figures -->` where all others do
 * @throws where a figure would be nowhere, or a place has none
 */
export function chapter(text: string, { measurements, circumstances }: Result): string {
	const places = [...text.matchAll(PLACE)].map(([, beginnings = '']) => beginnings);
	const named = places.flatMap(beginningsIn);
	const left = new Set(measurements);
	const filled = text.replace(PLACE, (_, beginnings = '') => {
		const own = beginningsIn(beginnings);
		const isHere = ({ name }: Measurement) =>
			own.length > 0
				? own.some((beginning) => name.startsWith(beginning))
				: !named.some((beginning) => name.startsWith(beginning));
		const here = measurements.filter((one) => left.has(one) && isHere(one));
		if (here.length === 0) throw new Error(`There are no figures for “${beginnings}”.`);
		here.forEach((one) => left.delete(one));
		return figures(here);
	});
	if (left.size > 0)
		throw new Error(`No place for: ${[...left].map(({ name }) => name).join('; ')}`);
	return `${filled.trim()}\n\n${measuredOn(circumstances)}\n`;
}

const PLACE = /<!-- figures(?:: (.+?))? -->/g;

const beginningsIn = (list: string) => list.split(/,\s*/).filter((one) => one !== '');

function figures(measurements: readonly Measurement[]): string {
	const hasRounds = measurements.some(({ range }) => range !== undefined);
	const hasBounds = measurements.some(({ bound }) => bound !== null);
	const only = ([value, rounds, bound, verdict]: readonly string[]) => [
		value,
		...(hasRounds ? [rounds] : []),
		...(hasBounds ? [bound, verdict] : []),
	];
	const rows = [
		['', ...only(['measured', 'rounds', 'bound', ''])],
		['---', ...only(['---:', '---:', '---:', '---'])],
		...measurements.map((one) => [one.name, ...only(cellsOf(one))]),
	];
	return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function measuredOn({ date, n8n, node, machine, load, rounds }: Circumstances): string {
	const medians =
		rounds === 1
			? 'one round'
			: `medians of ${rounds} rounds, with the lowest and the highest of them`;
	return `*Measured in one run on ${date} with n8n ${n8n} and Node.js ${node}, on ${machine}; ${medians}. Load average at its start: ${load}.*`;
}
