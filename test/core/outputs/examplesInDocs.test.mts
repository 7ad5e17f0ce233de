import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { RESOURCES } from '../../../nodes/PinterestAds/resources/registry.ts';
import { n8nClock } from '../../../nodes/PinterestAds/transport/clock.ts';
import { addressOf, exampleIn } from '../../../scripts/field-tables/resource-page.mts';
import {
	exampleText,
	type Step,
	type WorkedExample,
} from '../../../scripts/field-tables/worked-example.mts';
import { root } from '../../../scripts/paths.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { nodeOnSimulator, type NodeOnSimulator } from '../onSimulator.mts';
import { EXAMPLES, type Example } from './examples.mts';

/**
 * The examples of docs/resources, one for each operation: run in n8n-core against the simulator, on one and the same day.
 * `npm run docs` writes what has changed (it sets WRITE_EXAMPLES).
 */

const DAY = '2026-11-02T09:00:00.000Z';

/** What EXAMPLES has none of, since the answer depends on what was asked for. */
const OTHERS: Readonly<Record<string, Example>> = {
	'api:call': {
		parameters: { path: '/ad_accounts/{ad_account_id}/campaigns', answer: 'elements' },
	},
	'connection:refresh': {},
	'lead:export': { parameters: { adId: { __rl: true, mode: 'id', value: SEED.leadAdId } } },
};
/** Runs in a workflow of its own only, which docs/install.md goes through. */
const WITHOUT = ['workflow:install'];

let node: NodeOnSimulator;

beforeAll(async () => {
	jest.useFakeTimers({ now: new Date(DAY), doNotFake: ALL_BUT_DATE });
	node = await nodeOnSimulator();
});
afterAll(async () => {
	await node.close();
	jest.useRealTimers();
});
beforeEach(() => {
	node.simulator.reset();
	node.simulator.settings({ reportMs: 0 });
	jest.spyOn(n8nClock, 'sleep').mockResolvedValue(undefined);
});

const ALL_BUT_DATE = [
	...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const),
	...(['clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((one) => `${value}:${one.value}`),
).filter((name) => !WITHOUT.includes(name));

it.each(OPERATIONS)('the example of %s in docs/resources gives what it says', async (name) => {
	const [resource, operation] = name.split(':');
	const text = exampleText(await workedOut(name));
	const place = exampleIn(`${resource}/${operation}`);
	const file = join(root, 'docs', addressOf(resource));
	const page = readFileSync(file, 'utf8');
	if (process.env.WRITE_EXAMPLES) {
		writeFileSync(
			file,
			page.replace(place, (_all, begin, _old, end) => `${begin}${text}${end}`),
		);
	} else {
		expect(place.exec(page)?.[2]).toBe(text);
	}
});

async function workedOut(name: string): Promise<WorkedExample> {
	const example = EXAMPLES[name]?.[0] ?? OTHERS[name];
	if (!example) throw new Error(`${name} has no example in examples.mts.`);
	return await run(name, example);
}

async function run(
	name: string,
	{ parameters, items, after, meanwhile }: Example,
): Promise<WorkedExample> {
	const [resource, operation] = name.split(':');
	const before = after && (await run(after.of, after));
	meanwhile?.(node.simulator);
	const asked = { resource, operation, ...parameters };
	const { output } = await node.run({
		typeVersion: 1.1,
		parameters: asked,
		items: (before?.output as IDataObject[] | undefined) ?? items,
		limits: WITH_REFRESH_TOKEN,
	});
	const step: Step = { title: titleOf(resource, operation), parameters: asked };
	return {
		steps: [...(before?.steps ?? []), step],
		items: before?.items ?? items,
		output: output.map(({ json }) => json),
	};
}

const WITH_REFRESH_TOKEN = {
	refreshToken: SEED.tokens.refresh,
	clientId: SEED.clientId,
	clientSecret: SEED.clientSecret,
};

function titleOf(resource: string, operation: string): string {
	const of = RESOURCES.find(({ value }) => value === resource);
	return `${of?.name}: ${of?.operations.find(({ value }) => value === operation)?.name}`;
}
