import type { INodeTypeDescription } from 'n8n-workflow';
import { checkParameters } from '../../../scripts/parameter-checks.mts';

const only = (operation: string) => ({ show: { operation: [operation] } });
const description = {
	version: 1,
	properties: [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			options: [
				{ name: 'Create', value: 'create' },
				{ name: 'Get', value: 'get' },
			],
			default: 'get',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			displayOptions: only('create'),
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			default: {},
			options: [{ displayName: 'Note', name: 'note', type: 'string', default: '' }],
			displayOptions: only('create'),
		},
	],
} as unknown as INodeTypeDescription;

const problems = (parameters: Record<string, string | object>) =>
	checkParameters({ name: 'A node', parameters: parameters as never }, description);

describe('checkParameters', () => {
	it('finds nothing wrong with a node that fits its type', () => {
		expect(problems({ operation: 'create', name: 'x', options: { note: 'y' } })).toEqual([]);
		expect(problems({ operation: 'create', name: '={{ $json.name }}' })).toEqual([]);
		expect(problems({})).toEqual([]);
	});

	it('names a parameter of another operation', () => {
		expect(problems({ operation: 'get', name: 'x' })).toEqual([
			expect.stringContaining('sets name'),
		]);
	});

	it('names a required parameter that is left out', () => {
		expect(problems({ operation: 'create' })).toEqual([expect.stringContaining('leaves out name')]);
	});

	it('names a choice and an option that do not exist', () => {
		expect(problems({ operation: 'remove' })).toEqual([expect.stringContaining('chooses remove')]);
		expect(problems({ operation: 'create', name: 'x', options: { nota: '' } })).toEqual([
			expect.stringContaining('options.nota'),
		]);
	});
});
