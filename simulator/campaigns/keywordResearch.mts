import { ok, type Handler } from '../api/call.mts';
import { breach } from '../api/refusal.mts';

/** What people search for, and how often, as Pinterest rounds it; a small piece of it. */
const SEARCHES: Readonly<Record<string, string>> = {
	sofa: '5M+',
	'sofa bed': '1M+',
	'sofa ideas': '500K+',
	couch: '1M+',
	'living room ideas': '10M+',
	'living room decor': '5M+',
	'red sofa': '10K-50K',
	'desk setup': '100K+',
	'christmas table': '50K+',
};

const RELATED: Readonly<Record<string, readonly string[]>> = {
	sofa: ['couch', 'sofa bed', 'living room ideas'],
	couch: ['sofa', 'Sofa Bed'],
};

interface Trend {
	keyword: string;
	interest: string;
	growth: [week: number, month: number, year: number];
}

const TRENDS: readonly Trend[] = [
	{ keyword: 'christmas table', interest: 'event_planning', growth: [50, 400, -5] },
	{ keyword: 'living room ideas', interest: 'home_decor', growth: [0, 2, 10] },
	{ keyword: 'sofa bed', interest: 'home_decor', growth: [-3, 0, 10_001] },
];

export const listSuggestedTerms: Handler = ({ query }) => {
	const term = String(query.term).toLowerCase();
	const limit = typeof query.limit === 'number' ? query.limit : 4;
	const all = Object.keys(SEARCHES).filter((one) => one.startsWith(term));
	return ok(all.slice(0, limit));
};

/** A term of which nothing is known is not in the list. */
export const listRelatedTerms: Handler = ({ query }) => {
	const terms = query.terms as string[];
	const related_terms_list = terms.flatMap((term) => {
		const related_terms = RELATED[term.toLowerCase()];
		return related_terms ? [{ term, related_terms }] : [];
	});
	const related_term_count = related_terms_list.flatMap((one) => one.related_terms).length;
	return ok({ id: terms[0], related_term_count, related_terms_list });
};

export const listTrends: Handler = ({ query, sim }) => {
	const { include_keywords: keywords, interests } = query as Record<string, string[] | undefined>;
	const limit = typeof query.limit === 'number' ? query.limit : 50;
	const trends = TRENDS.filter(
		({ keyword, interest }) =>
			(!keywords || keywords.some((one) => keyword.includes(one.toLowerCase()))) &&
			(!interests || interests.includes(interest)),
	);
	const weeks = [21, 14, 7].map((ago) =>
		new Date(sim.clock.now() - ago * 86_400_000).toISOString().slice(0, 10),
	);
	return ok({
		trends: trends.slice(0, limit).map(({ keyword, growth: [week, month, year] }) => ({
			keyword,
			pct_growth_wow: week,
			pct_growth_mom: month,
			pct_growth_yoy: year,
			time_series: Object.fromEntries(weeks.map((day, n) => [day, 50 + 25 * n])),
			has_prediction: false,
		})),
	});
};

/** Of a keyword that hardly anybody searches for, nothing is said. */
export const listKeywordMetrics: Handler = ({ query }) => {
	if (!/^[A-Z]{2}$/.test(String(query.country_code))) throw breach('Invalid country code.');
	const data = (query.keywords as string[]).flatMap((keyword) => {
		const keyword_query_volume = SEARCHES[keyword.toLowerCase()];
		return keyword_query_volume ? [{ keyword, metrics: { keyword_query_volume } }] : [];
	});
	return ok({ data });
};
