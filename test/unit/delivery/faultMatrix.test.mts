import type { FaultRule } from '../../../simulator/simulator.mts';
import { seededRandom } from '../../../simulator/api/faults.mts';
import { usePinterest } from '../../pinterest.mts';
import { KINDS, type Kind, type Told } from './createdThings.mts';

/**
 * Everything that can be created × how its answer gets lost × how long Pinterest's lists lag × what goes
 * wrong while it is looked for × PAUSED or ACTIVE. Through the public tasks only: nothing may exist
 * twice, and what a task says has to agree with what is at Pinterest.
 */

const on = usePinterest();

type Rules = ReadonlyArray<Omit<FaultRule, 'match'>>;

const LOSSES: Readonly<Record<string, Rules>> = {
	'lost after it was done': [{ fault: 'cut-after', count: 1 }],
	'lost before it was done': [{ fault: 'cut-before', count: 1 }],
	'500 after it was done': [{ fault: 'done-500', count: 1 }],
	'500 before it was done': [{ fault: '500', count: 1 }],
	'garbled after it was done': [
		{ fault: 'done-answer', count: 1, answer: { body: '{"items": [{"da' } },
	],
	'cut body': [{ fault: 'truncated', count: 1 }],
	'a proxy’s page': [{ fault: 'html', count: 1 }],
	'429 before': [{ fault: '429', count: 1, resetSeconds: 20 }],
	'lost after it was done, twice': [{ fault: 'cut-after', count: 2 }],
	'lost before, then after it was done': [
		{ fault: 'cut-before', count: 1 },
		{ fault: 'cut-after', count: 1 },
	],
	'never to be had': [{ fault: '502' }],
};

const LOOKS: Readonly<Record<string, { rules?: Rules; largestPage?: number }>> = {
	good: {},
	'500 once': { rules: [{ fault: '500', count: 1 }] },
	'500 always': { rules: [{ fault: '500', after: 1 }] },
	'429 once': { rules: [{ fault: '429', count: 1, resetSeconds: 10 }] },
	'cut short': { rules: [{ fault: 'truncated', count: 2 }] },
	'short pages': { largestPage: 1 },
	'in a circle': { rules: [{ fault: 'bookmark-circle' }] },
};

const LAGS_S = [0, 3, 60];
const STATUSES = ['PAUSED', 'ACTIVE'] as const;
/** Long enough for every lag. */
const LATER_MS = 10 * 60_000;
/** What is run of the combinations in which the look is spoiled, too; the same ones at each run. */
const SHARE = 0.5;
const SHARE_OF_LAUNCHES = 0.1;

interface Combination {
	readonly kind: Kind;
	readonly loss: string;
	readonly look: string;
	readonly lag: number;
	readonly status: 'ACTIVE' | 'PAUSED';
	readonly step: Kind['steps'][number];
}

function* combinations(kind: Kind, loss: string): Generator<Combination> {
	const random = seededRandom(100 * KINDS.indexOf(kind) + Object.keys(LOSSES).indexOf(loss));
	const share = kind.name.startsWith('launch') ? SHARE_OF_LAUNCHES : SHARE;
	const statuses = kind.hasStatus ? STATUSES : STATUSES.slice(0, 1);
	for (const look of Object.keys(LOOKS)) {
		for (const lag of LAGS_S) {
			for (const status of statuses) {
				for (const step of kind.steps) {
					if (look === 'good' || random() < share) yield { kind, loss, look, lag, status, step };
				}
			}
		}
	}
}

function arrange({ kind, loss, look, lag, step }: Combination): void {
	const { pinterest } = on;
	pinterest.reset();
	kind.prepare?.(pinterest);
	const { rules = [], largestPage } = LOOKS[look];
	pinterest.settings({ listLagMs: lag * 1000, ...(largestPage ? { largestPage } : {}) });
	for (const rule of LOSSES[loss]) {
		pinterest.addFault({ ...rule, match: { operationId: step.create } });
	}
	for (const rule of rules) pinterest.addFault({ ...rule, match: { operationId: step.list } });
}

/** What is wrong with what a task says. */
function wrongWith({ claims, errors }: Told): string[] {
	const wrong = claims.flatMap(({ what, says, count }) => {
		if (count > 1) return [`${what} exists ${count} times`];
		if (says === 'created' && count === 0) return [`${what} is lost, though said to be created`];
		if (says === 'not created' && count === 1) return [`${what} exists, though said not to`];
		return [];
	});
	const odd = errors
		.map(({ message, hint = '' }) => `${message} ${hint}`)
		.filter((text) => /TypeError|undefined|NaN|\[object|something unexpected/.test(text));
	return [...wrong, ...odd];
}

async function problemsOf(combination: Combination): Promise<string[]> {
	const { kind, loss, look, lag, status, step } = combination;
	const where = `${step.create}, ${loss}, list ${look}, lag ${lag} s, ${status}`;
	const { pinterest } = on;
	arrange(combination);
	try {
		const first = await kind.run(pinterest, status);
		const problems = wrongWith(first);
		if (first.errors.some(({ message }) => message.trim() === '')) problems.push('says nothing');
		if (kind.repeatable) {
			pinterest.clearFaults();
			pinterest.advance(LATER_MS);
			const second = await kind.run(pinterest, status);
			problems.push(...wrongWith(second).map((problem) => `again: ${problem}`));
			if (second.errors.length > 0) problems.push(`again: ${second.errors[0].message}`);
		}
		problems.push(...pinterest.violations().map(({ violation }) => violation));
		return problems.map((problem) => `${where}: ${problem}`);
	} catch (error) {
		return [`${where}: ${String(error)}`];
	}
}

let runs = 0;

describe.each(KINDS)('what a $name says of itself is true', (kind) => {
	it.each(Object.keys(LOSSES))('after its answer was: %s', async (loss) => {
		const problems: string[] = [];
		for (const combination of combinations(kind, loss)) {
			runs += 1;
			problems.push(...(await problemsOf(combination)));
		}
		expect(problems).toEqual([]);
	});
});

it('these were many combinations', () => {
	expect(runs).toBeGreaterThan(1_000);
});
