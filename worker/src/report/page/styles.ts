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
		body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere}
		main{max-width:70rem;margin:0 auto;padding:2rem 1.25rem 3rem}
		h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.01em;margin:0}
		h2{font-size:1.125rem;line-height:1.3;margin:2.25rem 0 .75rem}
		h3{font-size:.9375rem;font-weight:600;margin:0}
		p{margin:.5rem 0}
		dl,dd{margin:0}
		abbr{text-decoration:none}
		.muted,.facts,.notes{color:var(--muted)}
		.notes{font-size:.8125rem;margin-top:1.25rem}
		.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
		.eyebrow{color:var(--spend);font-size:.8125rem;font-weight:600;margin:0 0 .25rem}
		.period{font-size:1.0625rem;margin:.25rem 0 .5rem}
		.facts{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;font-size:.8125rem}
		.facts div{display:flex;gap:.375rem}
		.facts dt{white-space:nowrap}
		.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.25rem,1fr));gap:.75rem;margin-top:1.25rem}
		.figures div,.card{background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:.875rem 1rem;min-width:0}
		.figures div{display:flex;flex-direction:column;justify-content:space-between}
		.figures dt{color:var(--muted);font-size:.8125rem}
		.figures dd{display:flex;flex-direction:column;font-variant-numeric:tabular-nums}
		.value{font-size:1.5rem;line-height:1.35;font-weight:650;letter-spacing:-.01em}
		.versus{display:flex;flex-wrap:wrap;gap:0 .5rem;font-size:.8125rem}
		.was{color:var(--muted)}
		.change{font-weight:600;white-space:nowrap;color:var(--muted)}
		.change.good{color:var(--good)}
		.change.bad{color:var(--bad)}
		.growing{color:var(--muted);font-size:.875rem;border-left:3px solid var(--line);padding:.125rem 0 .125rem .875rem;margin:1rem 0 0;max-width:60rem}
		.growing strong{color:var(--text)}
		.warnings{background:var(--warnGround);color:var(--warnText);border-radius:.75rem;padding:.75rem 1rem;margin:1.25rem 0 0}
		.warnings ul{margin:.25rem 0 0;padding-left:1.25rem}
		.heading{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1rem}
		.card .heading{margin-bottom:.5rem}
		.total{margin:0;font-weight:600;font-size:.9375rem;font-variant-numeric:tabular-nums}
		.total .change{font-size:.8125rem}
		.legend{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0;color:var(--muted);font-size:.8125rem}
		.legend i{display:inline-block;margin-right:.4375rem;vertical-align:middle}
		.legend .now{width:.75rem;height:.75rem;border-radius:2px;background:var(--muted)}
		.legend .earlier{width:1.375rem;border-top:2px dashed var(--before)}
		.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:.75rem}
		.chart{display:block;overflow:hidden}
		.chart text{fill:var(--muted);font-size:12px}
		.chart line{stroke:var(--line);stroke-width:1}
		.chart line.ground{stroke:var(--surface);stroke-width:5;opacity:.75}
		.chart line.before{stroke:var(--before);stroke-width:2;stroke-dasharray:5 4}
		.chart circle.before{fill:var(--surface);stroke:var(--before);stroke-width:2}
		.chart.spend rect,.bar{fill:var(--spend)}
		.chart.impressions rect{fill:var(--impressions)}
		.chart.clicks rect{fill:var(--clicks)}
		.chart.conversions rect{fill:var(--conversions)}
		details{margin-top:.75rem}
		summary{cursor:pointer;padding:.25rem 0;font-weight:600;font-size:.9375rem}
		.scroll{overflow-x:auto}
		table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
		th,td{padding:.5625rem .5rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:normal}
		tbody tr:last-child>*{border-bottom:0}
		th:first-child,td:first-child{text-align:left;padding-left:0}
		th:last-child,td:last-child{padding-right:0}
		thead th{color:var(--muted);font-weight:600;font-size:.8125rem;vertical-align:bottom}
		tbody th{font-weight:400;overflow-wrap:anywhere}
		td .change{display:block;font-size:.75rem}
		.over-time tbody th{white-space:nowrap}
		.ranked tbody th{width:36%}
		.ranked bdi{font-weight:600}
		.about{display:block;color:var(--muted);font-size:.75rem}
		.track{display:block;margin-top:.375rem}
		.track .rest{fill:var(--line)}
		@media (max-width:40rem){
		main{padding:1.25rem .875rem 2rem}
		h1{font-size:1.5rem}
		.figures{grid-template-columns:1fr 1fr;gap:.5rem}
		.figures div,.card{padding:.75rem .8125rem}
		.value{font-size:1.3125rem}
		.ranked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
		.ranked table,.ranked tbody{display:block}
		.ranked tr{display:grid;grid-template-columns:1fr 1fr;padding:.75rem 0;border-bottom:1px solid var(--line);gap:.25rem 1rem}
		.ranked tr:last-child{border-bottom:0}
		.ranked tbody th{grid-column:1/-1;width:auto}
		.ranked th,.ranked td{border:0;padding:0}
		.ranked td{display:flex;justify-content:space-between;gap:.5rem}
		.ranked td::before{content:attr(data-label);text-align:left;color:var(--muted)}
		.year{display:none}
		.over-time table{font-size:.75rem}
		.over-time thead th,.over-time td .change{font-size:.6875rem}
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
