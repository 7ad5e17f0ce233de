import { html, type Html } from '../../html';
import type { CarriedEvents } from '../../../conversions/carried/countCarried';
import { CONVERSIONS_READ } from '../dashboardInput';
import type { Conversions } from '../model/conversions';
import type { PlatformWords } from '../platformWords';
import { ago, agoAndTime, pill, section, unreadable } from './parts';

/** What came in and what became of it; undefined where the table could not be read. */
export function conversionsSection(
	conversions: Conversions | undefined,
	now: number,
	words: PlatformWords,
): Html {
	if (conversions === undefined) {
		return section('conversions', 'Conversions', null, unreadable('pinterest_conversions', words));
	}
	const { newest, reasons, nextAttempt } = conversions;
	const age = newest === undefined ? null : html`newest arrived ${ago(newest, now)}`;
	return section(
		'conversions',
		'Conversions of the last 24 hours',
		age,
		html`<dl class="counts">
				${count('Arrived', conversions.arrived, conversions.isCut)}
				${count('Sent', conversions.sent, conversions.isCut)}
				${count('Waiting', conversions.waiting, conversions.isUnsentCut)}
				${count('Given up', conversions.dead, conversions.isUnsentCut)}
			</dl>
			<p class="muted small">
				Waiting and given up are counted whenever they came; what was given up is kept for 30 days.
				${conversions.isCut || conversions.isUnsentCut ? ` Only the newest ${CONVERSIONS_READ.toLocaleString('en')} were read: there are more.` : null}
				${nextAttempt === undefined ? null : html` The next one is sent again ${agoAndTime(nextAttempt, now)}.`}
			</p>
			<div class="two">
				<div class="card">
					<h3>Why some were not sent</h3>
					${
						reasons.length === 0
							? html`<p>There is nothing that was not sent.</p>`
							: html`<ul class="plain list">
									${reasons.map(
										({ says, count: times, newest: at }) =>
											html`<li>
												${says}
												<span class="muted"
													>${times.toLocaleString('en')}×${at === undefined ? null : html`, the last one ${ago(at, now)}`}</span
												>
											</li>`,
									)}
								</ul>`
					}
				</div>
				<div class="card">
					<h3>Event quality</h3>
					${quality(conversions)}
				</div>
			</div>`,
	);
}

const count = (label: string, value: number, isCut: boolean): Html =>
	html`<div class="card">
		<dt>${label}</dt>
		<dd class="value">${value.toLocaleString('en')}${isCut && value > 0 ? '+' : ''}</dd>
	</div>`;

function quality({ events, findings }: Conversions): Html {
	if (events.length === 0) return html`<p>No event came in, so there is nothing to judge.</p>`;
	return html`<p class="muted small">
			How many of the last day’s events carry what Pinterest finds people by.
		</p>
		<ul class="plain list">
			${events.slice(0, 6).map(
				(one) =>
					html`<li>
						<strong><bdi>${one.event_name}</bdi></strong>
						<span class="muted">(${one.action_source}, ${one.events.toLocaleString('en')})</span
						><br />${shares(one)}
					</li>`,
			)}
			${findings.slice(0, 5).map(({ severity, message, hint }) => html`<li>${severity === 'blocks' ? pill('bad', 'Blocks') : pill('warn', 'Weakens')} ${message} <span class="muted">${hint}</span></li>`)}
		</ul>`;
}

const CARRIED = [
	['email', 'em'],
	['IP and browser', 'ip_and_ua'],
	['click ID', 'click_id'],
	['value', 'value'],
] as const;

function shares({ known, carry }: CarriedEvents): string {
	if (known === 0) return 'What they carry is not known.';
	const share = (word: keyof CarriedEvents['carry']) =>
		`${Math.round((100 * (carry[word] ?? 0)) / known)}%`;
	return CARRIED.map(([label, word]) => `${label} ${share(word)}`).join(' · ');
}
