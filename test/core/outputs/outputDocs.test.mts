import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';
import { nodeOnSimulator } from '../onSimulator.mts';

it('docs/outputs.md shows a simplified answer as it is, field by field', async () => {
	const page = readFileSync(join(root, 'docs', 'outputs.md'), 'utf8');
	const [, example] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
	const node = await nodeOnSimulator();
	try {
		const parameters = { resource: 'adGroup', operation: 'getMany', limit: 1 };
		const [{ json }] = (await node.run({ parameters })).output;
		expect(Object.entries(json)).toEqual(Object.entries(JSON.parse(example) as object));
	} finally {
		await node.close();
	}
});
