import type { Formats } from '../../format';
import { html, type Html } from '../../html';
import type { MonthSpend } from '../model/monthSpend';
import type { Spans } from '../model/periods';
import type { PlatformWords } from '../platformWords';
import { counted } from '../../../values/number';
import { dayInWords } from '../times';
import { emphasized, pill } from './parts';

const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
/** Nearer to the budget than this is on it. */
const CLOSE = 0.05;

/** What was spent this month, and where it is heading. */
export function monthCard(
	month: MonthSpend,
	{ money }: Formats,
	{ today }: Spans,
	words: PlatformWords,
): Html {
	const { spent, heading, perDay, paceDays, daysLeft, budget } = month;
	return html`<div class="card">
		<h3>This month</h3>
		<p>
			<span class="value">${money(spent)}</span> spent from ${dayInWords(`${today.slice(0, 7)}-01`)}
			to today
		</p>
		${budget === undefined ? null : ofBudget(month, money(budget))}
		${
			heading === null
				? html`<p class="muted">
						There is no full day with figures yet, so nobody can tell where it is heading.
					</p>`
				: html`<p>
							Heading for <strong class="num">${money(heading)}</strong> by the end of the
							month${budget === undefined ? null : html`: ${verdict(month, money(Math.abs(heading - budget)))}`}
						</p>
						<p class="muted small">
							As an average day of the last ${counted(paceDays, 'full day')} took ${money(perDay)},
							and ${counted(daysLeft, 'day is', 'days are')} left, today included.
						</p>`
		}
		${budget === undefined ? html`<p class="muted small">${emphasized(words.setBudget)}</p>` : null}
	</div>`;
}

function ofBudget({ used = 0, headingShare }: MonthSpend, budget: string): Html {
	const scale = Math.max(1, used, headingShare ?? 0);
	const at = (share: number) => `${Number(((100 * share) / scale).toFixed(2))}%`;
	return html`<p>${PERCENT.format(used)} of the budget of ${budget}</p>
		<svg class="track" aria-hidden="true">
			<rect class="rest" width="100%" height="100%" rx="4" />
			<rect class="used" width="${at(used)}" height="100%" rx="4" />
			${scale > 1 ? html`<line class="mark" x1="${at(1)}" x2="${at(1)}" y1="0" y2="100%" />` : null}
		</svg>`;
}

function verdict({ headingShare = 0 }: MonthSpend, difference: string): Html {
	if (headingShare > 1 + CLOSE) return pill('bad', `${difference} over the budget`);
	if (headingShare > 1) return pill('warn', `${difference} over the budget`);
	if (headingShare < 1 - 4 * CLOSE) return pill('warn', `${difference} will be left`);
	return pill('good', `within the budget, ${difference} left`);
}
