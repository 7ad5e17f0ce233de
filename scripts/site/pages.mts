import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mts';

/** A link of the sidebar. */
export interface Entry {
	readonly text: string;
	readonly link: string;
}

/** A part of the sidebar, which is folded unless one of its pages is open. */
export interface Part {
	readonly text: string;
	readonly collapsed: boolean;
	readonly items: readonly Entry[];
}

const DOCS = join(root, 'docs');

/** Pages that belong together, in the order in which they are read. A page that is in none of them is a guide. */
const PARTS = {
	'Start here': ['install', 'connect', 'templates', 'coming-from', 'troubleshooting'],
	'Run it': [
		...['running-at-scale', 'queue-mode', 'performance', 'spending-guard', 'personal-data'],
		...['hashing', 'n8n-3'],
	],
	'Behind it': ['architecture', 'simulator', 'verification'],
} as const satisfies Record<string, readonly string[]>;

/** The sidebar, out of the files that are in docs/: a page is in it because it exists. */
export function sidebar(): Part[] {
	const named = new Set<string>(Object.values(PARTS).flat());
	const pages = pagesIn('.');
	const part = (name: keyof typeof PARTS): Entry[] =>
		PARTS[name].flatMap((file) => pages.filter((page) => page.file === file).map(entry));
	const guides = pages.filter(({ file }) => file !== 'index' && !named.has(file)).map(entry);
	return [
		{ text: 'Start here', collapsed: false, items: part('Start here') },
		{ text: 'Guides', collapsed: false, items: byText(guides) },
		{ text: 'Resources', collapsed: true, items: byText(pagesIn('resources').map(entry)) },
		{ text: 'Workflows', collapsed: true, items: byText(pagesIn('templates').map(entry)) },
		{ text: 'Run it', collapsed: true, items: part('Run it') },
		{ text: 'Behind it', collapsed: true, items: part('Behind it') },
		{ text: 'The worker by itself', collapsed: true, items: pagesIn('reference').map(entry) },
	];
}

interface Page extends Entry {
	/** Without its folder and `.md`. */
	readonly file: string;
}

function pagesIn(folder: string): Page[] {
	return readdirSync(join(DOCS, folder))
		.filter((name) => name.endsWith('.md'))
		.sort()
		.map((name) => {
			const file = name.slice(0, -'.md'.length);
			const link = file === 'README' ? `/${folder}/` : `/${join(folder, file)}`;
			return { file, link, text: titleOf(readFileSync(join(DOCS, folder, name), 'utf8')) };
		});
}

const entry = ({ text, link }: Page): Entry => ({ text, link });

const titleOf = (page: string) => (/^# (.+)$/m.exec(page)?.[1] ?? '').replace(/[`*]/g, '');

const byText = (entries: readonly Entry[]) =>
	[...entries].sort((a, b) => a.text.localeCompare(b.text, 'en'));
