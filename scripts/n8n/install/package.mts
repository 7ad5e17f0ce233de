import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { npm, run } from '../../command.mts';
import { packed as folder, root } from '../../paths.mts';

/** Everything that decides what the package becomes. */
const INPUTS = [
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'gulpfile.js',
	'README.md',
	'LICENSE.md',
	'credentials',
	'nodes',
	'worker',
	'icons',
	'workflows-templates',
	'scripts/package-checks/parameter-checks.mts',
	'scripts/template-checks',
	'scripts/templates/import-note.mts',
	'scripts/templates/locks.mts',
];

/** Builds and packs the package, unless the last pack is of the same sources. @returns the tarball */
export async function packPackage(): Promise<string> {
	const stamp = join(folder, 'sources.sha256');
	const sources = hashOf(INPUTS.map((name) => join(root, name)));
	const packed = existsSync(folder)
		? readdirSync(folder).find((name) => name.endsWith('.tgz'))
		: undefined;
	if (packed && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources)
		return join(folder, packed);

	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await run(...npm(['run', 'build']), { cwd: root, log: 'build' });
	await run(...npm(['pack', '--pack-destination', folder]), { cwd: root, log: 'pack' });
	const [tarball] = readdirSync(folder);
	writeFileSync(stamp, sources);
	return join(folder, tarball);
}

/** Puts the package where n8n loads community packages from, as an installation in the editor does. */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
	await unpack(tarball, join(userFolder, '.n8n', 'nodes', 'node_modules', name));
}

export async function unpack(tarball: string, folder: string): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	// npm packs everything below a folder "package".
	await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], {
		cwd: root,
		log: 'unpack',
	});
}

function hashOf(paths: readonly string[]): string {
	const hash = createHash('sha256');
	const add = (path: string): void => {
		if (!existsSync(path)) return;
		if (!statSync(path).isDirectory()) {
			hash.update(`${path}\n`).update(readFileSync(path));
			return;
		}
		for (const name of readdirSync(path).sort()) {
			if (name !== 'node_modules' && name !== 'dist') add(join(path, name));
		}
	};
	paths.forEach(add);
	return hash.digest('hex');
}
