import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../../../scripts/paths.mts';
import { slugOf } from '../../../scripts/site/links.mts';

/** Every link of a page to another file of the repository, or to a heading in one. The site's build knows no headings. */

const pages = globSync(['*.md', '.github/**/*.md', 'docs/**/*.md', 'worker/*.md'], { cwd: root });

it.each(pages.sort())('%s links to files and headings that exist', (page) => {
	const missing = linksIn(readFileSync(join(root, page), 'utf8')).filter((link) => {
		const [path, anchor] = link.split('#');
		const file = path ? resolve(root, dirname(page), path) : join(root, page);
		if (!existsSync(file)) return true;
		return Boolean(anchor) && file.endsWith('.md') && !anchorsOf(file).has(anchor);
	});
	expect(missing).toEqual([]);
});

function linksIn(page: string): string[] {
	const text = page.replace(/```[\s\S]*?```/g, '');
	return [
		...[...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, link]) => link),
		...[...text.matchAll(/\s(?:src|href)="([^"]+)"/g)].map(([, link]) => link),
	].filter((link) => !/^(?:https?|mailto):/.test(link));
}

const known = new Map<string, ReadonlySet<string>>();

function anchorsOf(file: string): ReadonlySet<string> {
	const page = readFileSync(file, 'utf8');
	const named = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
	const anchors = known.get(file) ?? new Set([...headingsOf(page), ...named]);
	known.set(file, anchors);
	return anchors;
}

/** A heading that comes again has a number, from 1. */
function headingsOf(page: string): string[] {
	const times = new Map<string, number>();
	return [...page.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
		const slug = slugOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\\', ''));
		const before = times.get(slug) ?? 0;
		times.set(slug, before + 1);
		return before === 0 ? slug : `${slug}-${before}`;
	});
}

it('the name of a heading in an address is as GitHub makes it', () => {
	expect(slugOf('“… is over the ceiling of this launch”')).toBe(
		'-is-over-the-ceiling-of-this-launch',
	);
	expect(slugOf('Create, and paste the code')).toBe('create-and-paste-the-code');
	expect(slugOf('The table `pinterest_changes`')).toBe('the-table-pinterest_changes');
});
