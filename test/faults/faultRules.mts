import { FAULT_KINDS, type FaultRule } from '../../simulator/api/faults.mts';
import type { LedgerEntry } from '../../simulator/simulator.mts';

/** A fault as the matrix plays it. */
export interface Fault {
	readonly name: string;
	readonly rule: FaultRule;
	/** Whether it is one for this request. Left out: for every one. */
	readonly strikes?: (entry: LedgerEntry) => boolean;
}

const isBatch = ({ method, body }: LedgerEntry) =>
	method !== 'GET' && (Array.isArray(body) || 'keywords' in ((body ?? {}) as object));
const isList = ({ response }: LedgerEntry) => 'bookmark' in ((response ?? {}) as object);
const isEvents = ({ operationId }: LedgerEntry) => operationId === 'events/create';
const isReport = ({ method, operationId = '' }: LedgerEntry) =>
	method === 'POST' && /report|leads_export/.test(operationId);

const answered = (name: string, answer: NonNullable<FaultRule['answer']>): Fault[] => [
	{ name: `answer ${name}`, rule: { fault: 'answer', answer } },
	{ name: `done-answer ${name}`, rule: { fault: 'done-answer', answer } },
];
const refused = (status: number, code: number, message: string): Fault => ({
	name: `answer ${status}`,
	rule: { fault: 'answer', answer: { status, body: { code, message } } },
});

/** Every fault that the simulator knows, and the answers that matter among those that can be made up. */
export const FAULTS: readonly Fault[] = [
	{ name: '429', rule: { fault: '429' } },
	{ name: '429 of an hour', rule: { fault: '429', resetSeconds: 3600 } },
	...(
		['throttle-400', 'throttle-429', 'own-fault', '500', '502', '503', 'html', 'hang'] as const
	).map((fault): Fault => ({ name: fault, rule: { fault } })),
	...(['drip', 'cut-before', 'cut-after', 'done-500', 'truncated'] as const).map(
		(fault): Fault => ({ name: fault, rule: { fault } }),
	),
	{
		name: 'redirect',
		rule: { fault: 'redirect', location: 'https://elsewhere.example.com/v5/ad_accounts' },
	},
	refused(401, 2, 'Authentication failed.'),
	refused(403, 29, 'You are not permitted to access that resource.'),
	refused(404, 1, 'Not found.'),
	refused(409, 1, 'Conflict.'),
	refused(400, 1, 'Invalid request.'),
	...answered('{}', { body: {} }),
	...answered('null', { body: null }),
	...answered('items: null', { body: { items: null } }),
	...answered('items: [null]', { body: { items: [null], bookmark: null } }),
	...answered('204', { status: 204, body: '' }),
	{
		name: 'item-exception',
		rule: { fault: 'item-exception', items: [0], code: 2384, message: 'Refused.' },
		strikes: isBatch,
	},
	{
		name: 'item-exception of others',
		rule: { fault: 'item-exception', items: [1, 2], message: 'Refused.' },
		strikes: isBatch,
	},
	...(['partial-200', 'partial-422'] as const).map((fault): Fault => ({
		name: fault,
		rule: { fault },
		strikes: isEvents,
	})),
	...(['bookmark-loop', 'bookmark-circle', 'bookmark-endless'] as const).map((fault): Fault => ({
		name: fault,
		rule: { fault },
		strikes: isList,
	})),
	...(['report-failed', 'report-expired', 'report-cancelled', 'report-lost'] as const).map(
		(fault): Fault => ({ name: fault, rule: { fault }, strikes: isReport }),
	),
];

/** Of pairs: one of each sort. */
const PAIRED =
	/^(?:429|500|hang|cut-before|cut-after|done-500|truncated|item-exception|partial-200|partial-422|answer null|done-answer \{\}|own-fault)$/;
export const PAIRED_FAULTS = FAULTS.filter(({ name }) => PAIRED.test(name));

export const faultNamed = (name: string): Fault => {
	const found = FAULTS.find((fault) => fault.name === name);
	if (!found) throw new Error(`There is no fault ${name}.`);
	return found;
};

const played = new Set(FAULTS.map(({ rule }) => rule.fault));
/** Faults of the simulator that nothing here plays. */
export const NOT_PLAYED = FAULT_KINDS.filter((kind) => !played.has(kind));
