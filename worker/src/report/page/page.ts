import { barChart } from './chart';
import { html, type Html } from '../html';
import { rankingSection } from './pageRanking';
import { capital, countedTimes, type OverTime, type Series, type Story } from '../story';
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
						<h1>Pinterest Ads: <bdi>${story.account}</bdi>, ${story.period}</h1>
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
	const { figures, overTime, notes } = story;
	return html`<section aria-label="Totals">
			<dl class="figures">
				${figures.map(
					({ label, text }) =>
						html`<div>
							<dt>${label}</dt>
							<dd>${text}</dd>
						</div>`,
				)}
			</dl>
		</section>
		${overTime === undefined ? null : overTimeSection(overTime, story)} ${rankingSection(story)}
		<section class="muted" aria-label="How to read this">
			${notes.map((note) => html`<p>${note}</p>`)}
		</section>`;
}

function overTimeSection(overTime: OverTime, story: Story): Html | null {
	if (overTime.series.length === 0) return null;
	return html`<section class="over-time">
		<h2>By ${overTime.unit}</h2>
		<div class="charts">${overTime.series.map((series) => chartCard(series, overTime, story))}</div>
		${numbers(overTime, story)}
	</section>`;
}

function chartCard({ name, measure, values }: Series, overTime: OverTime, story: Story): Html {
	const title = `${withCurrency(measure, story)} by ${overTime.unit}`;
	const gaps = values.filter((value) => value === null).length;
	const chart = barChart({
		id: name,
		title,
		bars: overTime.times.map((time, index) => ({ ...time, value: values[index] })),
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
		<h3>${title}</h3>
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
		({ full }, index) =>
			html`<tr>
				<th scope="row">${full}</th>
				${series.map(({ measure, values }) => html`<td>${(measure.money ? amount : count)(values[index])}</td>`)}
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
