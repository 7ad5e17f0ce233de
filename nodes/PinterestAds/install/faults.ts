import { PinterestAdsError } from '../../../worker/src';
import type { Answer } from './types';

const AGAIN = 'Then run the installation again: it goes on with what is missing.';
const LONGEST_QUOTE = 300;

export const MAKE_ROOM =
	'The data tables of n8n are full. Delete rows under Data tables, or have N8N_DATA_TABLES_MAX_SIZE_BYTES raised.';

/** In n8n's words: "Data table size limit exceeded: 60MB used, limit is 50MB". */
export const areTablesFull = (said: string) =>
	/maximum|limit|quota|size/i.test(said) && /data table|storage/i.test(said);

/** Why n8n did not do what it was asked for, and what to do about it. */
export function faultOf(answer: Answer, purpose: string): PinterestAdsError {
	const { status } = answer;
	const said = wordsOf(answer);
	if (status === 0 && /credential/i.test(said)) {
		return new PinterestAdsError('invalid', `No credential for n8n’s API is chosen: ${said}`, {
			hint: `Choose it in the node “Ask n8n”. ${AGAIN}`,
		});
	}
	if (status === 0) {
		return new PinterestAdsError('network', `n8n did not answer at its own address: ${said}`, {
			hint: `Enter the address under which n8n reaches itself as “Base URL”, such as http://localhost:5678. ${AGAIN}`,
		});
	}
	if (status === 401) {
		return new PinterestAdsError('forbidden', 'n8n does not accept the API key.', {
			hint: `Make a new one under Settings > n8n API, and put it in the credential “n8n account”. ${AGAIN}`,
		});
	}
	if (status === 403) {
		return new PinterestAdsError('forbidden', `The API key may not ${purpose}.`, {
			hint: `Make one with all scopes under Settings > n8n API, as the owner or an admin of this n8n, and put it in the credential “n8n account”. ${AGAIN}`,
		});
	}
	if (status === 404 && answer.ask.method === 'GET') {
		return new PinterestAdsError('not-found', 'There is no public API of n8n at this address.', {
			hint: `Check “Base URL”: it is the editor’s address, without /api/v1. If it is right, whoever runs n8n has switched the API off (N8N_PUBLIC_API_DISABLED). ${AGAIN}`,
		});
	}
	if (areTablesFull(said)) {
		return new PinterestAdsError('invalid', `n8n could not ${purpose}: ${said}`, {
			hint: `${MAKE_ROOM} ${AGAIN}`,
		});
	}
	const passing = status === 429 || status >= 500;
	return new PinterestAdsError(
		passing ? 'unavailable' : 'invalid',
		`n8n could not ${purpose} (HTTP ${status}): ${said}`,
		{ hint: passing ? `Wait a minute. ${AGAIN}` : `Mend what n8n says. ${AGAIN}` },
	);
}

/** What n8n says in an answer that is no success; never the whole of a page in HTML. */
export function wordsOf({ body }: Answer): string {
	const { message, issues } = (typeof body === 'object' && body !== null ? body : {}) as {
		message?: unknown;
		issues?: unknown;
	};
	const said = [
		typeof message === 'string' ? message : typeof body === 'string' ? body : 'no reason given',
		...(Array.isArray(issues) ? issues.map((issue) => JSON.stringify(issue)) : []),
	].join(' ');
	return said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)}…` : said;
}
