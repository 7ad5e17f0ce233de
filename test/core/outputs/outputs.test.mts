import type { IDataObject } from 'n8n-workflow';
import {
	fieldsOfAnswer,
	MOST_SIMPLIFIED,
	type Answer,
} from '../../../nodes/PinterestAds/output/answer.ts';
import type { Operation } from '../../../nodes/PinterestAds/operation.ts';
import { RESOURCES } from '../../../nodes/PinterestAds/resources/registry.ts';
import { nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';
import { EXAMPLES, WITHOUT_EXAMPLE, type Example } from './examples.mts';

/**
 * Every operation of the node, run as people run it: what its answer holds, in which order, and whether it can be
 * simplified. A new operation needs an `answer` (see nodes/PinterestAds/output) and an example here.
 */

let node: NodeOnSimulator;

beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());

const OPERATIONS = RESOURCES.flatMap(({ value: resource, operations }) =>
	operations.map((one): [string, Operation] => [`${resource}:${one.value}`, one]),
);
const TRIED = OPERATIONS.filter(([name]) => !Object.hasOwn(WITHOUT_EXAMPLE, name));

/** How the node is asked. */
type As = 'version 1' | 'raw' | 'simplified';

const asked = {
	'version 1': { typeVersion: 1 },
	raw: { typeVersion: 1.1, parameters: { simplify: false } },
	simplified: { typeVersion: 1.1 },
} satisfies Record<As, object>;

async function run(name: string, example: Example, as: As): Promise<IDataObject[]> {
	const [resource, operation] = name.split(':');
	const { parameters, items, after, meanwhile } = example;
	const came = after ? await run(after.of, after, 'raw') : items;
	meanwhile?.(node.simulator);
	const { typeVersion, ...setup } = { parameters: {}, ...asked[as] };
	const { output } = await node.run({
		...{ typeVersion, items: came },
		parameters: { resource, operation, ...parameters, ...setup.parameters },
	});
	return output.map(({ json }) => json);
}

async function answersOf(name: string, as: As): Promise<IDataObject[]> {
	const all: IDataObject[] = [];
	for (const example of EXAMPLES[name] ?? []) {
		node.simulator.reset();
		all.push(...(await run(name, example, as)));
	}
	return all;
}

const namesIn = (answers: readonly IDataObject[]) => [...new Set(answers.flatMap(Object.keys))];
const mostIn = (answers: readonly IDataObject[]) =>
	Math.max(...answers.map((answer) => Object.keys(answer).length));

it('has an example of every operation', () => {
	const missing = TRIED.filter(([name]) => EXAMPLES[name] === undefined).map(([name]) => name);
	expect(missing).toEqual([]);
	const names = OPERATIONS.map(([name]) => name);
	const gone = [...Object.keys(EXAMPLES), ...Object.keys(WITHOUT_EXAMPLE)].filter(
		(name) => !names.includes(name),
	);
	expect(gone).toEqual([]);
});

it('says of every operation what its answers begin with', () => {
	const without = TRIED.filter(([, { answer }]) => answer === undefined).map(([name]) => name);
	expect(without).toEqual([]);
});

describe.each(TRIED)('the answer of %s', (name, { answer = {} }) => {
	it('can be simplified to ten fields where it has more', async () => {
		const whole = await answersOf(name, 'version 1');
		expect(whole).not.toEqual([]);
		const raw = await answersOf(name, 'raw');
		const hasMore = mostIn([...whole, ...raw]) > MOST_SIMPLIFIED;
		expect([name, answer.simplified !== undefined || !hasMore]).toEqual([name, true]);
		expect(mostIn(await answersOf(name, 'simplified'))).toBeLessThanOrEqual(MOST_SIMPLIFIED);
	});

	it('loses no field where it is raw, and begins with what one looks for; IDs are last', async () => {
		const before = namesIn(await answersOf(name, 'version 1'));
		const raw = await answersOf(name, 'raw');
		expect(namesIn(raw)).toEqual(expect.arrayContaining(before));
		const begins = [...(answer.simplified ?? []), ...(answer.first ?? [])];
		for (const one of [...raw, ...(await answersOf(name, 'simplified'))]) {
			const names = Object.keys(one);
			expect(begins).toContain(names[0]);
			const ids = names.filter((field) => /^id$|_ids?$|^row_key$/.test(field));
			expect(names.slice(names.length - ids.length)).toEqual(ids);
		}
	});

	it('keeps its warnings', async () => {
		const warned = (answers: readonly IDataObject[]) => answers.map(({ warnings }) => warnings);
		expect(warned(await answersOf(name, 'simplified'))).toEqual(
			warned(await answersOf(name, 'version 1')),
		);
	});

	if (answer.simplified && !answer.isOpen) {
		it('offers a tool all fields that it has', async () => {
			const names = namesIn(await answersOf(name, 'raw'));
			expect(fieldsOfAnswer(answer)).toEqual(expect.arrayContaining(names));
		});
	}
});

it('declares no field that no answer has', async () => {
	const declared = new Map<Answer, { names: Set<string>; operations: string[] }>();
	for (const [name, { answer }] of TRIED) {
		if (answer === undefined) continue;
		const known = declared.get(answer) ?? { names: new Set(), operations: [] };
		declared.set(answer, known);
		known.operations.push(name);
		for (const one of namesIn(await answersOf(name, 'raw'))) known.names.add(one);
	}
	const wrong = [...declared].flatMap(([{ simplified = [], first = [] }, { names, operations }]) =>
		[...simplified, ...first]
			.filter((field) => !names.has(field))
			.map((field) => `${operations.join(', ')}: ${field}`),
	);
	expect(wrong).toEqual([]);
});
