import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { readFixture } from './savedNodes.mts';

/**
 * What an earlier release's form offered can still be opened as it was left: each field is there under its name,
 * of its kind, with its default, its choices, and under no more conditions than before.
 */

/** A field as the earlier form had it. */
interface Kept {
	readonly type: string;
	readonly default: unknown;
	readonly choices?: ReadonlyArray<string | number>;
	/** Of a picker. */
	readonly modes?: readonly string[];
	/** Of a collection. */
	readonly fields?: Readonly<Record<string, Kept>>;
	readonly shownFor?: Readonly<Record<string, string[]>>;
	readonly hiddenFor?: Readonly<Record<string, string[]>>;
}

type Form = Readonly<Record<string, readonly Kept[]>>;

const { description } = new PinterestAds();
const { properties } = description;
const node = { typeVersion: 1 } as INode;

/** The form as n8n shows it where these fields are filled in. */
function shownWith(values: INodeParameters): INodeProperties[] {
	const complete = NodeHelpers.getNodeParameters(
		properties,
		values,
		true,
		false,
		node,
		description,
	);
	return properties.filter((one) =>
		NodeHelpers.displayParameter(complete as INodeParameters, one, node, description),
	);
}

/** The least of other fields' values with which a field was shown, one for each value that allowed it. */
function occasions({ shownFor = {}, hiddenFor = {} }: Kept, form: Form): INodeParameters[] {
	const visible = Object.entries(hiddenFor).map(([other, values]) => [
		other,
		form[other][0].choices?.find((choice) => !values.includes(String(choice))) ?? 'anything',
	]);
	const base = Object.fromEntries(visible) as INodeParameters;
	const pairs = Object.entries(shownFor);
	return pairs.length === 0
		? [base]
		: pairs.flatMap(([varied, values]) =>
				values.map((value) => ({
					...base,
					...Object.fromEntries(pairs.map(([other, [first]]) => [other, first])),
					[varied]: value,
				})),
			);
}

/** What of the field is not as it was; '' for what is. */
function lost(kept: Kept, now: INodeProperties | undefined, name: string): string[] {
	if (now === undefined) return [`${name} is not there`];
	const options = (now.options ?? []) as INodePropertyOptions[];
	const changed = (what: string, was: unknown, is: unknown) =>
		JSON.stringify(was) === JSON.stringify(is)
			? []
			: [`${name}: ${what} was ${JSON.stringify(was)} and is ${JSON.stringify(is)}`];
	const missing = (what: string, were: readonly unknown[] = [], are: readonly unknown[]) =>
		were.filter((one) => !are.includes(one)).map((one) => `${name}: ${what} ${one} is gone`);
	return [
		...changed('the kind', kept.type, now.type),
		...changed('the default', kept.default, now.default),
		...missing(
			'the choice',
			kept.choices,
			options.map(({ value }) => value),
		),
		...missing('the mode', kept.modes, now.modes?.map((mode) => mode.name) ?? []),
		...Object.entries(kept.fields ?? {}).flatMap(([inner, field]) =>
			lost(field, inVersion1((now.options ?? []) as INodeProperties[], inner), `${name}.${inner}`),
		),
	];
}

const inVersion1 = (fields: INodeProperties[], name: string) =>
	fields.find((one) => {
		const version = one.displayOptions?.show?.['@version'];
		return one.name === name && (version === undefined || version.includes(1));
	});

describe.each(['0.1.0'])('the form of release %s', (release) => {
	const { always, ...forms } = readFixture<Record<string, Form>>(`form-${release}.json`);

	it.each(Object.entries({ ...forms, always }))('is still there: %s', (operation, form) => {
		const [resource, action] = operation.split(':');
		const chosen = operation === 'always' ? {} : { resource, ...(action && { operation: action }) };
		const problems = Object.entries(form).flatMap(([name, fields]) =>
			fields.flatMap((kept) =>
				occasions(kept, form).flatMap((values) => {
					const now = shownWith({ ...chosen, ...values }).find((one) => one.name === name);
					return lost(kept, now, `${name} (${JSON.stringify(values)})`);
				}),
			),
		);
		expect(problems).toEqual([]);
	});
});
