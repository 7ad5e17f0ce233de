import { html, type Html } from '../../html';
import type { AudienceCard, Audiences, AudienceStatus } from '../model/audienceCards';
import type { PlatformWords } from '../platformWords';
import { counted } from '../../../values/number';
import { ago, pill, section, unreadable, type Tone } from './parts';

/** So many cards are open on the page; more would be a page that nobody scrolls. */
const SHOWN = 24;
/** And so many in all: what is beyond is only counted. */
const MOST = 300;

const LOOKS: Readonly<Record<AudienceStatus, readonly [tone: Tone, word: string]>> = {
	error: ['bad', 'Error'],
	syncing: ['warn', 'Syncing'],
	'not synced': ['none', 'Not synced'],
	synced: ['good', 'Synced'],
};

interface Shown {
	readonly now: number;
	readonly words: PlatformWords;
	/** What the buttons post to. */
	readonly action: string;
	readonly formKey: string;
	/** While Pinterest is not connected there are no buttons. */
	readonly maySync: boolean;
}

/** Each audience as a card with its button; undefined where the table could not be read. */
export function audiencesSection(audiences: Audiences | undefined, shown: Shown): Html {
	if (audiences === undefined) {
		return section('audiences', 'Audiences', null, unreadable('pinterest_audiences', shown.words));
	}
	const { cards, newest } = audiences;
	const age = newest === undefined ? 'never synced' : html`newest sync ${ago(newest, shown.now)}`;
	if (cards.length === 0) {
		return section(
			'audiences',
			'Audiences',
			null,
			html`<p class="card">
				There is no audience yet. Add one with the form “Add contacts to a Pinterest audience”, or
				as a row of the table pinterest_audiences.
			</p>`,
		);
	}
	const rest = cards.slice(SHOWN, MOST);
	return section(
		'audiences',
		`Audiences (${cards.length.toLocaleString('en')})`,
		age,
		html`<form method="post" action="${shown.action}">
			<input type="hidden" name="key" value="${shown.formKey}" />
			<div class="head">
				<p class="legend">${counts(audiences)}</p>
				${syncAll(audiences, shown)}
			</div>
			<ul class="plain cards">
				${cards.slice(0, SHOWN).map((card) => cardOf(card, shown))}
			</ul>
			${
				rest.length === 0
					? null
					: html`<details>
							<summary>Show ${counted(rest.length, 'more audience')}</summary>
							<ul class="plain cards">
								${rest.map((card) => cardOf(card, shown))}
							</ul>
						</details>`
			}
			${
				cards.length > MOST
					? html`<p class="muted">
							And ${counted(cards.length - MOST, 'more', 'more')} in the table pinterest_audiences.
						</p>`
					: null
			}
		</form>`,
	);
}

function counts({ counts: all, switchedOff }: Audiences): Html[] {
	const states = (Object.keys(LOOKS) as AudienceStatus[])
		.filter((status) => all[status] > 0)
		.map((status) => {
			const [tone, word] = LOOKS[status];
			return pill(tone, `${all[status].toLocaleString('en')} ${word.toLowerCase()}`);
		});
	return switchedOff === 0
		? states
		: [...states, html`<span class="muted small">${switchedOff} switched off</span>`];
}

function syncAll({ due }: Audiences, { maySync }: Shown): Html {
	if (!maySync) return html`<p class="muted small">Not connected: nothing can be synced now.</p>`;
	if (due === 0) return html`<p class="muted small">Sync all: none is new or failed.</p>`;
	return html`<button class="first" name="sync_all" value="1">
		Sync all: ${counted(due, 'that is new or failed', 'that are new or failed')}
	</button>`;
}

function cardOf(card: AudienceCard, { now, maySync }: Shown): Html {
	const [tone, word] = LOOKS[card.status];
	const { syncedAt, startedAt, error, warning } = card;
	const isBusy = card.status === 'syncing';
	return html`<li class="card">
		<div>
			<h3><bdi>${card.name}</bdi></h3>
			${pill(tone, word)}${card.isActive ? null : html` <span class="muted small">switched off</span>`}${card.hasNew ? html` <span class="muted small">new contacts wait</span>` : null}
		</div>
		<dl>
			<dt>Size at Pinterest</dt>
			<dd class="num">${numberOr(card.size, 'not known')}</dd>
			<dt>${card.listType === 'EMAIL' ? 'Contacts sent' : `${card.listType} sent`}</dt>
			<dd class="num">${numberOr(card.contacts, 'none')}</dd>
			<dt>Last sync</dt>
			<dd>${syncedAt === undefined ? 'never' : ago(syncedAt, now)}</dd>
			${
				isBusy && startedAt !== undefined
					? html`<dt>Syncing since</dt>
							<dd>${ago(startedAt, now)}</dd>`
					: null
			}
		</dl>
		${error === '' ? null : html`<p class="said">${error}</p>`}${warning === '' ? null : html`<p class="said warn">${warning}</p>`}
		${
			maySync && card.isActive && !isBusy && card.key !== ''
				? html`<button name="sync" value="${card.key}" aria-label="Sync now: ${card.name}">
						Sync now
					</button>`
				: null
		}
	</li>`;
}

const numberOr = (value: number | null, otherwise: string): string =>
	value === null ? otherwise : value.toLocaleString('en');
