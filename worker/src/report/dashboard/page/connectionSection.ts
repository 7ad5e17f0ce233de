import type { ConnectionRow } from '../../../automation/tables';
import { html, type Html } from '../../html';
import type { ConnectionState } from '../model/connectionState';
import { clockOf, momentOf, since } from '../times';
import { ago, pill } from './parts';

/** The dot, the ad account, when the token ends, and what to do. */
export function connectionCard(
	state: ConnectionState,
	row: Partial<ConnectionRow> | null,
	now: number,
): Html {
	const checked = momentOf(row?.checked_at);
	return html`<section class="card connection" id="connection" aria-labelledby="connection-title">
		<div class="state">
			<h2 id="connection-title">
				<span class="hidden">Connection: </span>${pill(state.tone, state.word)}
			</h2>
			<p>${state.says}</p>
			${state.toDo === '' ? null : html`<p><strong>What to do:</strong> ${state.toDo}</p>`}
			<p class="muted small">
				${checked === undefined ? 'Pinterest was never asked.' : html`Pinterest was last asked ${ago(checked, now)}.`}
			</p>
		</div>
		<dl class="facts">
			${facts(row ?? {}, now).map(
				({ label, text }) =>
					html`<dt>${label}</dt>
						<dd><bdi>${text}</bdi></dd>`,
			)}
		</dl>
	</section>`;
}

function facts(row: Partial<ConnectionRow>, now: number) {
	const account = [row.ad_account_name, row.ad_account_id && `(${row.ad_account_id})`];
	const others = (row.ad_accounts_count ?? 0) - 1;
	return [
		{ label: 'Ad account', text: account.filter(Boolean).join(' ') || 'none yet' },
		...(others > 0 ? [{ label: 'Others', text: `the token sees ${others} more` }] : []),
		{ label: 'Currency', text: row.currency || 'not known' },
		{ label: 'Token ends', text: endOf(row.token_expires_at, now) },
		{ label: 'Refresh token ends', text: endOf(row.refresh_token_expires_at, now) },
	];
}

function endOf(time: unknown, now: number): string {
	const end = momentOf(time);
	return end === undefined ? 'not known' : `${since(end, now)}, ${clockOf(end)}`;
}
