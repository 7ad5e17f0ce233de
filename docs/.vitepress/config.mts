// The pages of docs/ as a site: `npm run docs:site` builds it into .work/site, `npm run docs:site -- --serve` shows it
// while you write. A link to a page that does not exist fails the build.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { slugOf } from '../../scripts/site/links.mts';
import { sidebar } from '../../scripts/site/pages.mts';

const docs = fileURLToPath(new URL('..', import.meta.url));
const root = resolve(docs, '..');
const icon = readFileSync(join(root, 'icons', 'pinterestAds.svg'));
const REPOSITORY = 'https://github.com/illixis/n8n-nodes-pinterest-ads';

export default defineConfig({
	lang: 'en',
	title: 'Pinterest Ads for n8n',
	description: 'Audiences, campaigns, conversions and metrics of Pinterest, from n8n',
	// Where the site is, below its host: a project page of GitHub is in a folder of its own.
	base: process.env.DOCS_BASE ?? '/',
	outDir: join(root, '.work', 'site'),
	cacheDir: join(root, '.work', 'site-cache'),
	cleanUrls: true,
	rewrites: { 'reference/README.md': 'reference/index.md' },
	head: [
		['link', { rel: 'icon', href: `data:image/svg+xml;base64,${icon.toString('base64')}` }],
		['meta', { name: 'theme-color', content: '#b4232c' }],
	],
	markdown: { anchor: { slugify: slugOf }, config: asOnGitHub },
	vite: { publicDir: join(docs, 'images'), build: { chunkSizeWarningLimit: 3_000 } },
	themeConfig: {
		sidebar: [...sidebar()].map((part) => ({ ...part, items: [...part.items] })),
		nav: [
			{ text: 'Install', link: '/install' },
			{ text: 'Workflows', link: '/templates' },
			{ text: 'When it fails', link: '/troubleshooting' },
		],
		outline: { level: [2, 3], label: 'On this page' },
		search: {
			provider: 'local',
			options: { miniSearch: { searchOptions: { boostDocument: importance } } },
		},
		socialLinks: [{ icon: 'github', link: REPOSITORY }],
		editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path`, text: 'Change this page' },
		footer: { message: 'MIT. Not affiliated with Pinterest, Inc.' },
	},
});

/** Somebody who searches has most often read a message, and seldom programs with the worker. */
function importance(address: string): number {
	if (address.includes('/troubleshooting')) return 3;
	return address.includes('/reference/') ? 0.2 : 1;
}

/** What docs/ links to outside of itself, a file of the repository, is a link to GitHub on the site. */
function asOnGitHub(md: Parameters<NonNullable<MarkdownConfig>>[0]): void {
	// An expression of n8n’s is no expression of Vue’s.
	for (const rule of ['code_inline', 'text'] as const) {
		const written = md.renderer.rules[rule];
		md.renderer.rules[rule] = (...all) =>
			(written?.(...all) ?? '').replaceAll('{{', '&#123;&#123;');
	}
	md.core.ruler.after('inline', 'as on GitHub', ({ tokens, env }) => {
		// What is said on the start page has none.
		const { path: page = join(docs, 'index.md') } = env as { readonly path?: string };
		const folder = dirname(page);
		for (const token of tokens.flatMap((one) => [one, ...(one.children ?? [])])) {
			// A picture with a width, which Vite takes for the name of a package without the ./ before it.
			if (token.type.startsWith('html_')) {
				token.content = token.content.replaceAll('src="images/', 'src="./images/');
			}
			const href = token.type === 'link_open' ? token.attrGet('href') : null;
			if (!href || !/^\.\.?\//.test(href)) continue;
			const [path, anchor] = href.split('#');
			const file = resolve(folder, path);
			if (!relative(docs, file).startsWith('..')) continue;
			if (!existsSync(file)) throw new Error(`${folder} links to ${href}, which does not exist.`);
			const address = `${REPOSITORY}/blob/main/${relative(root, file)}`;
			token.attrSet('href', anchor ? `${address}#${anchor}` : address);
		}
	});
}

type MarkdownConfig = NonNullable<Parameters<typeof defineConfig>[0]['markdown']>['config'];
