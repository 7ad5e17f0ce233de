import type { Told } from './errors.mts';
import type { OfflineRun } from './offlineNode.mts';
import type { Rehearsal } from './rehearsal.mts';
import { comeSince, inOrder, numbered, type Holdings } from './world.mts';

/** What a run under faults said, beside what is there and what the same run gives without them. */

const without = (hidden: RegExp, value: unknown): unknown =>
	JSON.parse(
		JSON.stringify(value, (name, held: unknown) => (hidden.test(name) ? undefined : held)),
	);
/** Beside what was wanted: when it was, how it was found, and what is to be told of it. */
const BESIDE =
	/time|_at$|date|status|timestamp|^(?:warnings|recovered|created|message|hint|existed|listed|found_again)$/;

/** Where all was said to be done, all has to be there, and all that was read has to be told. */
export function notAsSaid(
	rehearsal: Rehearsal,
	done: OfflineRun,
	before: Holdings,
	now: Holdings,
): string[] {
	if (saidBeside(done) !== saidBeside(rehearsal.run)) return [];
	const isNew = isNewSince(before);
	const said = (run: OfflineRun) =>
		numbered(
			without(
				BESIDE,
				run.items.map(({ json }) => json),
			),
			isNew,
		);
	const [expected, given] = [said(rehearsal.run), said(done)];
	return [
		...differences(rehearsal, before, now),
		...(expected === given ? [] : [`gave ${firstDifference(expected, given)}`]),
	];
}

/** What is told beside the output, or in it, of what is not as it was wanted. */
const saidBeside = ({ hints, items }: OfflineRun): string => {
	const told = items.flatMap(({ json }) =>
		[json.warnings, json.notes].filter(Array.isArray).flat(),
	);
	const unchecked = /could be checked|not_checked/.test(JSON.stringify(items));
	return JSON.stringify([hints, told, unchecked]);
};

export function differences(rehearsal: Rehearsal, before: Holdings, now: Holdings): string[] {
	const isNew = isNewSince(before);
	const [expected, given] = [rehearsal.after, now].map((held) => inOrder(held, isNew));
	return expected === given ? [] : [`is there: ${firstDifference(expected, given)}`];
}

function isNewSince(before: Holdings): (id: string) => boolean {
	const known = JSON.stringify(before);
	return (id) => !known.includes(id);
}

/** Where it was said to have failed, what is there nevertheless has to be told of. */
export function notToldOf(
	{ items }: OfflineRun,
	errors: readonly Told[],
	before: Holdings,
	now: Holdings,
): string[] {
	const told = [JSON.stringify(items), ...errors.map(({ text }) => text)].join('\n');
	if (/outcome-unknown|may have done it/.test(told)) return [];
	return comeSince(before, now).flatMap(({ kind, it }) => {
		// Keywords by the ad group that they are in.
		const names = [it.id, it.name, it.parent_id, (it.event as { event_id?: unknown })?.event_id];
		const isTold = names.some((name) => name !== undefined && told.includes(String(name)));
		return isTold ? [] : [`said to have failed, but there: ${kind} ${names.join(' ')}`];
	});
}

const AROUND = 120;

function firstDifference(expected: string, given: string): string {
	let at = 0;
	while (at < expected.length && expected[at] === given[at]) at++;
	const from = Math.max(0, at - AROUND);
	return `…${given.slice(from, at + AROUND)}… instead of …${expected.slice(from, at + AROUND)}…`;
}
