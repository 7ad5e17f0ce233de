import fc from 'fast-check';
import { prepared } from '../faults/rehearsal.mts';
import type { OfflineNode } from '../faults/offlineNode.mts';
import type { Subject } from '../faults/subjects.mts';
import { holdingsOf } from '../faults/world.mts';
import { hostile, nested, objectOf } from './hostile.mts';
import { problemsOf } from './verdict.mts';

/** What an answer is instead of what Pinterest would have said. */
interface Change {
	/** Of the run's requests, from 0, and whether all later ones are struck, too. */
	readonly at: number;
	readonly forGood: boolean;
	readonly status: number;
	readonly how:
		| { readonly is: 'whole'; readonly value: unknown }
		/** At one of its places, picked by a number. */
		| { readonly is: 'place'; readonly place: number; readonly value: unknown }
		/** A name that was not there. */
		| {
				readonly is: 'name';
				readonly place: number;
				readonly name: string;
				readonly value: unknown;
		  }
		/** Its lists hold their elements again and again. */
		| { readonly is: 'many'; readonly times: number }
		/** 10 MB of text, or deeper than anybody reads, at one of its places. */
		| { readonly is: 'huge' | 'lists' | 'objects'; readonly place: number };
}

const HUGE = 'x'.repeat(10 * 1024 * 1024);

const place = fc.nat(200);
const how: fc.Arbitrary<Change['how']> = fc.oneof(
	{ weight: 2, arbitrary: fc.record({ is: fc.constant('whole' as const), value: hostile }) },
	{ weight: 6, arbitrary: fc.record({ is: fc.constant('place' as const), place, value: hostile }) },
	{
		weight: 2,
		arbitrary: fc.record({
			...{ is: fc.constant('name' as const), place, value: hostile },
			name: fc.constantFrom('__proto__', 'constructor', 'toString', 'then', 'toJSON', 'length'),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ is: fc.constant('many' as const), times: fc.constantFrom(2, 3000) }),
	},
	{
		weight: 1,
		arbitrary: fc.record({ is: fc.constantFrom('huge', 'lists', 'objects'), place }),
	},
);

const changes = (requests: number): fc.Arbitrary<Change> =>
	fc.record({
		at: fc.nat(Math.max(0, requests - 1)),
		forGood: fc.boolean(),
		status: fc.oneof(
			{ weight: 5, arbitrary: fc.constant(200) },
			{ weight: 1, arbitrary: fc.constantFrom(201, 204, 206, 400, 401, 403, 404, 409, 413, 422) },
			{ weight: 1, arbitrary: fc.constantFrom(0, 100, 302, 418, 429, 500, 503, 599, 999) },
		),
		how,
	});

type Path = ReadonlyArray<string | number>;

/** Breadth first, and of a list the first two: what is at the top counts most. */
function placesIn(body: unknown): Path[] {
	const all: Path[] = [[]];
	for (const path of all) {
		const value = at(body, path);
		if (typeof value !== 'object' || value === null || path.length > 6) continue;
		const keys = Array.isArray(value) ? [0, 1].slice(0, value.length) : Object.keys(value);
		all.push(...keys.map((key) => [...path, key]));
	}
	return all;
}

const at = (body: unknown, path: Path): unknown =>
	path.reduce((held, key) => (held as Record<string, unknown>)[key], body);

function put(body: unknown, [key, ...rest]: Path, value: unknown): unknown {
	if (key === undefined) return value;
	const inner = put((body as Record<string, unknown>)[key], rest, value);
	if (Array.isArray(body)) return body.map((one: unknown, n) => (n === key ? inner : one));
	return objectOf([
		...Object.entries(body as object).filter(([name]) => name !== key),
		[String(key), inner],
	]);
}

/** The lists at the top only: those within each other would be more than any machine holds. */
function multiplied(value: unknown, times: number): unknown {
	if (Array.isArray(value)) return Array.from({ length: times }, () => value).flat();
	if (typeof value !== 'object' || value === null) return value;
	return objectOf(
		Object.entries(value).map(([key, held]) => [
			key,
			Array.isArray(held) ? multiplied(held, times) : held,
		]),
	);
}

function changed(body: unknown, change: Change['how']): unknown {
	if (change.is === 'whole') return change.value;
	if (change.is === 'many') return multiplied(body, change.times);
	const places = placesIn(body);
	const path = places[change.place % places.length];
	switch (change.is) {
		case 'place':
			return put(body, path, change.value);
		case 'name': {
			const held = at(body, path);
			if (typeof held !== 'object' || held === null || Array.isArray(held)) return body;
			return put(body, [...path, change.name], change.value);
		}
		case 'huge':
			return put(body, path, HUGE);
		default:
			return put(body, path, nested(change.is));
	}
}

/** Hostile answers to each of an operation's requests, those to the fetching of files among them. */
export const hostileAnswers = (node: OfflineNode, subject: Subject, requests: number) =>
	fc.asyncProperty(changes(requests), async ({ at: struck, forGood, status, how: change }) => {
		const run = await prepared(node, subject);
		const before = holdingsOf(node.simulator);
		// Who is told that what was done was refused, or is not there, can only do it again.
		const onlyOnce = !forGood && (status < 300 || status >= 500);
		// It sends what was in the answer.
		const asksAnything = subject.operation === 'campaign:duplicate';
		let n = 0;
		const isStruck = () => {
			const number = n++;
			return number === struck || (forGood && number > struck);
		};
		node.simulator.changeAnswers((answer) =>
			isStruck() ? { ...answer, status, body: changed(answer.body, change) } : answer,
		);
		node.changeFiles((text) => {
			if (!isStruck()) return text;
			try {
				return JSON.stringify(changed(JSON.parse(text), change)) ?? '';
			} catch {
				return change.is === 'whole' ? String(JSON.stringify(change.value)) : `${text}"\n,,"`;
			}
		});
		try {
			const problems = await problemsOf(node, before, run, { onlyOnce, asksAnything });
			if (problems.length > 0) throw new Error(problems.join('\n'));
		} finally {
			node.simulator.changeAnswers((answer) => answer);
			node.changeFiles((text) => text);
		}
	});
