import { errorFromException } from '../../client/answerErrors';
import {
	hasId,
	isFields,
	withoutOddFields,
	type Entity,
	type EntityKind,
	type Fields,
} from '../../entities';
import type { Change } from './change';
import { explain } from './explanations';
import { failed, succeeded, type Outcome } from '../../outcome';

/** One element of a batch's answer (schema `…ArrayResponseElement`). */
interface AnswerItem {
	readonly data?: Fields;
	/** A list for campaigns and ad groups, one object for ads; also empty, null or missing. */
	readonly exceptions?: unknown;
}

/**
 * What the answer says of a sent element: it exists, it was refused, or nothing (`unknown`).
 * `unassignable`: nothing either, but the answer holds something that may well be it.
 */
export type EntityAnswer = Outcome<Entity> | 'unknown' | 'unassignable';

/**
 * Gives every sent element its part of the answer. Their order should be the same, but is not
 * promised, and neither is their number: what was created is recognised by what was sent, so that no
 * element is ever given another's result.
 */
export function answersFor(
	kind: EntityKind,
	sent: readonly Fields[],
	answered: readonly unknown[],
	verb: Change['verb'] = 'create',
): EntityAnswer[] {
	const items = answered.map(readItem);
	const owners = ownersOf(kind, sent, items);
	const isCounted = items.length === sent.length;
	const strays = items.some((item, n) => owners[n] === undefined && createdBy(item) !== undefined);
	const answers = sent.map<EntityAnswer>(() => (!isCounted && strays ? 'unassignable' : 'unknown'));
	const left = sent.map((_, n) => n).filter((n) => !owners.includes(n));
	items.forEach((item, n) => {
		const owner = owners[n] ?? (isCounted ? takeNext(left, n) : undefined);
		if (owner !== undefined) answers[owner] = judge(kind, sent[owner], item, verb);
	});
	return answers;
}

/** An element that is none of the schema's says nothing, like an empty one. */
function readItem(item: unknown): AnswerItem {
	if (!isFields(item)) return {};
	const { data, exceptions } = item;
	return { data: isFields(data) ? withoutOddFields(data) : undefined, exceptions };
}

/** For each item that echoes an entity, the sent element that it is: the one at its place if that fits. */
function ownersOf(
	kind: EntityKind,
	sent: readonly Fields[],
	items: readonly AnswerItem[],
): Array<number | undefined> {
	const owners = items.map<number | undefined>(() => undefined);
	const fits = (n: number, item: AnswerItem) =>
		sent[n] !== undefined && item.data && kind.isSame(sent[n], item.data);
	items.forEach((item, n) => {
		if (fits(n, item)) owners[n] = n;
	});
	items.forEach((item, n) => {
		if (owners[n] !== undefined) return;
		const other = sent.findIndex((_, at) => !owners.includes(at) && fits(at, item));
		if (other >= 0) owners[n] = other;
	});
	return owners;
}

/** Its own place if that is still free, else the first one that is. */
function takeNext(left: number[], n: number): number | undefined {
	const at = left.indexOf(n);
	return left.splice(at >= 0 ? at : 0, 1)[0];
}

function judge(
	kind: EntityKind,
	sent: Fields,
	item: AnswerItem,
	verb: Change['verb'],
): EntityAnswer {
	const exceptions = exceptionsOf(item.exceptions);
	const created = createdBy(item);
	if (exceptions.length === 0) return created ? succeeded(created) : 'unknown';
	const [{ code }] = exceptions;
	const message = exceptions.map((exception) => exception.message).join(' ') || undefined;
	const error = errorFromException(
		{ code, message },
		`${verb} the ${kind.describe(sent)}`,
		// An id beside an exception would be of something that exists after all: it must not get lost.
		{
			...explain(kind.noun, { code, message }, verb, sent),
			details: created && { id: created.id },
		},
	);
	return failed(error);
}

function createdBy({ data }: AnswerItem): Entity | undefined {
	return data && hasId(data) ? { ...data, id: String(data.id) } : undefined;
}

interface Exception {
	readonly code?: number;
	readonly message?: string;
}

/** The exceptions in whatever shape they came; what says nothing is none. */
export function exceptionsOf(value: unknown): Exception[] {
	return [value].flat(3).flatMap((one: unknown): Exception[] => {
		if (typeof one === 'string' && one !== '') return [{ message: one }];
		if (typeof one !== 'object' || one === null) return [];
		const { code, message } = one as Record<string, unknown>;
		const exception = {
			code: codeIn(code),
			message: typeof message === 'string' && message !== '' ? message : undefined,
		};
		return exception.code === undefined && exception.message === undefined ? [] : [exception];
	});
}

/** A number, also where it came as text. */
function codeIn(value: unknown): number | undefined {
	const isNumber =
		typeof value === 'number' || (typeof value === 'string' && /^\d{1,9}$/.test(value));
	return (isNumber && Number(value)) || undefined;
}
