import { clientOf } from '../../../client/client';
import {
	isObject,
	itemsOf,
	numberField,
	objectOf,
	readableOf,
	textField,
	needed,
	Unreadable,
} from '../../../client/readers';
import { needingScope } from '../../../client/scopes';
import type { WorkerContext } from '../../../context';
import type { Trend } from '../../../pinterest/types';
import type { ResearchInput } from './researchInput';

/** What trends are open to, which nothing else in this package needs. */
export const TRENDS_SCOPE = 'user_accounts:read';

export type ReadTrend = Pick<
	Trend,
	'pct_growth_wow' | 'pct_growth_mom' | 'pct_growth_yoy' | 'time_series'
> & { readonly keyword: string };

const FIGURES = {
	pct_growth_wow: numberField,
	pct_growth_mom: numberField,
	pct_growth_yoy: numberField,
	time_series: { read: weeksOf, odd: 'not a list of weeks' },
};

/** Without the name there is no keyword; a figure that cannot be read costs only itself. */
const readNamed = objectOf<ReadTrend>('a trend', { keyword: needed(textField, 'its keyword') });
const readTrend = (value: unknown): ReadTrend => {
	const named = readNamed(value);
	return readableOf(named as never, FIGURES) as unknown as ReadTrend;
};

function weeksOf(value: unknown): Record<string, number> | undefined {
	if (!isObject(value)) return undefined;
	const isWeek = ([day, share]: [string, unknown]) =>
		/^\d{4}-\d\d-\d\d$/.test(day) && typeof share === 'number';
	return Object.fromEntries(Object.entries(value).filter(isWeek)) as Record<string, number>;
}

function readTrends(answer: unknown): ReadTrend[] {
	if (!isObject(answer)) throw new Unreadable('no trends');
	return itemsOf(readTrend)({ items: answer.trends });
}

/** What is searched for most, or more than before, in a region: the first place first. Operation `trending_keywords/list`. */
export async function trendsOf(
	context: WorkerContext,
	{ region, trendType, terms, interests, genders, ages, mostTrends }: ResearchInput,
): Promise<ReadTrend[]> {
	const some = (list: readonly string[] | undefined) => (list?.length ? list : undefined);
	const trends = clientOf(context).call(
		{
			method: 'GET',
			path: `/trends/keywords/${encodeURIComponent(region)}/top/${trendType}`,
			query: {
				include_keywords: some(terms),
				interests: some(interests),
				genders: some(genders),
				ages: some(ages),
				limit: mostTrends,
			},
			category: 'trends_read',
			doing: 'look up trends',
		},
		readTrends,
	);
	return await needingScope(TRENDS_SCOPE, 'Trends need', trends);
}
