import { runAutomation } from './harness.mts';

const run = async (give: string, items: Array<{ id: number; row_key: string }>) => {
	const { output } = await runAutomation({
		parameters: { operation: 'compareMetrics', give },
		items,
	});
	return output.map(({ json }) => json);
};

const twice = Array.from({ length: 52 }, (_, n) => ({ id: n + 1, row_key: `row ${n % 26}` }));

it('gives the earlier one of rows that are there twice, 25 in an item', async () => {
	const [first, rest, ...none] = await run('remove', twice);
	expect(none).toEqual([]);
	expect(Object.values(first)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
	expect(Object.keys(first)[0]).toBe('row_1');
	expect(new Set(Object.values(rest))).toEqual(new Set([26]));
});

it('gives no item where there is nothing to do', async () => {
	expect(await run('remove', twice.slice(0, 26))).toEqual([]);
	expect(await run('add', twice)).toEqual([]);
});
