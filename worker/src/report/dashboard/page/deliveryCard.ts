import { html, type Html } from '../../html';
import type { AskedCampaign } from '../dashboardInput';
import type { Hold } from '../model/delivery';
import type { ShownCampaigns } from './shownCampaigns';
import { counted } from '../../../values/number';
import { pill, type Tone } from './parts';

/** What holds campaigns back, as far as the tables know, and what Pinterest says where somebody has asked. */
export function deliveryCard({ delivery, asked, period }: ShownCampaigns): Html {
	const { holds, more, live, paused } = delivery;
	return html`<div class="card" id="delivery">
		<h3>What holds delivery back</h3>
		<p class="muted small">
			${counted(live, 'campaign is', 'campaigns are')} switched on, ${paused.toLocaleString('en')}
			paused.
		</p>
		${asked === undefined ? null : answer(asked)}
		${
			holds.length === 0
				? html`<p>Nothing that the tables know of.</p>`
				: html`<ul class="plain list">
						${holds.map((hold) => holdOf(hold, period))}
					</ul>`
		}
		${more === 0 ? null : html`<p class="muted">And ${counted(more, 'more campaign is', 'more campaigns are')} switched on without being shown.</p>`}
	</div>`;
}

function holdOf({ says, toDo, campaignId, name }: Hold, period: number): Html {
	return html`<li>
		${campaignId === undefined ? says : html`<strong><bdi>${name}</bdi></strong> ${says}`}
		<span class="muted">${toDo}</span>
		${campaignId === undefined ? null : html` <a href="?period=${period}&amp;why=${encodeURIComponent(campaignId)}#delivery" aria-label="Ask Pinterest why: ${name}">Ask Pinterest why</a>`}
	</li>`;
}

const SEVERITIES: Readonly<Record<string, readonly [tone: Tone, word: string]>> = {
	blocks: ['bad', 'Blocks'],
	slows: ['warn', 'Slows'],
};

function answer({ campaignId, name, summary, findings = [], error }: AskedCampaign): Html {
	const about = html`<strong><bdi>${name || campaignId}</bdi></strong>`;
	if (error !== undefined) {
		return html`<div class="answer warn">
			<p>${about}: Pinterest could not be asked. ${error}</p>
		</div>`;
	}
	return html`<div
		class="answer ${findings.some(({ severity }) => severity === 'blocks') ? 'bad' : 'good'}"
	>
		<p>${about}: ${summary ?? 'Pinterest was asked just now.'}</p>
		<ul class="plain list">
			${findings.slice(0, 10).map(({ severity, message, hint }) => {
				const [tone, word] = SEVERITIES[severity] ?? ['none', 'Good to know'];
				return html`<li>${pill(tone, word)} ${message} ${hint}</li>`;
			})}
		</ul>
	</div>`;
}
