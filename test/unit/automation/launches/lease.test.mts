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

interface FormField {
	readonly fieldName: string;
	readonly fieldOptions?: { readonly values: ReadonlyArray<{ readonly option: string }> };
}
interface Template {
	readonly settings: { readonly executionTimeout: number };
	readonly nodes: ReadonlyArray<{
		readonly type: string;
		readonly parameters: { readonly formFields?: { readonly values: readonly FormField[] } };
	}>;
}

const file = join(__dirname, '../../../../workflows-templates/campaign-launch.json');
const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
const form = template.nodes.flatMap(({ parameters }) => parameters.formFields?.values ?? []);

it('no launch of the template outlives its claim', () => {
	expect(template.settings.executionTimeout * 1000).toBe(LONGEST_LAUNCH_MS);
	expect(LAUNCH_LEASE_MS).toBeGreaterThan(LONGEST_LAUNCH_MS);
	expect(UNLISTED_MS).toBeGreaterThan(Math.max(...LOOKS_AT_MS));
});

it('every answer of the template’s form is read, and one of them switches on', () => {
	const nothing = JSON.stringify(readLaunchForm({}));
	for (const { fieldName, fieldOptions } of form) {
		const answer = fieldOptions?.values.at(-1)?.option ?? '17';
		expect([fieldName, JSON.stringify(readLaunchForm({ [fieldName]: answer }))]).not.toEqual([
			fieldName,
			nothing,
		]);
	}
	const last = form.find(({ fieldName }) => fieldName === 'when_it_stands');
	expect(last?.fieldOptions?.values.map(({ option }) => option)).toContain(SWITCH_ON);
});
