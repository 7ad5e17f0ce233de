import { readFileSync } from 'node:fs';
import { OPERATIONS } from '../../../nodes/PinterestAdsAutomation/operations.ts';

const PAGE = readFileSync('docs/automation.md', 'utf8');

it.each(OPERATIONS.map(({ name }) => [name]))('docs/automation.md says what %s does', (name) => {
	expect(PAGE.replace(/\s+/g, ' ')).toMatch(new RegExp(`(\\*\\*|## )${name}\\b`));
});
