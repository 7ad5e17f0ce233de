import { html, type Html } from '../html';
import { DARK, LIGHT, type Palette } from './palette';

const variables = (palette: Palette): string =>
	Object.entries(palette)
		.map(([name, colour]) => `--${name}:${colour}`)
		.join(';');

/** Looks of the page. Names of campaigns may be of any length and script; every size is relative. */
export function pageStyles(): Html {
	return html`<style>
						:root{color-scheme:light dark;${variables(LIGHT)}}
						@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
						@media print{:root{color-scheme:light;${variables(LIGHT)};--ground:#ffffff}}
						*{box-sizing:border-box}
						body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,sans-serif;overflow-wrap:anywhere}
						main{max-width:66rem;margin:0 auto;padding:1.5rem 1rem 3rem}
						h1{font-size:1.6rem;line-height:1.25;margin:0 0 .75rem}
						h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .75rem}
						h3{font-size:1rem;margin:0 0 .25rem}
						p{margin:.5rem 0}
						.muted,.facts{color:var(--muted)}
						dl{margin:0}
						dd{margin:0}
						.facts{display:flex;flex-wrap:wrap;gap:.125rem 1.5rem}
						.facts div{display:flex;gap:.375rem}
						.facts dt{white-space:nowrap}
				.facts dd{color:var(--text)}
						.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.75rem,1fr));gap:.75rem;margin-top:1.25rem}
						.figures div,.card{background:var(--surface);border:1px solid var(--line);border-radius:.5rem;padding:.75rem .875rem;min-width:0}
		.card>h2{margin-top:0}
						.figures dt{color:var(--muted);font-size:.875rem}
						.figures dd{font-size:1.125rem;font-weight:600;font-variant-numeric:tabular-nums}
						.warnings{background:var(--warnGround);color:var(--warnText);border-radius:.5rem;padding:.75rem 1rem;margin:1rem 0}
						.warnings ul{margin:.25rem 0 0;padding-left:1.25rem}
						.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:.75rem}
						.chart{display:block;overflow:hidden}
						.chart text{fill:var(--muted);font-size:12px}
						.chart line{stroke:var(--line);stroke-width:1}
						.chart.spend rect,.bar{fill:var(--spend)}
						.chart.impressions rect{fill:var(--impressions)}
						.chart.clicks rect{fill:var(--clicks)}
						.chart.conversions rect{fill:var(--conversions)}
						details{margin-top:.75rem}
						summary{cursor:pointer;padding:.375rem 0;font-weight:600}
						.scroll{overflow-x:auto}
						table{border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums}
						th,td{padding:.4375rem .5rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:normal}
						th:first-child,td:first-child{text-align:left}
						thead th{color:var(--muted);font-weight:600;font-size:.875rem;vertical-align:bottom}
						tbody th{font-weight:400;overflow-wrap:anywhere}
						.over-time tbody th{white-space:nowrap}
				.ranked tbody th{width:40%}
						.about{display:block;color:var(--muted);font-size:.8125rem}
						.track{display:block;margin-top:.25rem}
						.track .rest{fill:var(--line)}
						@media (max-width:40rem){
						.ranked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
						.ranked table,.ranked tbody{display:block}
						.ranked tr{display:grid;grid-template-columns:1fr 1fr;padding:.625rem 0;border-bottom:1px solid var(--line);gap:.125rem 1rem}
						.ranked tbody th{grid-column:1/-1;width:auto}
						.ranked th,.ranked td{border:0;padding:0}
						.ranked td{display:flex;justify-content:space-between;gap:.5rem}
						.ranked td::before{content:attr(data-label);text-align:left;color:var(--muted)}
						.over-time table{font-size:.75rem}
		.over-time thead th{font-size:.6875rem}
		.card{padding:.75rem .625rem}
						.over-time th,.over-time td{padding:.375rem .125rem}
						}
						@media print{
						body{font-size:11pt}
						.card,.figures div,tr{break-inside:avoid}
						details::details-content{content-visibility:visible;block-size:auto}
						thead{display:table-header-group}
						}
	</style>`;
}
