import { html, type Html } from '../../html';
import type { NextRun, Schedules } from '../model/schedules';
import type { PlatformWords } from '../platformWords';
import { agoAndTime, emphasized, pill, section } from './parts';

/** When each schedule runs next, and what is not installed or not published. */
export function schedulesSection(
	{ runs, missing, isKnown }: Schedules,
	now: number,
	words: PlatformWords,
): Html {
	return section(
		'schedules',
		'Schedules',
		isKnown ? words.askedJustNow : 'as they are shipped',
		html`<div class="two">
			<div class="card">
				<h3>What runs next</h3>
				<ul class="plain list">
					${runs.map((run) => runOf(run, now))}
				</ul>
			</div>
			<div class="card">
				<h3>Not installed or not published</h3>
				${isKnown ? whatIsMissing(missing) : html`<p>${emphasized(words.askWhatRuns)}</p>`}
			</div>
		</div>`,
	);
}

function runOf({ name, at, state }: NextRun, now: number): Html {
	if (state.startsWith('not ')) return html`<li>${pill('none', capital(state))} ${name}</li>`;
	return html`<li>
		${name}
		<span class="muted"
			>${at === undefined ? 'at a time that could not be read' : agoAndTime(at, now)}</span
		>
	</li>`;
}

const whatIsMissing = (missing: Schedules['missing']): Html =>
	missing.length === 0
		? html`<p>${pill('good', 'All of it is published')}</p>`
		: html`<ul class="plain list">
				${missing.map(({ name, state, does }) => html`<li>${pill('warn', capital(state))} <strong>${name}</strong> <span class="muted">${does}</span></li>`)}
			</ul>`;

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
