import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../../scripts/paths.mts';
import { releaseNotes } from '../../../scripts/release/notes.mts';

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

describe('CONTRIBUTING.md', () => {
	const page = read('CONTRIBUTING.md');

	it('shows the field that it goes through as it is declared', () => {
		const [, shown = ''] = /```ts\n( {3}bidMultiplier[\s\S]*?)```/.exec(page) ?? [];
		const lines = shown
			.trim()
			.split('\n')
			.map((line) => line.trim());
		const source = read('worker', 'src', 'campaigns', 'adGroup', 'adGroupFields.ts');
		expect(lines.length).toBeGreaterThan(5);
		expect(source.replace(/\n\t+/g, '\n')).toContain(lines.join('\n'));
	});

	it('names the places where the field is, and no other one has to be touched', () => {
		const places = {
			'worker/src/campaigns/adGroup/adGroupInput.ts': 'needs the bid strategy AUTOMATIC_BID',
			'worker/src/campaigns/launch/differences.ts': "bid_multiplier: { field: 'bidMultiplier' }",
			'worker/src/campaigns/duplicate/accountedFields.ts': "'bid_multiplier'",
			'simulator/campaigns/adGroupRules.mts': 'bid_multiplier',
			'test/unit/campaigns/adGroup/createAdGroups.test.mts': 'bidMultiplier',
			'test/contract/campaigns/campaignsChange.test.mts': 'bidMultiplier',
		};
		for (const [file, holds] of Object.entries(places)) {
			expect(page).toContain(`](${file})`);
			expect(read(file)).toContain(holds);
		}
	});
});

describe('a form for an issue', () => {
	const folder = join(root, '.github', 'ISSUE_TEMPLATE');
	const forms = readdirSync(folder).filter((name) => name !== 'config.yml');

	it.each(forms)('%s has what GitHub asks for', (name) => {
		const form = parse(readFileSync(join(folder, name), 'utf8'));
		expect([typeof form.name, typeof form.description]).toEqual(['string', 'string']);
		const known = ['markdown', 'textarea', 'input', 'dropdown', 'checkboxes'];
		const ids = form.body.flatMap(({ id }: { id?: string }) => id ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		for (const { type, attributes } of form.body) {
			expect(known).toContain(type);
			expect(typeof (type === 'markdown' ? attributes.value : attributes.label)).toBe('string');
			if (type === 'dropdown') {
				for (const option of attributes.options) expect(typeof option).toBe('string');
			}
		}
	});
});

describe('the text of a release', () => {
	const changelog =
		'# Changelog\n\n## Unreleased\n\nNew.\n\n## 0.1.0\n\nFirst ([how](docs/install.md#the-package)).\n';

	it('is what the changelog says of the version, with links to its files', () => {
		expect(releaseNotes(changelog, 'Unreleased')).toBe('New.');
		expect(releaseNotes(changelog, '0.1.0')).toBe(
			'First ([how](https://github.com/illixis/n8n-nodes-pinterest-ads/blob/0.1.0/docs/install.md#the-package)).',
		);
	});

	it('of a version that is not there says which are', () => {
		expect(() => releaseNotes(changelog, '0.3.0')).toThrow('It has Unreleased, 0.1.0.');
	});
});
