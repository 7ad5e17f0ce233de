import type { AskedRequest, FaultRule, MadeUpAnswer } from '../../../simulator/api/faults.mts';
import type { Audience, CustomerList } from '../../../simulator/world/world.mts';
import { pinterestInMemory, type Pinterest } from '../../pinterest.mts';

/** What can go wrong with a request: before Pinterest does anything, or after it has done it. */
const RULES = {
	'429': { fault: '429', resetSeconds: 1 },
	'500 before': { fault: '500' },
	'503 after': {
		fault: 'done-answer',
		answer: { status: 503, body: { code: 0, message: 'sorry' } },
	},
	'cut before': { fault: 'cut-before' },
	'cut after': { fault: 'cut-after' },
	'cut body after': { fault: 'done-answer', answer: { body: '{"id":"10' } },
	'proxy page before': { fault: 'html' },
} as const satisfies Record<string, FaultRule>;

export type Fault = keyof typeof RULES | 'not sent';
export const FAULTS = [...Object.keys(RULES), 'not sent'] as Fault[];

/** The IDs that Pinterest gives out first. */
export const FIRST_LIST = '643004001';
export const FIRST_AUDIENCE = '254262090547005001';

export interface AudiencesInMemory extends Pinterest {
	readonly lists: Map<string, CustomerList>;
	readonly audiences: Map<string, Audience>;
	/** By the request's number, from 0. */
	readonly faults: Map<number, Fault>;
	/** Answers in place of Pinterest, where it gives one. */
	answerInstead: (request: AskedRequest) => MadeUpAnswer | undefined;
	addList(name: string, members?: string[], listType?: string): CustomerList;
	addAudience(name: string, rule: Record<string, unknown>, type?: string): Audience;
}

/**
 * Pinterest with no customer list and no audience yet, with small pages, so that small tests have many.
 * Lists are PROCESSING at once.
 */
export async function audiencesInMemory(): Promise<AudiencesInMemory> {
	const pinterest = await pinterestInMemory({ settings: { largestPage: 2, uploadingMs: 0 } });
	const { world } = pinterest;
	const faults = new Map<number, Fault>();
	const faultNow = () => faults.get(pinterest.requests.length - 1);
	for (const [name, rule] of Object.entries(RULES)) {
		pinterest.addFault({ ...rule, match: { when: () => faultNow() === name } });
	}
	pinterest.disconnect(Infinity, () => faultNow() === 'not sent');
	let instead: MadeUpAnswer | undefined;
	const when = (request: AskedRequest) => {
		instead = audiences.answerInstead(request);
		return instead !== undefined;
	};
	pinterest.answerWith({ when }, () => instead ?? {});
	const now = pinterest.now();
	const audiences: AudiencesInMemory = Object.assign(Object.create(pinterest) as Pinterest, {
		lists: world.customerLists,
		audiences: world.audiences,
		faults,
		answerInstead: (): MadeUpAnswer | undefined => undefined,
		addList(name: string, members: string[] = [], list_type = 'EMAIL') {
			const id = world.ids.next('customerList');
			pinterest.plant({ customerLists: [{ id, name, list_type, members }] });
			return world.customerLists.get(id) as CustomerList;
		},
		addAudience(name: string, rule: Record<string, unknown>, audience_type = 'CUSTOMER_LIST') {
			const id = world.ids.next('audience');
			pinterest.plant({ audiences: [{ id, name, audience_type, rule, createdAt: now }] });
			return world.audiences.get(id) as Audience;
		},
		violations: () => [...pinterest.violations(), ...repeatedRecords(pinterest)],
	});
	return audiences;
}

/** From now on matched: its list has enough people, and all is long ago. */
export function isReady(
	{ world }: Pick<Pinterest, 'world'>,
	audience: Audience,
	people = 120,
): void {
	const list = world.customerLists.get(String(audience.rule.customer_list_id));
	audience.createdAt = 0;
	if (!list) return;
	list.changedAt = 0;
	list.members = new Set(Array.from({ length: people }, (_, n) => `user${n}@example.com`));
}

/** Requests that hold a record twice: Pinterest does not mind, but counts it twice. */
const repeatedRecords = (pinterest: Pinterest) =>
	pinterest.requests.flatMap(({ method, path, body }, n) => {
		const records = String((body as { records?: string } | undefined)?.records ?? '').split(',');
		return new Set(records).size < records.length
			? [{ n, operation: `${method} ${path}`, violation: 'a record twice in a request' }]
			: [];
	});
