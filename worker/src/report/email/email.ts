import {
	bar,
	before,
	cell,
	changeLine,
	dataTable,
	FONT,
	ground,
	heading,
	muted,
	paragraph,
	spend,
	surface,
	table,
	text,
	warnGround,
	warnText,
} from './emailParts';
import { emailTimesOf } from './emailTimes';
import { chunksOf } from '../../values/grouping';
import { shortened } from '../../values/shortened';
import { shownChange, type Sense, type ShownChange } from '../changes';
import type { Format } from '../format';
import { MEASURES, senseOf } from '../measures';
import { html, type Html } from '../html';
import { counted, type Ranked } from '../ranking';
import type { Figure } from '../figures';
import { capital, countedTimes, type OverTime } from '../overTime';
import type { Story } from '../story';

/** Gmail cuts a mail off at 102 KB, so it tells the most important and how much more there is. */
const MOST_BYTES = 100_000;
/** So many campaigns, or fewer where their names are long in bytes. */
const MOST_RANKED = [20, 15, 10, 5];
const MOST_WARNINGS = 8;
const LONGEST_NAME = 80;
const LONGEST_WARNING = 200;

/** Room for each character, which may carry marks. */
const UNITS = 4;

const short = (text: string, most: number) => shortened(text, most, most * UNITS);

/**
 * The report as mail clients show it: tables and inline styles only, bars as coloured cells. Every
 * part states its ground and its text colour.
 */
export function htmlEmail(story: Story): string {
	for (const most of MOST_RANKED) {
		const email = emailOf(story, most);
		if (Buffer.byteLength(email) < MOST_BYTES) return email;
	}
	return emailOf(story, 0);
}

function emailOf(story: Story, mostRanked: number): string {
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
										style="padding:22px 14px;background-color:${surface};color:${text}"
									>
										<p
											style="${FONT};font-size:13px;line-height:18px;font-weight:bold;color:${spend};background-color:${surface};margin:0 0 2px"
										>
											Pinterest Ads report
										</p>
										<h1
											style="${FONT};font-size:24px;line-height:31px;font-weight:bold;color:${text};background-color:${surface};margin:0"
										>
											<span dir="auto">${short(story.account, LONGEST_NAME)}</span>
										</h1>
										<p
											style="${FONT};font-size:15px;line-height:22px;color:${text};background-color:${surface};margin:2px 0 6px"
										>
											<strong>${story.period}</strong
											>${story.compared ? ` compared with ${story.compared.period}, ${story.compared.inWords}` : null}
										</p>
										${facts(story.facts)}${warnings(story.warnings)}${story.empty ? paragraph(`There was no activity in this period (${story.period}): no row came back, so there are no figures.`) : body(story, mostRanked)}
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

function body(story: Story, mostRanked: number): Html {
	const growing =
		story.growing === undefined
			? null
			: paragraph(html`<strong>Still growing.</strong> ${story.growing}`);
	return html`${figures(story.figures)}${growing}${overTime(story)}${ranking(story, mostRanked)}${story.notes.map(paragraph)}`;
}

function figures(all: readonly Figure[]): Html {
	// None is left alone in the last row.
	const inARow = all.length % 3 === 1 ? 2 : 3;
	const rows = chunksOf(all, inARow);
	const width = `${Math.floor(100 / inARow)}%`;
	const figure = ({ label, text: said, inFull, change, grows }: Figure) =>
		html`<td
			width="${width}"
			valign="top"
			bgcolor="${ground}"
			style="${FONT};background-color:${ground};color:${muted};font-size:12px;line-height:17px;padding:9px 12px;border:3px solid ${surface}"
		>
			${label}${grows ? '*' : null}<br /><strong
				${inFull === undefined ? null : html` title="${inFull}"`}
				style="font-size:21px;line-height:29px;color:${text}"
				>${said}</strong
			>${changeLine(change)}${change ? ` was ${change.was}` : null}
		</td>`;
	return table(
		rows.map(
			(row) =>
				html`<tr>
					${row.map(figure)}${Array.from({ length: inARow - row.length }, () => html`<td width="${width}" bgcolor="${surface}">&nbsp;</td>`)}
				</tr>`,
		),
	);
}

/** A row for each time: the bar is of the first series, spend where the rows have it. */
function overTime(story: Story): Html | null {
	const over = story.overTime;
	if (over === undefined || over.series.length === 0) return null;
	const { rows, size } = emailTimesOf(over);
	const most = Math.max(
		0,
		...rows.flatMap(({ values, previous }) => [values[0] ?? 0, previous[0] ?? 0]),
	);
	const share = (value: number | null) => (most > 0 ? (value ?? 0) / most : 0);
	const heads = over.series.map(({ measure }) => cell(unitOf(measure, story), 'headNumber'));
	const lines = rows.map(({ label, values, previous }) => {
		const numbers = over.series.map(({ name, measure }, index) => {
			const full = measure.money ? story.formats.amount : story.formats.count;
			const change = changeOf(values[index], previous[index], senseOf(name), full);
			return cell(html`${full(values[index])}${changeLine(change)}`, 'number');
		});
		const bars =
			previous[0] === undefined
				? bar(share(values[0]))
				: [
						bar(share(values[0]), { rest: null }),
						bar(share(previous[0]), { colour: before, rest: null, height: 4 }),
					];
		return html`<tr>
			${cell(html`${label}${bars}`, 'name')}${numbers}
		</tr>`;
	});
	return html`${heading(timesHeading(over, size))}${paragraph(legend(over, story))}${dataTable([
		html`<tr>
			${cell(capital(over.unit), 'head', { width: '30%' })}${heads}
		</tr>`,
		...lines,
	])}`;
}

/** A figure of a row, which adds up. */
const changeOf = (
	now: number | null,
	was: number | null | undefined,
	sense: Sense,
	full: Format,
): ShownChange | undefined =>
	was === undefined ? undefined : shownChange(now, was, true, sense, { full, short: full });

function legend({ series }: OverTime, { period, compared }: Story): string {
	const drawn = series[0].measure.label.toLowerCase();
	if (compared === undefined) return `Bars: ${drawn}`;
	return `Bars: ${drawn}, ${period}. Thin and grey: ${compared.period}.`;
}

const timesHeading = (over: OverTime, size: number): string =>
	size === 1 ? `By ${over.unit}` : `${countedTimes(over)}, ${size} to a row`;

const unitOf = (measure: { label: string; money: boolean }, { currency }: Story): string =>
	measure.money && currency !== null ? `${measure.label} (${currency})` : measure.label;

function ranking(story: Story, mostRanked: number): Html | null {
	const { ranking: ranked, level, measures } = story;
	if (ranked === undefined || level === 'account') return null;
	const { entries, by } = ranked;
	const shown = entries.slice(0, mostRanked);
	const more = entries.length - shown.length;
	const columns = MEASURES.flatMap((name) => {
		const measure = measures[name];
		const isShown =
			measure !== undefined && (measure.key === by.key || name !== 'conversion_value');
		return isShown ? [[name, measure] as const] : [];
	});
	const most = Math.max(0, ...entries.map((entry) => entry.valueOf(by) ?? 0));
	const share = (entry: Ranked) => (most > 0 ? (entry.valueOf(by) ?? 0) / most : 0);
	const head = html`<tr>
		${columns.map(([, measure]) => cell(unitOf(measure, story), 'headNumber'))}
	</tr>`;
	const lines = shown.map(
		(entry) =>
			html`<tr>
					${cell(html`<span dir="auto">${short(entry.name ?? `(no name) ${entry.id}`, LONGEST_NAME)}</span>${bar(share(entry))}`, 'title', { columns: columns.length })}
				</tr>
				<tr>
					${columns.map(([name, measure]) => {
						const full = measure.money ? story.formats.amount : story.formats.count;
						const [now, was] = [entry.valueOf(measure), entry.before?.valueOf(measure)];
						return cell(
							html`${full(now)}${changeLine(changeOf(now, was, senseOf(name), full))}`,
							'number',
						);
					})}
				</tr>`,
	);
	const rest =
		more > 0
			? paragraph(`And ${counted(more, level)} more, in the totals above and in the whole report.`)
			: null;
	return html`${heading(`${counted(entries.length, level)} by ${by.label.toLowerCase()}`)}${dataTable([head, ...lines])}${rest}`;
}
