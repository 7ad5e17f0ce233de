import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Built } from './builder/index.mts';

/** The text of the file that users import. */
export async function textOf({ workflow }: Built, folder: string): Promise<string> {
	const options = await resolveConfig(join(folder, 'any.json'));
	return await format(JSON.stringify(workflow, null, '\t'), { ...options, parser: 'json' });
}

/** What is different in the folder from what the source gives: a sentence for each file. */
export async function outdated(all: readonly Built[], folder: string): Promise<string[]> {
	const there = readdirSync(folder).filter((name) => name.endsWith('.json'));
	const wanted = new Map<string, string>();
	for (const built of all) wanted.set(`${built.file}.json`, await textOf(built, folder));
	return [
		...there.filter((name) => !wanted.has(name)).map((name) => `${name} has no source`),
		...[...wanted]
			.filter(
				([name, text]) =>
					!there.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
			)
			.map(([name]) => `${name} is not what its source gives`),
	];
}
