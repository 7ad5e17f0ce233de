import { barChart } from './chart';
import { shownChange } from '../changes';
import type { Figure } from '../figures';
import { html, type Html } from '../html';
import { senseOf } from '../measures';
import { changeMark, withChange } from './changeMark';
import { rankingSection } from './pageRanking';
import { capital, countedTimes, type OverTime, type Series } from '../overTime';
import type { Story } from '../story';
import { pageStyles } from './styles';

/** So many rows of numbers are open from the start; more are folded. */
const OPEN_ROWS = 14;

/** The whole page: it loads nothing and runs nothing. */
export function htmlPage(story: Story): string {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="referrer" content="no-referrer" />
				<title>${story.title}</title>
				${pageStyles()}
			</head>
			<body>
				<main>
					<header>
						<p class="eyebrow">Pinterest Ads report</p>
						<h1><bdi>${story.account}</bdi></h1>
						<p class="period">${story.period}${versus(story)}</p>
						<dl class="facts">
							${story.facts.map(
								({ label, text }) =>
									html`<div>
										<dt>${label}:</dt>
										<dd><bdi>${text}</bdi></dd>
									</div>`,
							)}
						</dl>
					</header>
					${warnings(story.warnings)} ${story.empty ? nothing(story) : body(story)}
				</main>
			</body>
		</html> `.markup;
}

const versus = ({ compared }: Story): Html | null =>
	compared === undefined
		? null
		: html` <span class="muted">compared with ${compared.period}, ${compared.inWords}</span>`;

function warnings(texts: readonly string[]): Html | null {
	if (texts.length === 0) return null;
	return html`<section class="warnings" aria-label="Please note">
		<strong>Please note</strong>
		<ul>
			${texts.map((text) => html`<li>${text}</li>`)}
		</ul>
	</section>`;
}

const nothing = ({ period }: Story): Html =>
	html`<section class="card">
		<h2>Nothing to show</h2>
		<p>
			There was no activity in this period (${period}): no row came back, so there are no figures
			and no charts.
		</p>
	</section>`;

function body(story: Story): Html {
	const { figures, overTime, notes, growing } = story;
	return html`<section aria-label="Totals">
			<dl class="figures">${figures.map(tile)}</dl>
			${growing === undefined ? null : html`<p class="growing"><strong>Still growing.</strong> ${growing}</p>`}
		</section>
		${overTime === undefined ? null : overTimeSection(overTime, story)} ${rankingSection(story)}
		<section class="notes" aria-label="How to read this">
			${notes.map((note) => html`<p>${note}</p>`)}
		</section>`;
}

function tile({ label, text, inFull, change, grows }: Figure): Html {
	const star = grows ? html`<abbr title="Still growing">*</abbr>` : null;
	const was =
		change === undefined
			? null
			: html`<span class="versus"
					>${changeMark(change)}<span class="was" aria-hidden="true">was ${change.was}</span></span
				>`;
	return html`<div>
		<dt>${label}${star}</dt>
		<dd>
			<span class="value" ${inFull === undefined ? null : html` title="${inFull}"`}>${text}</span
			>${was}
		</dd>
	</div>`;
}

function overTimeSection(overTime: OverTime, story: Story): Html | null {
	if (overTime.series.length === 0) return null;
	return html`<section class="over-time">
		<div class="heading">
			<h2>By ${overTime.unit}</h2>
			${legend(story)}
		</div>
		<div class="charts">${overTime.series.map((series) => chartCard(series, overTime, story))}</div>
		${numbers(overTime, story)}
	</section>`;
}

const legend = ({ period, compared }: Story): Html | null =>
	compared === undefined
		? null
		: html`<p class="legend">
				<span><i class="now"></i>${period}</span>
				<span><i class="earlier"></i>${compared.period}</span>
			</p>`;

function chartCard(series: Series, overTime: OverTime, story: Story): Html {
	const { name, measure, values, previous, total } = series;
	const title = `${withCurrency(measure, story)} by ${overTime.unit}`;
	const gaps = values.filter((value) => value === null).length;
	const chart = barChart({
		id: name,
		title,
		bars: overTime.times.map((time, index) => ({
			...time,
			...{ value: values[index], previous: previous?.[index] },
		})),
		format: measure.money ? story.formats.money : story.formats.count,
		whole: !measure.money,
	});
	if (gaps === values.length) {
		return html`<div class="card">
			<h3>${title}</h3>
			<p class="muted">Pinterest gave no value in this period.</p>
		</div>`;
	}
	const missing =
		gaps === 0
			? null
			: html`<p class="muted">
					No value from Pinterest for ${gaps} of ${countedTimes(overTime)}.
				</p>`;
	return html`<div class="card">
		<div class="heading">
			<h3>${title}</h3>
			<p class="total">${total.text} ${changeMark(total.change)}</p>
		</div>
		${chart}${missing}
	</div>`;
}

export const withCurrency = (
	{ label, money }: { label: string; money: boolean },
	{ currency }: Pick<Story, 'currency'>,
): string => (money && currency !== null ? `${label} (${currency})` : label);

function numbers(overTime: OverTime, story: Story): Html {
	const { times, series, unit } = overTime;
	const { amount, count } = story.formats;
	const rows = times.map(
		(time, index) =>
			html`<tr>
				<th scope="row">${timeCell(time)}</th>
				${series.map(({ name, measure, values, previous }) => {
					const full = measure.money ? amount : count;
					const change =
						previous &&
						shownChange(values[index], previous[index], true, senseOf(name), { full, short: full });
					return html`<td>${withChange(full(values[index]), change)}</td>`;
				})}
			</tr>`,
	);
	const open = times.length <= OPEN_ROWS ? html` open` : null;
	return html`<details class="card" ${open}>
		<summary>The numbers of ${countedTimes(overTime)}</summary>
		<div class="scroll" tabindex="0" role="region" aria-label="The numbers by ${unit}">
			<table>
				<thead>
					<tr>
						<th scope="col">${capital(unit)}</th>
						${series.map(({ measure }) => html`<th scope="col">${withCurrency(measure, story)}</th>`)}
					</tr>
				</thead>
				<tbody>
					${rows}
				</tbody>
			</table>
		</div>
	</details>`;
}

/** On a phone there is no room for the year, which the head of the page says. */
function timeCell({ short, full }: OverTime['times'][number]): Html | string {
	if (!full.startsWith(`${short} `)) return full;
	return html`${short}<span class="year">${full.slice(short.length)}</span>`;
}
