import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from './template.mts';

/** Each template has a page of its own, and a row with a link to it in the index. */
export function checkPage(template: Template, docs: string): string[] {
	const page = `templates/${template.file.replace(/\.json$/, '.md')}`;
	const index = textOf(join(docs, 'templates.md'));
	return [
		...(textOf(join(docs, page)).startsWith(`# ${template.name}\n`)
			? []
			: [`its page docs/${page} is missing, or its heading is not “${template.name}”`]),
		...(index.includes(`[${template.name}](${page})`)
			? []
			: [`docs/templates.md has no link to its page ${page} under its name`]),
	];
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
