import type { FaultRule } from '../../../simulator/simulator.mts';
import { sendConversions, type ConversionResult, type Outcome } from '../../../worker/src/index.ts';
import { NOW, usePinterest } from '../../pinterest.mts';

/** What goes wrong × when × how long it lasts × offline or not: no event without an outcome, none counted twice. */

const on = usePinterest();

const FAULTS: Readonly<Record<string, FaultRule>> = {
	'lost after it was done': { fault: 'cut-after' },
	'lost before it was done': { fault: 'cut-before' },
	'never answered': { fault: 'hang' },
	'500 after it was done': { fault: 'done-500' },
	'500 before it was done': { fault: '500' },
	'switched off': { fault: '503', code: 4197 },
	'garbled after it was done': { fault: 'done-answer', answer: { body: '{"num_events_rec' } },
	'empty after it was done': { fault: 'done-answer', answer: { body: {} } },
	'cut body': { fault: 'truncated' },
	'a proxy’s page': { fault: 'html' },
	'429 before': { fault: '429', resetSeconds: 5 },
	'429 for long': { fault: '429', resetSeconds: 3600 },
	'some fail in a 200': { fault: 'partial-200', items: [0, 2] },
	'some fail in a 422': { fault: 'partial-422', items: [1] },
	'not connected': { fault: 'answer' },
};
const TIMES = [1, 2, 4, 9];
const AFTER = [0, 1];
/** Two requests' worth. */
const EVENTS = 1_100;

const inputs = (actionSource: 'web' | 'offline', odd: boolean) =>
	Array.from({ length: EVENTS }, (_, n) => ({
		eventName: 'checkout',
		// One that cannot be sent must cost the others nothing.
		email: odd && n === 5 ? 'nobody' : `customer${n}@example.com`,
		eventId: `event ${n}`,
		eventTime: NOW - 60_000,
		actionSource,
	}));

/** How often each event was done at Pinterest, repetitions that it recognises left out. */
function counted(): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { event, duplicate } of on.pinterest.state().events) {
		const id = String(event.event_id);
		counts.set(id, (counts.get(id) ?? 0) + (duplicate ? 0 : 1));
	}
	return counts;
}

function wrongWith(outcomes: ReadonlyArray<Outcome<ConversionResult>>): string[] {
	const counts = counted();
	const wrong = outcomes.length === EVENTS ? [] : [`${outcomes.length} outcomes`];
	outcomes.forEach((outcome, n) => {
		const id = `event ${n}`;
		const count = counts.get(id) ?? 0;
		if (count > 1) wrong.push(`${id} is counted ${count} times`);
		if (outcome.ok) {
			if (outcome.record.event_id !== id) wrong.push(`${id} has the outcome of another`);
			if (count === 0) wrong.push(`${id} is lost, though said to be processed`);
			return;
		}
		const { kind, message, hint = '' } = outcome.error;
		if (kind === 'invalid' && count > 0) wrong.push(`${id} is counted, though said to be invalid`);
		if (/TypeError|undefined|NaN|\[object|something unexpected/.test(`${message} ${hint}`)) {
			wrong.push(`${id}: ${message} ${hint}`);
		}
	});
	return wrong.slice(0, 3);
}

describe.each(Object.entries(FAULTS))('conversions, where a request is: %s', (name, rule) => {
	it.each(['web', 'offline'] as const)('have one true outcome each, %s', async (actionSource) => {
		const problems: string[] = [];
		for (const count of TIMES) {
			for (const after of AFTER) {
				const { pinterest } = on;
				pinterest.reset();
				if (name === 'not connected') pinterest.disconnect(count);
				else pinterest.addFault({ ...rule, count, after });
				const given = inputs(actionSource, after === 1);
				const outcomes = await sendConversions(pinterest.context, given);
				const where = `${count} times after ${after}`;
				problems.push(...wrongWith(outcomes).map((problem) => `${where}: ${problem}`));
				problems.push(...pinterest.violations().map(({ violation }) => violation));
			}
		}
		expect(problems).toEqual([]);
	});
});

it('an online event that failed is counted once however often it is sent again', async () => {
	const { pinterest } = on;
	pinterest.addFault({ fault: 'cut-after', count: 9 });
	const given = inputs('web', false);
	const first = await sendConversions(pinterest.context, given);
	expect(first.some(({ ok }) => !ok)).toBe(true);
	pinterest.clearFaults();
	const second = await sendConversions(pinterest.context, given);
	expect(second.every(({ ok }) => ok)).toBe(true);
	expect([...counted().values()].filter((count) => count !== 1)).toEqual([]);
});

it('an offline event of which it is not known whether it was counted is not sent again', async () => {
	const { pinterest } = on;
	pinterest.addFault({ fault: 'cut-after', count: 1 });
	const outcomes = await sendConversions(pinterest.context, inputs('offline', false).slice(0, 3));
	expect(outcomes.map((outcome) => !outcome.ok && outcome.error.kind)).toEqual(
		Array.from({ length: 3 }, () => 'outcome-unknown'),
	);
	expect(pinterest.writes).toEqual(['POST /events']);
	expect([...counted().values()]).toEqual([1, 1, 1]);
});
