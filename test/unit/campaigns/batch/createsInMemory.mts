import type { AskedRequest } from '../../../../simulator/api/faults.mts';
import type { GivenAnswer } from '../../../../simulator/inMemory.mts';
import type { Fields } from '../../../../worker/src/entities.ts';
import { fault } from '../../client/fakePorts.mts';
import { adAccountId, api } from '../adsInMemory.mts';

export const ACCOUNT = adAccountId;
export const OTHER_ACCOUNT = '549755885176';

/** What becomes of one create request. An error: it is thrown, and nothing is done. */
export type Strike =
	| 'done'
	| 'lost after it was done'
	| 'lost before'
	| 'half done, then lost'
	| 'garbled'
	| 'refused'
	| Error
	| { readonly items: (made: Fields[]) => unknown };

interface Behaviour {
	/** How long lists do not show what was created. */
	lagMs?: number;
	/** What becomes of the nth create request. */
	create?(n: number, request: AskedRequest): Strike;
	/** In place of the nth list, given what is listed. */
	list?(n: number, items: Fields[]): GivenAnswer | Error | undefined;
}

/** Pinterest with two ad accounts and nothing in them, whose lists may lag. */
export function createsInMemory({ lagMs = 0, create = () => 'done', list }: Behaviour = {}) {
	const { pinterest, context, requests, posted } = api();
	const { campaigns, adGroups, ads } = pinterest.world;
	for (const map of [campaigns, adGroups, ads]) map.clear();
	pinterest.plant({
		adAccounts: [{ id: OTHER_ACCOUNT }],
		adGroups: [{ id: '9' }],
		pins: [{ id: '1' }, { id: '2' }],
	});
	pinterest.settings({ listLagMs: lagMs });
	let creates = 0;
	let lists = 0;
	let strike: Strike = 'done';
	const before = (request: AskedRequest) => {
		if (request.method !== 'POST') return false;
		strike = create(creates++, request);
		return strike === 'lost before' || strike instanceof Error;
	};
	pinterest.answerWith({ when: before }, { status: 500, body: { code: 0, message: 'No.' } });
	// As where one element makes Pinterest refuse the whole request.
	const isRefused = ({ method, body }: AskedRequest) =>
		method === 'POST' &&
		strike === 'refused' &&
		(body as Fields[]).some(({ name }) => name === 'bad');
	const refusal = { status: 400, body: { code: 1, message: 'Bad element.' } };
	pinterest.answerWith({ when: isRefused }, refusal);
	pinterest.changeAnswers((answer, { method }) => {
		const items = (answer.body as { items?: Array<{ data: Fields }> }).items ?? [];
		if (method === 'GET') return list?.(lists++, items) ?? answer;
		if (strike instanceof Error) return strike;
		if (strike === 'garbled') return { ...answer, body: '<html>' };
		if (strike === 'lost after it was done') return fault('no-answer');
		if (strike === 'half done, then lost') {
			items.slice(items.length / 2).forEach(({ data }) => campaigns.delete(String(data.id)));
			return fault('no-answer');
		}
		return typeof strike === 'object'
			? { ...answer, body: { items: strike.items(items.map(({ data }) => data)) } }
			: answer;
	});
	return {
		pinterest,
		context,
		campaigns,
		ads,
		sleeps: pinterest.sleeps,
		posts: posted,
		lists: () => requests.filter(({ method }) => method === 'GET').length,
		names: () => [...campaigns.values()].map(({ fields }) => String(fields.name)),
		addOld(id: string, name: string, ageMs: number) {
			const created_time = Math.floor((pinterest.now() - ageMs) / 1000);
			const fields = { name, objective_type: 'CONSIDERATION' };
			pinterest.plant({ campaigns: [{ id, status: 'PAUSED', created_time, fields }] });
		},
	};
}

/** A campaign to be created. */
export const order = (name: string, status = 'PAUSED', adAccountId: string = ACCOUNT) => ({
	adAccountId,
	body: { name, status, objective_type: 'CONSIDERATION', ad_account_id: adAccountId },
});
