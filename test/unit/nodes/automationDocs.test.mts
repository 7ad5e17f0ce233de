import { readFileSync } from 'node:fs';
import { operations } from '../../../nodes/PinterestAds/resources/automation/index.ts';

const PAGE = readFileSync('docs/automation.md', 'utf8');

it.each(operations.map(({ name }) => [name]))('docs/automation.md says what %s does', (name) => {
	expect(PAGE.replace(/\s+/g, ' ')).toMatch(new RegExp(`(\\*\\*|## )${name}\\b`));
});
