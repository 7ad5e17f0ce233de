import {
	bar,
	cell,
	dataTable,
	FONT,
	ground,
	heading,
	muted,
	paragraph,
	surface,
	table,
	text,
	warnGround,
	warnText,
} from './emailParts';
import { emailTimesOf } from './emailTimes';
import { shortened } from '../../values/shortened';
import { html, type Html } from '../html';
import { counted, type Ranked } from '../ranking';
import { capital, countedTimes, type Figure, type OverTime, type Story } from '../story';

/** Gmail cuts a mail off at 102 KB, so it tells the most important and how much more there is. */
const MOST_RANKED = 20;
const MOST_WARNINGS = 8;
const LONGEST_NAME = 80;
const LONGEST_WARNING = 200;

/** Room for each character, which may carry marks. */
const UNITS = 4;

const short = (text: string, most: number) => shortened(text, most, most * UNITS);
const FIGURES_IN_A_ROW = 3;

/**
 * The report as mail clients show it: tables and inline styles only, bars as coloured cells. Every
 * part states its ground and its text colour.
 */
export function htmlEmail(story: Story): string {
	const title = short(story.title, LONGEST_NAME * 2);
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<title>${title}</title>
			</head>
			<body bgcolor="${ground}" style="margin:0;padding:0;background-color:${ground};color:${text}">
				<table
					role="presentation"
					width="100%"
					cellpadding="0"
					cellspacing="0"
					border="0"
					bgcolor="${ground}"
					style="background-color:${ground}"
				>
					<tr>
						<td align="center" style="padding:12px 4px">
							<table
								role="presentation"
								width="100%"
								cellpadding="0"
								cellspacing="0"
								border="0"
								bgcolor="${surface}"
								style="max-width:640px;width:100%;background-color:${surface}"
							>
								<tr>
									<td
										bgcolor="${surface}"
										style="padding:18px 10px;background-color:${surface};color:${text}"
									>
										<h1
											style="${FONT};font-size:22px;line-height:29px;font-weight:bold;color:${text};background-color:${surface};margin:0 0 8px"
										>
											Pinterest Ads:
											<span dir="auto">${short(story.account, LONGEST_NAME)}</span>, ${story.period}
										</h1>
										${facts(story.facts)}${warnings(story.warnings)}${story.empty ? paragraph(`There was no activity in this period (${story.period}): no row came back, so there are no figures.`) : body(story)}
									</td>
								</tr>
							</table>
						</td>
					</tr>
				</table>
			</body>
		</html> `.markup;
}

const facts = (all: readonly Figure[]): Html =>
	paragraph(
		all.map(({ label, text: said }) => `${label}: ${short(said, LONGEST_NAME + 30)}`).join(' · '),
	);

function warnings(texts: readonly string[]): Html | null {
	if (texts.length === 0) return null;
	const shown = texts.slice(0, MOST_WARNINGS).map((warning) => short(warning, LONGEST_WARNING));
	const more = texts.length - shown.length;
	const all = more > 0 ? [...shown, `And ${more} more: see the whole report.`] : shown;
	const style = `${FONT};font-size:14px;line-height:20px;color:${warnText};background-color:${warnGround};padding:6px 12px`;
	return table(
		all.map(
			(warning) =>
				html`<tr>
					<td bgcolor="${warnGround}" style="${style}">${warning}</td>
				</tr>`,
		),
	);
}

function body(story: Story): Html {
	return html`${heading('Totals')}${figures(story.figures)}${overTime(story)}${ranking(story)}${story.notes.map(paragraph)}`;
}

function figures(all: readonly Figure[]): Html {
	const rows = Array.from({ length: Math.ceil(all.length / FIGURES_IN_A_ROW) }, (_, index) =>
		all.slice(index * FIGURES_IN_A_ROW, (index + 1) * FIGURES_IN_A_ROW),
	);
	const width = `${Math.floor(100 / FIGURES_IN_A_ROW)}%`;
	const figure = ({ label, text: said }: Figure) =>
		html`<td
			width="${width}"
			valign="top"
			bgcolor="${surface}"
			style="${FONT};background-color:${surface};color:${muted};font-size:12px;line-height:17px;padding:6px 4px"
		>
			${label}<br /><strong style="font-size:17px;line-height:24px;color:${text}">${said}</strong>
		</td>`;
	return table(
		rows.map(
			(row) =>
				html`<tr>
					${row.map(figure)}${Array.from({ length: FIGURES_IN_A_ROW - row.length }, () => html`<td width="${width}" bgcolor="${surface}">&nbsp;</td>`)}
				</tr>`,
		),
	);
}

/** A row for each time: the bar is of the first series, spend where the rows have it. */
function overTime(story: Story): Html | null {
	const over = story.overTime;
	if (over === undefined || over.series.length === 0) return null;
	const { rows, size } = emailTimesOf(over);
	const most = Math.max(0, ...rows.map(({ values }) => values[0] ?? 0));
	const heads = over.series.map(({ measure }) => cell(unitOf(measure, story), 'headNumber'));
	const lines = rows.map(({ label, values }) => {
		const numbers = over.series.map(({ measure }, index) =>
			cell((measure.money ? story.formats.amount : story.formats.count)(values[index]), 'number'),
		);
		const share = most > 0 ? (values[0] ?? 0) / most : 0;
		return html`<tr>
			${cell(html`${label}${bar(share)}`, 'name')}${numbers}
		</tr>`;
	});
	return html`${heading(`${timesHeading(over, size)} (bars: ${over.series[0].measure.label.toLowerCase()})`)}${dataTable(
		[
			html`<tr>
				${cell(capital(over.unit), 'head')}${heads}
			</tr>`,
			...lines,
		],
	)}`;
}

const timesHeading = (over: OverTime, size: number): string =>
	size === 1 ? `By ${over.unit}` : `${countedTimes(over)}, ${size} to a row`;

const unitOf = (measure: { label: string; money: boolean }, { currency }: Story): string =>
	measure.money && currency !== null ? `${measure.label} (${currency})` : measure.label;

function ranking(story: Story): Html | null {
	const { ranking: ranked, level, measures } = story;
	if (ranked === undefined || level === 'account') return null;
	const { entries, by } = ranked;
	const shown = entries.slice(0, MOST_RANKED);
	const more = entries.length - shown.length;
	const columns = [
		by,
		...[measures.impressions, measures.clicks, measures.conversions].filter(
			(measure) => measure !== undefined && measure.key !== by.key,
		),
	].filter((measure) => measure !== undefined);
	const most = Math.max(0, ...entries.map((entry) => entry.valueOf(by) ?? 0));
	const share = (entry: Ranked) => (most > 0 ? (entry.valueOf(by) ?? 0) / most : 0);
	const head = html`<tr>
		${columns.map((measure) => cell(unitOf(measure, story), 'headNumber'))}
	</tr>`;
	const lines = shown.map(
		(entry) =>
			html`<tr>
					${cell(html`<span dir="auto">${short(entry.name ?? `(no name) ${entry.id}`, LONGEST_NAME)}</span>${bar(share(entry))}`, 'title', columns.length)}
				</tr>
				<tr>
					${columns.map((measure) => cell((measure.money ? story.formats.amount : story.formats.count)(entry.valueOf(measure)), 'number'))}
				</tr>`,
	);
	const rest =
		more > 0
			? paragraph(`And ${counted(more, level)} more, in the totals above and in the whole report.`)
			: null;
	return html`${heading(`${counted(entries.length, level)} by ${by.label.toLowerCase()}`)}${dataTable([head, ...lines])}${rest}`;
}
