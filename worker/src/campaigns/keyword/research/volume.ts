import { clientOf } from '../../../client/client';
import { commaList } from '../../../client/query';
import { arrayOf, isObject, objectOf, textField, Unreadable } from '../../../client/readers';
import type { WorkerContext } from '../../../context';

/** How often a keyword is searched for, as Pinterest rounds it. */
export interface Volume {
	/** As Pinterest says it: `5M+`. */
	readonly text: string;
	/** The number in it, to sort by; null where there is none. */
	readonly atLeast: number | null;
}

/** Pinterest takes 2,000 with a request; so many, and so long, keep the address short. */
const KEYWORDS_A_REQUEST = 100;
const CHARACTERS_A_REQUEST = 3000;

const FACTORS: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, B: 1e9 };

const readMetrics = objectOf<{ keyword_query_volume?: string | null }>('the figures of a keyword', {
	keyword_query_volume: textField,
});

const readKeyword = objectOf<{
	keyword?: string | null;
	metrics?: ReturnType<typeof readMetrics> | null;
}>('a keyword', {
	keyword: textField,
	metrics: { read: readMetrics, odd: 'not an object' },
});

function readVolumes(answer: unknown) {
	if (!isObject(answer)) throw new Unreadable('no list of keywords');
	return arrayOf(readKeyword)(answer.data);
}

/**
 * How often keywords are searched for in a country, by the keyword in small letters; one of which Pinterest says
 * nothing is missing. Operation `country_keywords_metrics/get`.
 */
export async function volumesOf(
	context: WorkerContext,
	adAccountId: string,
	country: string,
	keywords: readonly string[],
): Promise<Map<string, Volume>> {
	const volumes = new Map<string, Volume>();
	for (const some of requestsOf([...new Set(keywords)])) {
		const found = await clientOf(context).call(
			{
				method: 'GET',
				path: `/ad_accounts/${adAccountId}/keywords/metrics`,
				query: { country_code: country, keywords: commaList(some) },
				category: 'ads_read',
				doing: 'look up how often keywords are searched for',
			},
			readVolumes,
		);
		for (const { keyword, metrics } of found) {
			const text = metrics?.keyword_query_volume;
			if (!keyword || !text) continue;
			volumes.set(keyword.toLowerCase(), { text, atLeast: numberIn(text) });
		}
	}
	return volumes;
}

/** A comma divides keywords here, so that one with a comma in it cannot be asked for. */
function requestsOf(keywords: readonly string[]): string[][] {
	const requests: string[][] = [];
	let length = 0;
	for (const keyword of keywords) {
		if (keyword.includes(',')) continue;
		const last = requests.at(-1);
		const isFull = last?.length === KEYWORDS_A_REQUEST || length > CHARACTERS_A_REQUEST;
		if (last === undefined || isFull) {
			requests.push([keyword]);
			length = 0;
		} else last.push(keyword);
		length += encodeURIComponent(keyword).length;
	}
	return requests;
}

/** `5M+` is 5,000,000; of a span (`10K-50K`) the lower end. */
function numberIn(text: string): number | null {
	const [, digits, unit] = /^\D{0,3}(\d[\d.,]{0,20})\s?([KMB]?)(?![a-z])/i.exec(text) ?? [];
	if (digits === undefined) return null;
	const number = Number(digits.replaceAll(',', ''));
	return Number.isFinite(number) ? Math.round(number * FACTORS[unit.toUpperCase()]) : null;
}
