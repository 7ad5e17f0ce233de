import type { Formats } from '../../format';
import { html, type Html } from '../../html';
import type { Campaign } from '../model/campaigns';
import { changeOf } from '../model/change';
import { figuresOf, fromMillionths, millionths, type Figures, type Summed } from '../model/tally';
import { counted } from '../../../values/number';
import type { ShownCampaigns } from './shownCampaigns';
import { figureDefinitions } from './figureDefinitions';
import { changeMark } from './parts';
import { rowSpark } from './sparkline';

/** More are summed up: a page of a thousand rows is none that anybody reads. */
const SHOWN = 12;

/** The campaigns that spent most, what the others make together, and all of them. */
export function campaignTable({ campaigns, period }: ShownCampaigns, formats: Formats): Html {
	const { all, current, before, currency } = campaigns;
	const rest = all.slice(SHOWN);
	const unit = currency === null ? '' : ` (${currency})`;
	const columns = figureDefinitions.map(({ name, short, format, wanted }) => ({
		...{ name, wanted, label: `${short}${format === 'money' ? unit : ''}` },
		write: formats[format === 'money' ? 'amount' : format],
	}));
	const cells = (figures: Figures, earlier?: Figures) =>
		columns.map(
			({ name, label, write, wanted }) =>
				html`<td role="cell" data-label="${label}">
					<span>${write(figures[name])}</span>${
						earlier === undefined
							? null
							: changeMark(changeOf(figures[name], earlier[name], wanted))
					}
				</td>`,
		);
	// Roles, as a table that is laid out as a grid on a phone is none to a screen reader.
	return html`<div class="card campaigns">
		<h3>${counted(all.length, 'campaign')} by spend</h3>
		<div
			class="scroll"
			tabindex="0"
			role="region"
			aria-label="Campaigns by spend, last ${period} days"
		>
			<table role="table">
				<thead role="rowgroup">
					<tr role="row">
						<th role="columnheader" scope="col">Name</th>
						${columns.map(({ label }) => html`<th role="columnheader" scope="col">${label}</th>`)}
					</tr>
				</thead>
				<tbody role="rowgroup">
					${all.slice(0, SHOWN).map(
						(one) =>
							html`<tr role="row">
								<th role="rowheader" scope="row">
									<bdi>${one.name || '(no name)'}</bdi
									><span class="about">${about(one)}</span
									>${rowSpark(one.spendByDay, 'Spend by day')}
								</th>
								${cells(one.current, one.before)}
							</tr>`,
					)}
					${
						rest.length === 0
							? null
							: html`<tr role="row">
									<th role="rowheader" scope="row">and ${rest.length.toLocaleString('en')} more</th>
									${cells(together(rest))}
								</tr>`
					}
				</tbody>
				<tfoot role="rowgroup">
					<tr role="row">
						<th role="rowheader" scope="row">All</th>
						${cells(current, before)}
					</tr>
				</tfoot>
			</table>
		</div>
	</div>`;
}

const about = ({ id, status }: Campaign): string =>
	status === null ? id : `${status.toLowerCase().replaceAll('_', ' ')} · ${id}`;

/** What they make together; the value of checkouts is spend times return. */
function together(campaigns: readonly Campaign[]): Figures {
	const sum = (valueOf: (figures: Figures) => number | null): number | null => {
		const known = campaigns.map(({ current }) => valueOf(current)).filter((one) => one !== null);
		if (known.length === 0) return null;
		return fromMillionths(known.reduce((total, one) => total + millionths(one), 0));
	};
	const sums: Readonly<Record<Summed, number | null>> = {
		spend: sum(({ spend }) => spend),
		impressions: sum(({ impressions }) => impressions),
		clicks: sum(({ clicks }) => clicks),
		conversions: sum(({ conversions }) => conversions),
		checkout_value: sum(({ roas, spend }) => (roas === null ? null : roas * (spend ?? 0))),
	};
	return figuresOf({ of: (name) => sums[name] });
}
