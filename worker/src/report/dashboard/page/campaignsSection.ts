import type { Formats } from '../../format';
import { formatsFor, periodOf } from '../../format';
import { html, type Html } from '../../html';
import { DASHBOARD_PERIODS } from '../dashboardInput';
import { changeOf } from '../model/change';
import type { PlatformWords } from '../platformWords';
import { dayInWords } from '../times';
import { campaignTable } from './campaignTable';
import { deliveryCard } from './deliveryCard';
import { figureDefinitions } from './figureDefinitions';
import { monthCard } from './monthCard';
import { ago, changeMark, emphasized, section, unreadable } from './parts';
import type { ShownCampaigns } from './shownCampaigns';
import { sparkline } from './sparkline';
import { DAY_MS } from '../../../values/time';

/** What campaigns brought in the period, beside the one before; undefined where the table could not be read. */
export function campaignsSection(shown: ShownCampaigns | undefined, words: PlatformWords): Html {
	if (shown === undefined) {
		return section('campaigns', 'Campaigns', null, unreadable('pinterest_metrics', words));
	}
	const { campaigns, now } = shown;
	const { writtenAt, firstDay } = campaigns;
	const age = writtenAt === undefined ? null : html`figures last changed ${ago(writtenAt, now)}`;
	const formats = formatsFor(campaigns.currency);
	if (firstDay === undefined) {
		return section(
			'campaigns',
			'Campaigns',
			null,
			html`${periods(shown)}
				<p class="card">There are no figures yet. ${emphasized(words.refreshMetrics)}</p>`,
		);
	}
	return section(
		'campaigns',
		'Campaigns',
		age,
		html`${periods(shown)} ${compared(shown)}
			<dl class="tiles">${figureDefinitions.map((figure) => tile(figure, shown, formats))}</dl>
			<div class="two">
				${shown.month === undefined ? null : monthCard(shown.month, formats, shown.spans, words)}
				${deliveryCard(shown)}
			</div>
			${campaignTable(shown, formats)}`,
	);
}

const periods = ({ period }: ShownCampaigns): Html =>
	html`<nav class="periods" aria-label="Period">
		${DASHBOARD_PERIODS.map(
			(days) =>
				html`<a
					href="?period=${days}#campaigns"
					${days === period ? html` aria-current="page"` : null}
					>${days} days</a
				>`,
		)}
	</nav>`;

function compared({ campaigns, spans, period }: ShownCampaigns): Html {
	const { before, firstDay, otherCurrencies } = campaigns;
	const beside =
		before === undefined
			? `The table has figures from ${dayInWords(firstDay ?? spans.today)} on, so there is nothing to compare these ${period} days with yet.`
			: `Beside the ${period} days before, ${periodOf(spans.before)}.`;
	return html`<p class="muted">
			${periodOf(spans.current)}, full days in UTC. ${beside} Conversions of the last days still
			come in: Pinterest counts them on the day of the click.
			${otherCurrencies > 0 ? `${otherCurrencies} rows in another currency are left out.` : null}
		</p>
		<p class="legend key small muted" aria-hidden="true">
			<span><i class="own"></i>each day</span>
			${before === undefined ? null : html`<span><i></i>the same day of the period before</span>`}
		</p>`;
}

function tile(
	{ name, label, wanted, format }: (typeof figureDefinitions)[number],
	{ campaigns, spans }: ShownCampaigns,
	formats: Formats,
): Html {
	const { current, before, days } = campaigns;
	const write = formats[format];
	const highest = highestOf(days[name].current, spans.current.from);
	const shown = before === undefined ? { ...days[name], before: [] } : days[name];
	return html`<div class="card">
		<dt>${label}</dt>
		<dd class="value">${write(current[name])}</dd>
		${
			before === undefined
				? null
				: html`<dd class="small">
						${changeMark(changeOf(current[name], before[name], wanted))}
						<span class="muted">from ${write(before[name])}</span>
					</dd>`
		}
		<dd>
			${sparkline({
				...{ days: shown, name },
				label:
					highest === undefined
						? `${label} by day: nothing`
						: `${label} by day. Highest on ${highest.day}: ${write(highest.value)}`,
			})}
		</dd>
	</div>`;
}

function highestOf(values: ReadonlyArray<number | null>, from: string) {
	let best = -1;
	values.forEach((value, n) => {
		if (value !== null && value > 0 && (best < 0 || value > (values[best] ?? 0))) best = n;
	});
	if (best < 0) return undefined;
	const day = new Date(Date.parse(from) + best * DAY_MS).toISOString().slice(0, 10);
	return { day: dayInWords(day), value: values[best] };
}
