import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../../scripts/paths.mts';

describe('the reference of the worker in docs/reference', () => {
	it('says what the comments in the worker say; `npm run docs` writes it', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'reference-'));
		try {
			const typedoc = join(root, 'node_modules', 'typedoc', 'bin', 'typedoc');
			await promisify(execFile)(process.execPath, [typedoc, '--out', folder], { cwd: root });

			expect(pagesIn(join(root, 'docs', 'reference'))).toEqual(pagesIn(folder));
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

const pagesIn = (folder: string) =>
	Object.fromEntries(
		readdirSync(folder)
			.sort()
			.map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
	);
