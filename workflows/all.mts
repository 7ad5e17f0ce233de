import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Built } from './builder/index.mts';

const here = dirname(fileURLToPath(import.meta.url));
const NO_WORKFLOWS = ['builder', 'parts'];

/** Every workflow of the folders beside this file, in the order of their files' names. */
export async function allWorkflows(): Promise<Built[]> {
	const files = readdirSync(here, { withFileTypes: true })
		.filter((one) => one.isDirectory() && !NO_WORKFLOWS.includes(one.name))
		.flatMap(({ name }) => readdirSync(join(here, name)).map((file) => join(here, name, file)))
		.filter((file) => file.endsWith('.mts'));
	const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
	const built = modules.map((module) => (module as { default: Built }).default);
	return built.sort((one, other) => (one.file < other.file ? -1 : 1));
}
