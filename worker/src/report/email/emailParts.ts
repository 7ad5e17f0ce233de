import type { ShownChange } from '../changes';
import { html, type Html } from '../html';
import { LIGHT } from '../page/palette';

/** One light palette: a client that darkens mails turns ground and text around together. */
export const {
	surface,
	text,
	muted,
	line,
	ground,
	warnGround,
	warnText,
	spend,
	good,
	bad,
	before,
} = LIGHT;

export const FONT = 'font-family:Arial,sans-serif';

type Look = 'title' | 'name' | 'number' | 'head' | 'headNumber';

const LOOKS: Readonly<Record<Look, string>> = {
	/** A name above its numbers, without a line between. */
	title: `font-size:14px;line-height:20px;color:${text};text-align:left;word-break:break-word`,
	name: `font-size:13px;line-height:20px;color:${text};text-align:left`,
	number: `font-size:13px;line-height:20px;color:${text};text-align:right;white-space:nowrap`,
	head: `font-size:11px;line-height:16px;color:${muted};text-align:left`,
	headNumber: `font-size:11px;line-height:16px;color:${muted};text-align:right`,
};

/** A cell that says ground and text colour itself, as some clients set one of the two. */
export function cell(
	content: Html | string | readonly Html[],
	look: Look,
	{ columns = 1, width }: { readonly columns?: number; readonly width?: string } = {},
): Html {
	const style = `${FONT};${LOOKS[look]};background-color:${surface};padding:5px 3px;border-bottom:${look === 'title' ? '0' : `1px solid ${line}`}`;
	const span = columns > 1 ? html` colspan="${columns}"` : null;
	const wide = width === undefined ? null : html` width="${width}"`;
	return html`<td${span}${wide} bgcolor="${surface}" valign="top" style="${style}">
		${content}
	</td>`;
}

export function table(rows: readonly Html[] | Html): Html {
	return html`<table
		role="presentation"
		width="100%"
		cellpadding="0"
		cellspacing="0"
		border="0"
		style="border-collapse:collapse;width:100%"
	>
		${rows}
	</table>`;
}

export const dataTable = (rows: readonly Html[]): Html =>
	html`<table
		width="100%"
		cellpadding="0"
		cellspacing="0"
		border="0"
		style="border-collapse:collapse;width:100%"
	>
		${rows}
	</table>`;

export function heading(content: string): Html {
	return html`<h2
		style="${FONT};font-size:18px;line-height:24px;font-weight:bold;color:${text};background-color:${surface};margin:24px 0 6px"
	>
		${content}
	</h2>`;
}

export function paragraph(content: string | Html): Html {
	return html`<p
		style="${FONT};font-size:13px;line-height:19px;color:${muted};background-color:${surface};margin:8px 0"
	>
		${content}
	</p>`;
}

const TONES = { good, bad, neutral: muted };

/** How a figure has changed, on a line of its own. */
export function changeLine(change: ShownChange | undefined): Html | null {
	if (change === undefined) return null;
	const { tone, text: said } = change;
	if (said === '') return html`<br />`;
	return html`<br /><span style="font-size:11px;font-weight:bold;color:${TONES[tone]}"
			>${said}</span
		>`;
}

interface BarLook {
	readonly colour?: string;
	/** Of what is missing from the longest bar; null: as the ground is. */
	readonly rest?: string | null;
	readonly height?: number;
}

/** A bar: a cell as wide as the share, and one for the rest. */
export function bar(
	share: number,
	{ colour = spend, rest = line, height = 8 }: BarLook = {},
): Html {
	const filled = Math.round(Math.min(1, Math.max(0, share)) * 100);
	// A little is not nothing.
	const width = share > 0 ? Math.max(1, filled) : 0;
	const part = (wide: number, fill: string | null) => {
		if (wide === 0) return null;
		if (fill === null) return html`<td style="font-size:1px;line-height:${height}px">&nbsp;</td>`;
		return html`<td
			width="${wide}%"
			height="${height}"
			bgcolor="${fill}"
			style="width:${wide}%;height:${height}px;background-color:${fill};font-size:1px;line-height:${height}px"
		>
			&nbsp;
		</td>`;
	};
	return table(
		html`<tr>
			${part(width, colour)}${part(100 - width, rest)}
		</tr>`,
	);
}
