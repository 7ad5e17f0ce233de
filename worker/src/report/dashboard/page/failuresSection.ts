import { html, type Html } from '../../html';
import type { Failure, Failures } from '../model/failures';
import type { PlatformWords } from '../platformWords';
import { counted } from '../../../values/number';
import { ago, agoAndTime, pill, section, unreadable } from './parts';

/** What failed, and what is being tried again; undefined where the table could not be read. */
export function failuresSection(
	failures: Failures | undefined,
	now: number,
	words: PlatformWords,
): Html {
	if (failures === undefined) {
		return section('failures', 'Failures', null, unreadable('pinterest_errors', words));
	}
	const { tryingAgain, failed, more } = failures;
	if (tryingAgain.length + failed.length === 0) {
		return section(
			'failures',
			'Failures',
			'of the last 7 days',
			html`<p class="card">${pill('good', 'Nothing failed')}</p>`,
		);
	}
	return section(
		'failures',
		'Failures',
		'of the last 7 days',
		html`<div class="two">
			<div class="card">
				<h3>Being tried again</h3>
				${
					tryingAgain.length === 0
						? html`<p>Nothing.</p>`
						: html`<ul class="plain list">
								${tryingAgain.map((one) => again(one, now))}
							</ul>`
				}
			</div>
			<div class="card">
				<h3>Failed</h3>
				${
					failed.length === 0
						? html`<p>Nothing.</p>`
						: html`<ul class="plain list">
								${failed.map((one) => lost(one, now))}
							</ul>`
				}
				${more === 0 ? null : html`<p class="muted">And ${counted(more, 'more', 'more')} in the table pinterest_errors.</p>`}
			</div>
		</div>`,
	);
}

const again = (one: Failure, now: number): Html =>
	html`<li>
		${pill('warn', one.outcome === 'tries by itself' ? 'Asks again by itself' : 'Trying again')}
		<strong><bdi>${one.workflow}</bdi></strong
		>: ${one.says}
		<span class="muted"
			>${one.nextAttempt === undefined ? null : html`Next ${agoAndTime(one.nextAttempt, now)}, after ${counted(one.attempts, 'attempt')}.`}</span
		>
	</li>`;

const lost = (one: Failure, now: number): Html =>
	html`<li>
		${pill(one.outcome === 'resting' ? 'warn' : 'bad', WORDS[one.outcome] ?? 'Failed')}
		<strong><bdi>${one.workflow}</bdi></strong
		>${one.node === '' ? null : html`, at <bdi>${one.node}</bdi>`}: ${one.says} ${one.toDo}
		${one.at === undefined ? null : html`<span class="muted">${ago(one.at, now)}</span>`}
	</li>`;

const WORDS: Readonly<Record<string, string>> = {
	'gave up': 'Gave up',
	'not repeated': 'Not repeated',
	resting: 'Resting',
};
