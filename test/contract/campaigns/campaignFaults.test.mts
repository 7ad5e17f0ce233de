import type { FaultRule } from '../../../simulator/simulator.mts';
import { createCampaigns } from '../../../worker/src/index.ts';
import { contextFor, named, recordsOf, useSimulator } from './campaignsOnSimulator.mts';
import { levelsOn } from './levels.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);
const LEVELS = levelsOn(on);

/** Faults of a create, and whether the work is done before they strike. */
const FAULTS: Array<[FaultRule['fault'], boolean]> = [
	['cut-after', true],
	['truncated', true],
	['cut-before', false],
	['hang', false],
	['html', false],
	['500', false],
	['502', false],
	['503', false],
	['429', false],
];

describe.each(LEVELS)('$operationId', ({ operationId, listId, create, input, held }) => {
	const match = { operationId };
	const names = ['One', 'Two', 'Three'];
	const run = () => create(context(), names.map(input));
	const idsOf = (name: string) => named(held(), name).map(({ id }) => id);

	it.each(FAULTS)('stands exactly once after a %s', async (fault, isDone) => {
		on.simulator.addFault({ match, fault, count: 1, resetSeconds: 1 });
		const records = recordsOf(await run());
		expect(records.map(({ id }) => [id])).toEqual(names.map(idsOf));
		expect(records.map(({ recovered = false }) => recovered)).toEqual(names.map(() => isDone));
	});

	it('stands exactly once after several faults in a row', async () => {
		for (const fault of ['500', 'cut-before', 'cut-after'] as const) {
			on.simulator.addFault({ match, fault, count: 1 });
		}
		const records = recordsOf(await run());
		expect(records.map(({ id }) => [id])).toEqual(names.map(idsOf));
	});

	it('stands once also where it cannot be looked up, and its error says what to look for', async () => {
		on.simulator.addFault({ match, fault: 'cut-after', count: 1 });
		on.simulator.addFault({ match: { operationId: listId }, fault: '503' });
		const outcomes = await run();
		expect(outcomes).toMatchObject(
			names.map((name) => ({
				ok: false,
				error: { kind: 'outcome-unknown', hint: expect.stringContaining(`“${name}”`) },
			})),
		);
		expect(names.map((name) => named(held(), name).length)).toEqual([1, 1, 1]);
	});

	it('gives an exception inside a 200 to its own item only', async () => {
		const refused = { items: [1], code: 2384, message: 'Budget is too low.' };
		on.simulator.addFault({ match, fault: 'item-exception', count: 1, ...refused });
		const outcomes = await run();
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
		expect(outcomes[1]).toMatchObject({
			error: { code: 2384, message: expect.stringContaining('Budget is too low.') },
		});
		expect(names.map((name) => named(held(), name).length)).toEqual([1, 0, 1]);
	});
});

it('finds the lost ones of a hundred among as many others', async () => {
	const inputs = Array.from({ length: 100 }, (_, n) => ({
		name: `Many ${n}`,
		objective: 'AWARENESS' as const,
	}));
	on.simulator.addFault({
		match: { operationId: 'campaigns/create' },
		fault: 'cut-after',
		after: 1,
		count: 2,
	});
	const records = recordsOf(await createCampaigns(context(), inputs));
	expect(records.map(({ name }) => name)).toEqual(inputs.map(({ name }) => name));
	expect(new Set(records.map(({ id }) => id)).size).toBe(100);
	const many = on.simulator.state().campaigns.filter(({ name }) => String(name).startsWith('Many'));
	expect(many).toHaveLength(100);
});

it('creates ad groups and ads all the same where their parents cannot be read', async () => {
	on.simulator.addFault({ match: { method: 'GET', path: '/campaigns' }, fault: '503' });
	on.simulator.addFault({ match: { method: 'GET', path: '/ad_groups' }, fault: '503' });
	const [, groups, ads] = LEVELS;
	recordsOf(await groups.create(context(), [groups.input('Unseen')]));
	recordsOf(await ads.create(context(), [ads.input('Unseen')]));
	expect(named(groups.held(), 'Unseen')).toHaveLength(1);
	expect(named(ads.held(), 'Unseen')).toHaveLength(1);
});
