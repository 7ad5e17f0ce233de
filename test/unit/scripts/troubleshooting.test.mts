import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';

/**
 * docs/troubleshooting.md is found by what somebody has read in n8n. So each message of its table is compared with the
 * texts of the product: what is between two … has to be in one place of one file, in this order.
 */

const sources = ['worker/src/**/*.ts', 'nodes/**/*.ts', 'credentials/*.ts', 'workflows/**/*.mts']
	.flatMap((pattern) => globSync(pattern, { cwd: root }))
	.map((file) => readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'"));

const page = readFileSync(join(root, 'docs', 'troubleshooting.md'), 'utf8');
const [, table = ''] = /<!-- messages -->([\s\S]*)<!-- \/messages -->/.exec(page) ?? [];
const messages = [...table.matchAll(/^\| `(.+?)` \| (.+) \|$/gm)];

/** The longest that stands in a source for one … of a message. */
const LARGEST_GAP = 200;

it('the table of messages has some', () => expect(messages.length).toBeGreaterThan(40));

it.each(messages.map(([, message]) => message))('%s is said by the product', (message) => {
	const parts = message
		.split('…')
		.filter((part) => part.trim() !== '')
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const said = new RegExp(parts.join(`[^]{0,${LARGEST_GAP}}?`));
	expect(sources.some((source) => said.test(source))).toBe(true);
});

it.each(messages.map(([, message, what]) => [message, what]))(
	'%s comes with what to do',
	(_, what) => {
		expect(what.trim()).toMatch(/^\[?[A-Z]/);
	},
);
