import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { PinterestAdsApi } from '../../../credentials/PinterestAdsApi.credentials.ts';
import { PinterestAdsOAuth2Api } from '../../../credentials/PinterestAdsOAuth2Api.credentials.ts';
import { PinterestAdsWebhookApi } from '../../../credentials/PinterestAdsWebhookApi.credentials.ts';
import { RESOURCES } from '../../../nodes/PinterestAds/resources/registry.ts';
import { OPERATIONS } from '../../../nodes/PinterestAdsAutomation/operations.ts';
import { root } from '../../../scripts/paths.mts';

/** What n8n's guidelines ask for and its linter does not look at: docs/verification.md goes through all of them. */

const page = readFileSync(join(root, 'docs', 'verification.md'), 'utf8');

describe('n8n’s guidelines', () => {
	it('the categories of the nodes are of n8n’s own list', () => {
		const known = [
			...['Data & Storage', 'Finance & Accounting', 'Marketing & Content', 'Productivity'],
			...['Miscellaneous', 'Sales', 'Development', 'Analytics', 'Communication', 'Utility'],
		];
		const files = globSync('nodes/*/*.node.json', { cwd: root });
		expect(files).toHaveLength(3);
		for (const file of files) {
			const { categories } = JSON.parse(readFileSync(join(root, file), 'utf8'));
			expect(known).toEqual(expect.arrayContaining(categories));
			expect(page).toContain(categories.join(', '));
		}
	});

	it('what is secret in a credential is shown as dots', () => {
		const credentials: ICredentialType[] = [
			...[new PinterestAdsApi(), new PinterestAdsOAuth2Api(), new PinterestAdsWebhookApi()],
		];
		const shown = credentials.flatMap(({ properties }) =>
			properties
				.filter(({ type, name }) => type === 'string' && /token|secret|password/i.test(name))
				.filter(({ name }) => !/url$|name$|expires/i.test(name))
				.filter(({ typeOptions }) => typeOptions?.password !== true),
		);
		expect(shown.map(({ name }) => name)).toEqual([]);
	});

	it('one thing is chosen from a list first, or by its ID or address', () => {
		const properties = RESOURCES.flatMap(({ operations }) =>
			operations.flatMap((operation) => operation.properties as INodeProperties[]),
		);
		const locators = properties.filter(({ type }) => type === 'resourceLocator');
		expect(locators.length).toBeGreaterThan(20);
		for (const { modes = [], default: first } of locators) {
			expect(modes[0].name).toBe('list');
			expect(first).toMatchObject({ mode: 'list' });
			expect(modes.map(({ name }) => name)).toEqual(expect.arrayContaining(['list', 'id']));
		}
		const strays = properties.filter(
			({ type, name }) => type === 'string' && /^(campaign|adGroup|ad|pin|adAccount)Id$/.test(name),
		);
		expect(strays).toEqual([]);
	});

	it('docs/verification.md says how it is with the articles of action names', () => {
		const actions = [
			...RESOURCES.flatMap(({ operations }) => operations.map(({ action }) => action)),
			...OPERATIONS.map(({ action }) => action),
		];
		const withArticle = actions.filter((action) => /\b(?:a|an|the)\b/i.test(action));
		const [, said] = /<!-- articles -->(.+?)<!-- \/articles -->/.exec(page) ?? [];
		expect(said).toBe(
			withArticle.length === 0 ? 'none has an article' : 'some still have articles',
		);
	});

	it('no message of the table in docs/troubleshooting.md speaks of an error or a problem', () => {
		const messages = readFileSync(join(root, 'docs', 'troubleshooting.md'), 'utf8').matchAll(
			/^\| `(.+?)` \| .+ \|$/gm,
		);
		const wrong = [...messages].filter(([, message]) =>
			/\b(?:error|problem|failure|mistake)\b/i.test(message),
		);
		expect(wrong.map(([, message]) => message)).toEqual([]);
	});

	it('every test and file that docs/verification.md names exists', () => {
		const named = [...page.matchAll(/`((?:test|credentials|\.github)\/[\w./]+)`/g)].map(
			([, file]) => file,
		);
		expect(named.length).toBeGreaterThan(5);
		expect(named.filter((file) => globSync(file, { cwd: root }).length === 0)).toEqual([]);
	});
});
