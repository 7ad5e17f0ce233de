import { clientOf, type Call } from '../client/client';
import { pages } from '../client/pages';
import type { Query } from '../client/query';
import type { WorkerContext } from '../context';
import { adAccountIdFor } from '../connection/adAccountOf';
import { readInput } from '../fields/inputs';
import type { Method } from '../ports';
import { shortened } from '../values/shortened';
import { elementOf, readElements, recordOf, refusedElements } from './answer';
import { AD_ACCOUNT_ID } from './apiPath';
import { apiCallInput, type ApiCall, type ApiCallInput, type QueryValue } from './callFields';
import { categoryOf } from './category';

/** What a call gives. */
export interface ApiAnswer {
	/** The answer, or the elements of a list; secrets in it are hidden. */
	readonly records: readonly object[];
	/** What the user should know, in plain words. */
	readonly warnings: readonly string[];
}

/** A path may be long, and says enough by its beginning. */
const LONGEST_PATH = 200;

/**
 * Calls any path of the Marketing API, with the connection's token, pacing, repeats and errors. What reads, or sets
 * something to a value, is repeated after a failure; what would be there twice is not.
 * @throws PinterestAdsError `invalid` for a path that leads elsewhere, and for what may change something without
 * `unsafe`; `outcome-unknown` where a POST or DELETE may have been done
 */
export async function callApi(context: WorkerContext, input: ApiCall): Promise<ApiAnswer> {
	const wanted = readInput(apiCallInput, input);
	const call = await callOf(context, wanted);
	if (wanted.answer === 'elements') {
		return { records: await elements(context, call, wanted.mostElements), warnings: [] };
	}
	const answer = await clientOf(context).call(call);
	// A bare list is several records, however it was asked for.
	const records = Array.isArray(answer) ? answer.map(recordOf) : [recordOf(answer)];
	return { records, warnings: refusedElements(answer) };
}

async function callOf(context: WorkerContext, wanted: ApiCallInput): Promise<Call> {
	const { method, body } = wanted;
	const path = await withAdAccount(context, wanted);
	return {
		...{ method, path, body, query: queryOf(wanted.query) },
		category: categoryOf(method, path),
		repeat: REPEATS[method],
		doing: `call ${method} ${shortened(path, LONGEST_PATH)}`,
	};
}

/** The second DELETE of the same would be told that there is nothing, as if the first had failed. */
const REPEATS: Readonly<Record<Method, Call['repeat']>> = {
	GET: 'safe',
	PATCH: 'safe',
	POST: 'unsafe',
	DELETE: 'unsafe',
};

async function withAdAccount(
	context: WorkerContext,
	{ path, method, adAccountId }: ApiCallInput,
): Promise<string> {
	if (!path.includes(AD_ACCOUNT_ID)) return path;
	const forConversion = categoryOf(method, path) === 'ads_conversions';
	const id = await adAccountIdFor(context, adAccountId, { forConversion });
	return path.replaceAll(AD_ACCOUNT_ID, id);
}

const queryOf = (given: Readonly<Record<string, QueryValue | null>> = {}): Query =>
	Object.fromEntries(
		Object.entries(given).flatMap(([name, value]) =>
			value === null || value === ''
				? []
				: [[name, typeof value === 'object' ? value.map(String) : value]],
		),
	);

/** Page by page, by the same reader as every other list, until there are enough. */
async function elements(context: WorkerContext, call: Call, most: number): Promise<object[]> {
	const client = clientOf(context);
	const { bookmark: from, ...query } = call.query ?? {};
	const fetch = async (bookmark: string | undefined) =>
		await client.call({ ...call, query: { ...query, bookmark } }, readElements);
	const found: object[] = [];
	const all = pages(fetch, call.doing, typeof from === 'string' ? from : undefined);
	for await (const { items } of all) {
		for (const one of items) {
			if (found.length >= most) return found;
			found.push(elementOf(one));
		}
		if (found.length >= most) return found;
	}
	return found;
}
