import type { INodeType } from 'n8n-workflow';
import { CredentialStore, executeFunctions } from './harness.mts';
import { FieldValues } from '../../nodes/PinterestAds/fieldValues.ts';

const ITEMS = [
	{
		email: 'ada@example.com',
		count: 0,
		yes: false,
		nothing: null,
		blank: '',
		'first name': 'Ada',
		$id: 'a1',
		customer: { city: { name: 'London' }, tags: ['new', 'vip'] },
		lines: [{ sku: 'one', quantity: 2 }],
		text: '={{ 1 + 1 }}',
	},
	{ email: 'grace@example.com', customer: 'Grace' },
	{},
];

/** What dragging a field of the item into the form writes, by hand or by n8n. */
const REFERENCES = [
	'={{ $json }}',
	'={{$json.email}}',
	'={{ $json.count }}',
	'={{ $json.yes }}',
	'={{ $json.nothing }}',
	'={{ $json.blank }}',
	'={{ $json.$id }}',
	'={{ $json["first name"] }}',
	"={{ $json['first name'] }}",
	'={{ $json.text }}',
	'={{ $json.lines }}',
];

/** Some other expressions, and references to what is not in every item. */
const OTHERS = [
	'={{ $json.lines[0] }}',
	'={{ $json.lines.length }}',
	'={{ $json.customer.city.name }}',
	'={{ $json.customer.tags[1] }}',
	'={{ $json.customer?.city?.name }}',
	'={{ $json.email.length }}',
	'={{ $json.email.toUpperCase() }}',
	'={{ $json.email ?? "none" }}',
	'=Mail: {{ $json.email }}',
	'={{ $json.email }}{{ $json.count }}',
	'={{ $json.email }} ',
	'={{ $json.toString }}',
	'={{ $jsonx }}',
	'={{ $json["em" + "ail"] }}',
	'={{ $itemIndex }}',
	'={{ "$json.email" }}',
	'=',
];

const FIXED = ['plain', '', '{{ $json.email }}', ' ={{ $json.email }}'];

const text = (name: string) => ({ displayName: name, name, type: 'string', default: '' });

const NODE = {
	description: {
		displayName: 'Fields',
		name: 'fields',
		group: [],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			text('field'),
			{
				...text('options'),
				type: 'collection',
				default: {},
				options: [text('field'), text('fixed')],
			},
		],
	},
} as unknown as INodeType;

function fieldsOf(parameters: Record<string, string | object>) {
	const store = new CredentialStore();
	const functions = executeFunctions(
		{ store, items: ITEMS as never, parameters: parameters as never },
		NODE,
	);
	const evaluated = jest.spyOn(functions, 'getNodeParameter');
	return { functions, evaluated, values: new FieldValues(functions) };
}

const valuesOf = (read: (item: number) => unknown) =>
	ITEMS.map((_, item) => outcome(() => read(item)));

function outcome(read: () => unknown): unknown {
	try {
		return read();
	} catch (error) {
		return `throws: ${(error as Error).message}`;
	}
}

it.each([...REFERENCES, ...OTHERS, ...FIXED])('gives for %s what n8n gives', (field) => {
	const { functions, values } = fieldsOf({ field });
	const expected = valuesOf((item) => functions.getNodeParameter('field', item, 'absent'));
	expect(valuesOf((item) => values.value('field', item, 'absent'))).toEqual(expected);
});

it.each([...REFERENCES, ...OTHERS])('gives for %s inside a collection what n8n gives', (field) => {
	const { functions, values } = fieldsOf({ options: { field, fixed: 'same' } });
	const expected = valuesOf((item) => functions.getNodeParameter('options', item, {}));
	expect(valuesOf((item) => values.value('options', item, {}))).toEqual(expected);
});

it.each(REFERENCES)('has n8n evaluate %s for no item', (field) => {
	const { evaluated, values } = fieldsOf({ options: { field, fixed: 'same' } });
	valuesOf((item) => values.value('options', item, {}));
	expect(evaluated.mock.calls).toEqual([['options', 0, {}, { rawExpressions: true }]]);
});

it('asks for a fixed value once', () => {
	const { evaluated, values } = fieldsOf({ field: 'plain' });
	expect(valuesOf((item) => values.value('field', item, ''))).toEqual(['plain', 'plain', 'plain']);
	expect(evaluated).toHaveBeenCalledTimes(2);
});

it('gives the value for a hidden field where it is hidden', () => {
	const { values } = fieldsOf({});
	expect(valuesOf((item) => values.value('hidden', item, 'absent'))).toEqual(
		ITEMS.map(() => 'absent'),
	);
});
