import { shownChange, type Sense, type ShownChange } from '../changes';
import type { Format } from '../format';
import { html, type Html } from '../html';
import { MEASURES, senseOf } from '../measures';
import type { Ratios } from '../reportTotals';
import { withChange } from './changeMark';
import { counted, type Ranked, type Ranking } from '../ranking';
import type { Story } from '../story';

/** More are folded away, and how many is said. */
const SHOWN = 20;

interface Cell {
	readonly label: string;
	readonly text: (entry: Ranked) => string;
	readonly change: (entry: Ranked) => ShownChange | undefined;
}

/** The campaigns, or whatever the level is, from most to least. */
export function rankingSection(story: Story): Html | null {
	const { ranking, level } = story;
	if (ranking === undefined || level === 'account') return null;
	const { entries, by } = ranking;
	const rest = entries.slice(SHOWN);
	const folded =
		rest.length === 0
			? null
			: html`<details>
					<summary>
						Show the other ${counted(rest.length, level)}${shareOf(rest, ranking, story)}
					</summary>
					${table(rest, ranking, story)}
				</details>`;
	return html`<section class="ranked">
		<h2>${counted(entries.length, level)} by ${by.label.toLowerCase()}</h2>
		<div class="card">${table(entries.slice(0, SHOWN), ranking, story)}${folded}</div>
	</section>`;
}

/** What the folded ones make of the whole. */
function shareOf(rest: readonly Ranked[], { by, entries }: Ranking, { formats }: Story): string {
	const sum = (some: readonly Ranked[]) =>
		some.reduce((all, entry) => all + (entry.valueOf(by) ?? 0), 0);
	const all = sum(entries);
	return all > 0 ? ` (${formats.percent(sum(rest) / all)} of the ${by.label.toLowerCase()})` : '';
}

function table(entries: readonly Ranked[], ranking: Ranking, story: Story): Html {
	const cells = cellsOf(story);
	const most = Math.max(0, ...ranking.entries.map((entry) => entry.valueOf(ranking.by) ?? 0));
	// Roles, as a table that is laid out as a grid on a phone is none to a screen reader.
	return html`<div class="scroll">
		<table role="table">
			<thead role="rowgroup">
				<tr role="row">
					<th role="columnheader" scope="col">Name</th>
					${cells.map(({ label }) => html`<th role="columnheader" scope="col">${label}</th>`)}
				</tr>
			</thead>
			<tbody role="rowgroup">
				${entries.map((entry) => {
					const value = entry.valueOf(ranking.by) ?? 0;
					return html`<tr role="row">
						<th role="rowheader" scope="row">
							<bdi>${entry.name ?? '(no name)'}</bdi
							><span class="about">${about(entry)}</span>${track(most > 0 ? value / most : 0)}
						</th>
						${cells.map(({ label, text, change }) => html`<td role="cell" data-label="${label}">${withChange(text(entry), change(entry))}</td>`)}
					</tr>`;
				})}
			</tbody>
		</table>
	</div>`;
}

const about = ({ id, status }: Ranked): string =>
	status === null ? id : `${status.toLowerCase().replaceAll('_', ' ')} · ${id}`;

function track(share: number): Html {
	const width = Number((Math.max(0, share) * 100).toFixed(2));
	return html`<svg class="track" width="100%" height="6" aria-hidden="true">
		<rect class="rest" width="100%" height="6" rx="3" />
		${width > 0 ? html`<rect class="bar" width="${width}%" height="6" rx="3" />` : null}
	</svg>`;
}

function cellsOf({ measures, formats, currency }: Story): Cell[] {
	const measured = MEASURES.flatMap((name): Cell[] => {
		const measure = measures[name];
		if (measure === undefined) return [];
		const unit = measure.money && currency !== null ? ` (${currency})` : '';
		const format = measure.money ? formats.amount : formats.count;
		const valueOf = (entry: Pick<Ranked, 'valueOf'>) => entry.valueOf(measure);
		return [cell(`${measure.label}${unit}`, valueOf, format, senseOf(name), true)];
	});
	const ratios: Array<readonly [string, 'ctr' | 'roas', Format, boolean]> = [
		['CTR', 'ctr', formats.percent, has(measures.clicks, measures.impressions)],
		['ROAS', 'roas', formats.times, has(measures.conversion_value, measures.spend)],
	];
	return [
		...measured,
		...ratios.flatMap(([label, name, format, known]): Cell[] =>
			known ? [cell(label, (entry) => entry[name], format, 'more', false)] : [],
		),
	];
}

type Valued = Ratios & Pick<Ranked, 'valueOf'>;

const cell = (
	label: string,
	valueOf: (entry: Valued) => number | null,
	full: Format,
	sense: Sense,
	addsUp: boolean,
): Cell => ({
	label,
	text: (entry) => full(valueOf(entry)),
	change: (entry) =>
		entry.before &&
		shownChange(valueOf(entry), valueOf(entry.before), addsUp, sense, { full, short: full }),
});

const has = (...measures: unknown[]): boolean => measures.every((measure) => measure !== undefined);
