import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	LAUNCH_LEASE_MS,
	LONGEST_LAUNCH_MS,
	UNLISTED_MS,
} from '../../../../worker/src/automation/launches/lease.ts';
import {
	readLaunchForm,
	SWITCH_ON,
} from '../../../../worker/src/automation/launches/launchForm.ts';
import { LOOKS_AT_MS } from '../../../../worker/src/delivery/lookAgain.ts';
import { detailsOf } from './form/somebody.mts';

interface Template {
	readonly settings: { readonly executionTimeout: number };
}

const file = join(__dirname, '../../../../workflows-templates/campaign-launch.json');
const template = JSON.parse(readFileSync(file, 'utf8')) as Template;

it('no launch of the template outlives its claim', () => {
	expect(template.settings.executionTimeout * 1000).toBe(LONGEST_LAUNCH_MS);
	expect(LAUNCH_LEASE_MS).toBeGreaterThan(LONGEST_LAUNCH_MS);
	expect(UNLISTED_MS).toBeGreaterThan(Math.max(...LOOKS_AT_MS));
});

/** Of the one page that the form had in 0.1.0, copies of which are in use. */
const ONE_PAGE = [
	...['campaign_name', 'objective', 'daily_budget', 'bid', 'audience', 'countries', 'pin_ids'],
	...['destination_url', 'keywords', 'when_it_stands', 'ad_account_id', 'product_group_ids'],
];

it('every answer of the form’s earlier one page is read, and one of them switches on', () => {
	const nothing = JSON.stringify(readLaunchForm({}));
	for (const name of ONE_PAGE) {
		const answer = name === 'when_it_stands' ? SWITCH_ON : '17';
		const read = JSON.stringify(readLaunchForm({ [name]: answer }));
		expect([name, read]).not.toEqual([name, nothing]);
	}
});

it('the template asks for nothing of the details that they do not have', () => {
	const pattern = /\$\('Read the details'\)\.first\(\)\.json\.(\w+)/g;
	const asked = [...JSON.stringify(template).matchAll(pattern)].map(([, field]) => field);
	expect(asked.length).toBeGreaterThan(20);
	expect(Object.keys(detailsOf({}))).toEqual(expect.arrayContaining(asked));
});
