import * as worker from '../../../worker/src/index.ts';
import type { Fields } from '../../../worker/src/index.ts';

interface Declared {
	readonly name: string;
	readonly fields: Fields;
}

const inputs = Object.entries(worker as Readonly<Record<string, unknown>>)
	.filter(([name]) => name.endsWith('Input'))
	.flatMap(([name, input]) => withGroups(name, (input as { readonly fields: Fields }).fields));

/** A group's fields speak of each other. */
function withGroups(name: string, fields: Fields): Declared[] {
	const groups = Object.entries(fields).flatMap(([group, { fields: inside }]) =>
		inside ? withGroups(`${name}, ${group}`, inside) : [],
	);
	return [{ name, fields }, ...groups];
}

const all = inputs.flatMap(({ name, fields }) =>
	Object.entries(fields).map(([field, declared]) => ({ name, fields, field, declared })),
);

it('finds the inputs of the tasks, and what the groups in them hold', () => {
	expect(inputs.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['createCampaignInput', 'conversionInput', 'createAdInput, quiz']),
	);
});

it('a field applies with fields of its own input, and with words that they know', () => {
	const wrong = all.flatMap(({ name, fields, field, declared }) =>
		Object.entries(declared.appliesWhen ?? {}).flatMap(([other, words]) => {
			const choices = Object.hasOwn(fields, other) ? fields[other].choices : undefined;
			const unknown = words === 'given' ? [] : words.filter((word) => !choices?.[word]);
			const isThere = Object.hasOwn(fields, other) && unknown.length === 0;
			return isThere ? [] : [`${name}: ${field} with ${other} ${unknown.join(', ')}`];
		}),
	);

	expect(all.filter(({ declared }) => declared.appliesWhen).length).toBeGreaterThan(10);
	expect(wrong).toEqual([]);
});

it('a choice starts with, and is by default, one of its words', () => {
	const wrong = all.flatMap(({ name, field, declared: { choices, preset, byDefault } }) =>
		[preset, byDefault]
			.flat()
			.filter((word) => word !== undefined && choices && !Object.hasOwn(choices, String(word)))
			.map((word) => `${name}: ${field} ${String(word)}`),
	);

	expect(wrong).toEqual([]);
});

it('no two fields of an input have the same label', () => {
	// A launch is given in levels or flat: what is one thing in each has one label.
	const inBothForms = ['Campaign', 'Pin', 'Product Group'].map((one) => `launchInput: ${one}`);
	const twice = inputs.flatMap(({ name, fields }) => {
		const labels = Object.values(fields).map(({ label }) => label);
		return labels.filter((label, n) => labels.indexOf(label) !== n).map((one) => `${name}: ${one}`);
	});

	expect(twice.filter((one) => !inBothForms.includes(one))).toEqual([]);
});
