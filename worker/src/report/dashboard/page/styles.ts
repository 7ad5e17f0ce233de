import { html, type Html } from '../../html';
import { DARK_DASHBOARD, LIGHT_DASHBOARD, type DashboardPalette } from './palette';

const variables = (palette: DashboardPalette): string =>
	Object.entries(palette)
		.map(([name, colour]) => `--${name}:${colour}`)
		.join(';');

/** Looks of the page. Names may be of any length and script; every size is relative. */
export const dashboardStyles = (): Html =>
	html`<style>
			:root{color-scheme:light dark;${variables(LIGHT_DASHBOARD)}}
			@media (prefers-color-scheme:dark){:root{${variables(DARK_DASHBOARD)}}}
			@media print{:root{color-scheme:light;${variables(LIGHT_DASHBOARD)};--ground:#ffffff}form,nav{display:none}}
			*{box-sizing:border-box}
			html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
			body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,sans-serif;overflow-wrap:anywhere}
			main,.top{max-width:76rem;margin:0 auto;padding:0 1rem}
			main{padding-bottom:3rem}
			.top{padding-top:1.5rem}
			h1{font-size:1.6rem;line-height:1.25;margin:0}
			h2{font-size:1.25rem;line-height:1.3;margin:0}
			h3{font-size:1rem;line-height:1.35;margin:0}
			p{margin:.375rem 0}
			a{color:inherit}
			a:focus-visible,button:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.25rem}
			dl,dd,ul,ol{margin:0;padding:0}
			ul.plain,ol.plain{list-style:none}
			.muted{color:var(--muted)}
			.small{font-size:.875rem}
			.num{font-variant-numeric:tabular-nums}
			.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
			section{margin-top:2.25rem}
			.head{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;justify-content:space-between;margin-bottom:.75rem}
			.card{background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:1rem;min-width:0}
			.card+.card{margin-top:.75rem}
			.pill{display:inline-flex;align-items:center;gap:.4rem;font-size:.875rem;font-weight:600;border-radius:1rem;padding:.1rem .625rem;white-space:nowrap}
			.pill i{width:.6rem;height:.6rem;border-radius:50%;background:currentColor;flex:none}
			.pill.good{color:var(--good);background:var(--goodGround)}
			.pill.warn{color:var(--warn);background:var(--warnTint)}
			.pill.bad{color:var(--bad);background:var(--badGround)}
			.pill.none{color:var(--muted);background:var(--ground)}
			.pill.bad i{border-radius:.1rem;transform:rotate(45deg)}
			.pill.warn i{border-radius:.1rem}
			.pill.none i{background:none;border:2px solid currentColor}
			nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:.75rem 0 0}
			nav a{display:inline-block;padding:.25rem 0}
			.answer{border-radius:.75rem;padding:.875rem 1rem;margin-top:1rem;border-left:.375rem solid currentColor}
			.answer:focus-visible{outline:2px solid currentColor;border-radius:.75rem}
		.answer p,.answer h2{color:var(--text)}
			.answer h2{font-size:1.0625rem}
			.answer.good{background:var(--goodGround);color:var(--good)}
			.answer.warn{background:var(--warnTint);color:var(--warn)}
			.answer.bad{background:var(--badGround);color:var(--bad)}
			.connection{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin-top:1rem}
			.connection .state{flex:1 1 20rem}
			.facts{display:grid;grid-template-columns:auto 1fr;gap:.125rem .875rem;font-size:.9375rem;flex:1 1 20rem;align-content:start}
			.facts dt{color:var(--muted)}
			.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.75rem}
			.cards .card{display:flex;flex-direction:column;gap:.5rem;margin:0}
			.cards h3{margin-bottom:.25rem}
		.cards dl{display:grid;grid-template-columns:auto 1fr;gap:.125rem .75rem;font-size:.9375rem}
			.cards dt{color:var(--muted)}
			.cards dd{text-align:right}
			.cards .said{font-size:.9375rem;margin:0;padding:.5rem .625rem;border-radius:.5rem;background:var(--badGround);color:var(--bad)}
			.cards .said.warn{background:var(--warnTint);color:var(--warn)}
			.cards button{margin-top:auto}
			button{font:inherit;font-weight:600;border-radius:1.5rem;border:1px solid var(--accent);background:none;color:var(--accent);padding:.4375rem 1rem;cursor:pointer;min-height:2.75rem}
			button.first{background:var(--accent);color:var(--onAccent)}
			button:hover{text-decoration:underline}
			.periods{display:flex;flex-wrap:wrap;gap:.375rem}
			.periods a{border:1px solid var(--line);border-radius:1.5rem;padding:.25rem .875rem;text-decoration:none;background:var(--surface);min-height:2.25rem}
			.periods a[aria-current]{background:var(--text);color:var(--ground);border-color:var(--text);font-weight:600}
			.tiles+.two,.campaigns{margin-top:.75rem}
		.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:.75rem}
			.tiles .card{margin:0;display:flex;flex-direction:column}
			.tiles dt{color:var(--muted);font-size:.9375rem}
			.value{font-size:1.5rem;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums}
			.change{font-size:.875rem;font-weight:600;white-space:nowrap}
			.change.good{color:var(--good)}
			.change.bad{color:var(--bad)}
			.change.neutral{color:var(--muted)}
			.spark{display:block;width:100%;height:3rem;margin-top:.5rem;overflow:visible}
			.spark .before{fill:var(--faint)}
			.spark .now{fill:var(--impressions)}
			.spark.spend .now{fill:var(--spend)}
			.spark.clicks .now,.spark.ctr .now{fill:var(--clicks)}
			.spark.conversions .now,.spark.roas .now,.spark.cost_per_conversion .now{fill:var(--conversions)}
			.spark.row{height:1.5rem;margin-top:.25rem;max-width:12rem}
			.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
			.key i{display:inline-block;width:.75rem;height:.75rem;border-radius:.125rem;margin-right:.375rem;background:var(--faint)}
			.key .own{background:linear-gradient(90deg,var(--spend) 33%,var(--clicks) 33% 66%,var(--conversions) 66%)}
			.track{display:block;width:100%;height:.875rem;margin:.5rem 0}
			.track .rest{fill:var(--line)}
			.track .used{fill:var(--spend)}
			.track .mark{stroke:var(--text);stroke-width:2;stroke-dasharray:3 2}
			.scroll{overflow-x:auto}
			table{border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums}
			th,td{padding:.5rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:normal}
			th:first-child,td:first-child{text-align:left;padding-left:0}
			thead th{color:var(--muted);font-weight:600;font-size:.875rem;vertical-align:bottom}
			tbody th{font-weight:600;overflow-wrap:anywhere;width:30%}
			tfoot th,tfoot td{font-weight:600;border-bottom:0}
			td .change{display:block;font-size:.8125rem}
			.about{display:block;color:var(--muted);font-size:.8125rem;font-weight:400}
			.list>li{padding:.625rem 0;border-bottom:1px solid var(--line)}
			.list>li:first-child{padding-top:0}
			.list>li:last-child{border-bottom:0;padding-bottom:0}
			.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:.75rem}
			.two .card{margin:0}
			.two h3{margin-bottom:.5rem}
			.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));gap:.75rem;margin-bottom:.75rem}
			.counts .card{margin:0}
			.counts dt{color:var(--muted);font-size:.9375rem}
			details{margin-top:.75rem}
			summary{cursor:pointer;padding:.375rem 0;font-weight:600}
			@media (max-width:44rem){
			.campaigns thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
			.campaigns table,.campaigns tbody,.campaigns tfoot{display:block}
			.campaigns tr{display:grid;grid-template-columns:1fr 1fr;padding:.75rem 0;border-bottom:1px solid var(--line);gap:.25rem 1rem}
			.campaigns tbody th,.campaigns tfoot th{grid-column:1/-1;width:auto}
			.campaigns th,.campaigns td{border:0;padding:0}
			.campaigns td{text-align:left}
		.campaigns td::before{content:attr(data-label);display:block;color:var(--muted);font-size:.8125rem}
		.campaigns td .change{display:inline;margin-left:.375rem}
			.spark.row{max-width:none}
			.counts,.tiles{grid-template-columns:1fr 1fr}
			.tiles .card,.counts .card{padding:.75rem}
			.value{font-size:1.1875rem}
			.periods a{padding:.4375rem .75rem}
			}
	</style>`;
