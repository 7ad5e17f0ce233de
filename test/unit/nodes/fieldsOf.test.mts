import type { INodeProperties } from 'n8n-workflow';
import { fieldsOf } from '../../../nodes/PinterestAds/form/operations.ts';

const field = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	...{ displayName: name, name, type: 'string', default: '', ...more },
});
const form = (value: string, ...properties: INodeProperties[]) => ({ value, properties });

/** Each as its name, and the operations that show it. */
const laidOut = (...forms: Array<ReturnType<typeof form>>) =>
	fieldsOf(forms).map(({ name, displayOptions }) => [name, displayOptions?.show?.operation]);

describe('the fields of several operations', () => {
	it('are one where operations ask for the same', () => {
		const [account, name] = [field('account'), field('name')];
		expect(laidOut(form('create', account, name), form('get', account))).toEqual([
			['account', ['create', 'get']],
			['name', ['create']],
		]);
	});

	it.each([
		['words', { description: 'Another' }],
		['default', { default: 'x' }],
		['condition', { displayOptions: { show: { name: ['x'] } } }],
	])('are two where they differ in their %s', (_what, more) => {
		expect(laidOut(form('create', field('name')), form('get', field('name', more)))).toEqual([
			['name', ['get']],
			['name', ['create']],
		]);
	});

	it('stay in the order of each form, and are two where the forms have another order', () => {
		const [a, b, c] = [field('a'), field('b'), field('c')];
		expect(laidOut(form('one', a, b, c), form('other', c, a))).toEqual([
			['a', ['one']],
			['b', ['one']],
			['c', ['one', 'other']],
			['a', ['other']],
		]);
	});

	it('are shown for the operation before anything else, and keep their own conditions', () => {
		const conditional = field('limit', {
			displayOptions: { show: { returnAll: [false] }, hide: { level: [''] } },
		});
		expect(fieldsOf([form('getMany', conditional)], { resource: ['ad'] })).toEqual([
			{
				...conditional,
				displayOptions: {
					show: { resource: ['ad'], operation: ['getMany'], returnAll: [false] },
					hide: { level: [''] },
				},
			},
		]);
	});
});
