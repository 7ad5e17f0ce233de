import type { INodeTypeDescription } from 'n8n-workflow';
import { checkParameters } from '../../../scripts/package-checks/parameter-checks.mts';

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
			options: [
				{ displayName: 'Note', name: 'note', type: 'string', default: '' },
				{ displayName: 'Loud', name: 'loud', type: 'boolean', default: false },
				{
					displayName: 'Later',
					name: 'later',
					type: 'string',
					default: '',
					displayOptions: { show: { '@version': [{ _cnd: { gte: 2 } }] } },
				},
			],
			displayOptions: only('create'),
		},
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			options: [
				{
					displayName: 'Field',
					name: 'field',
					values: [
						{ displayName: 'Key', name: 'key', type: 'string', default: '' },
						{
							displayName: 'Kind',
							name: 'kind',
							type: 'options',
							options: [{ name: 'Text', value: 'text' }],
							default: 'text',
						},
					],
				},
			],
		},
		{
			displayName: 'Table',
			name: 'table',
			type: 'resourceLocator',
			default: { mode: 'id', value: '' },
			modes: [
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					validation: [
						{ type: 'regex', properties: { regex: '[0-9]*', errorMessage: 'Not a valid ID' } },
					],
				},
			],
		},
	],
} as unknown as INodeTypeDescription;

const problems = (parameters: Record<string, string | object>) =>
	checkParameters({ name: 'A node', typeVersion: 1, parameters: parameters as never }, description);

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

	it('names what is wrong inside of a list and of an option', () => {
		const fields = (field: object) => problems({ fields: { field: [{ key: 'a' }, field] } });
		expect(fields({ key: 'b', kind: 'text' })).toEqual([]);
		expect(fields({ key: 'b', kind: 'number' })).toEqual([
			expect.stringContaining('chooses number for kind'),
		]);
		expect(fields({ kay: 'b' })).toEqual([expect.stringContaining('fields.field.kay')]);
		expect(problems({ fields: { fild: [] } })).toEqual([expect.stringContaining('fields.fild')]);
		expect(problems({ operation: 'create', name: 'x', options: { loud: 'yes' } })).toEqual([
			expect.stringContaining('has a string for loud, which is a boolean'),
		]);
	});

	it('names what another version of the node has', () => {
		expect(problems({ operation: 'create', name: 'x', options: { later: 'y' } })).toEqual([
			expect.stringContaining('options.later'),
		]);
	});

	it('names what n8n itself refuses', () => {
		const table = (mode: string, value: string) => problems({ table: { __rl: true, mode, value } });
		expect(table('id', '12')).toEqual([]);
		expect(table('id', 'abc')).toEqual([expect.stringContaining('Not a valid ID')]);
		expect(table('name', 'abc')).toEqual([expect.stringContaining('chooses table by name')]);
	});
});
