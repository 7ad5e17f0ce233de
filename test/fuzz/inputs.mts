import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { prepared } from '../faults/rehearsal.mts';
import type { OfflineNode } from '../faults/offlineNode.mts';
import type { Subject } from '../faults/subjects.mts';
import { holdingsOf } from '../faults/world.mts';
import type { Example } from '../core/outputs/examples.mts';
import { fieldsOf, type FieldPath } from './fields.mts';
import { hostileInItems } from './hostile.mts';
import { problemsOf } from './verdict.mts';

/** How a value comes into a field: typed in, by an expression, or as the whole item that a field of it is taken from. */
type Way = 'fixed' | 'expression' | 'item';

interface Input {
	readonly field: FieldPath;
	readonly value: unknown;
	readonly way: Way;
}

const TAKEN = '={{ $json.hostile }}';

function withInput(example: Example, { field: [name, inside], value, way }: Input): Example {
	const given = (way === 'fixed' ? value : TAKEN) as INodeParameters[string];
	const { parameters = {}, items = [{}], ...rest } = example;
	const held = parameters[name];
	const collection = typeof held === 'object' && held !== null ? held : {};
	return {
		...rest,
		parameters: {
			...parameters,
			[name]:
				inside === undefined ? given : ({ ...collection, [inside]: given } as INodeParameters),
		},
		items: items.map((item, n) =>
			way === 'item' && n === 0
				? ({ ...item, hostile: value, ...nonsense(item, value) } as IDataObject)
				: ({ ...item, hostile: value } as IDataObject),
		),
	};
}

/** Every field of an item in the place of what it was. */
const nonsense = (item: IDataObject, value: unknown) =>
	Object.fromEntries(Object.keys(item).map((key) => [key, value]));

/** What n8n reads itself before the node does; an expression may be anything that somebody writes. */
const isOurs = ({ value, way }: Input) =>
	way !== 'fixed' || !JSON.stringify(value ?? null).includes('"=');

/** Hostile values in each field of an operation's form, one at a time. */
export const hostileInputs = (node: OfflineNode, subject: Subject) =>
	fc.asyncProperty(
		fc
			.record<Input>({
				field: fc.constantFrom(...fieldsOf(subject.operation)),
				value: hostileInItems,
				way: fc.constantFrom<Way>('fixed', 'expression', 'item'),
			})
			.filter(isOurs),
		async (input) => {
			const example = withInput(subject.example, input);
			const { after } = subject.example;
			// What came from the operation before has the value beside it.
			const run = await prepared(node, { ...subject, example }, (item) =>
				after ? { ...item, hostile: input.value as IDataObject } : item,
			);
			const asksAnything = subject.operation === 'api:call';
			// Several items may be given the same name.
			const onlyOnce = (example.items ?? []).length < 2;
			const before = holdingsOf(node.simulator);
			const problems = await problemsOf(node, before, run, { asksAnything, onlyOnce });
			if (problems.length > 0) throw new Error(problems.join('\n'));
		},
	);
