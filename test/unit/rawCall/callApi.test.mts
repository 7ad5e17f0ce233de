import { callApi, type ApiCall } from '../../../worker/src/index.ts';
import { fakeContext, json } from '../client/fakePorts.mts';

const answered = async (body: unknown, input: ApiCall = { path: '/pins' }, status = 200) => {
	const { context, requests } = fakeContext([json(body, status)]);
	return { requests, ...(await callApi(context, input)) };
};

it('hides secrets, wherever they are, and leaves the tokens of reports', async () => {
	const { records } = await answered({
		items: [{ cryptographic_key: 'abc', id: '5', nested: { partner_access_token: 'pina_x' } }],
		access_token: 'pina_secret',
		password: null,
		token: 'report-5',
	});
	expect(records).toEqual([
		{
			items: [
				{ cryptographic_key: '[hidden]', id: '5', nested: { partner_access_token: '[hidden]' } },
			],
			access_token: '[hidden]',
			password: null,
			token: 'report-5',
		},
	]);
});

it('an answer without a body says that it was done', async () => {
	const input: ApiCall = { path: '/pins/5', method: 'DELETE', unsafe: true };
	expect((await answered('', input, 204)).records).toEqual([{ success: true }]);
});

it('a bare list is a record for each element, and a text has a name', async () => {
	expect((await answered([{ id: '5' }, 'sofa'])).records).toEqual([{ id: '5' }, { value: 'sofa' }]);
	const elements = await answered(['sofa'], { path: '/terms/suggested', answer: 'elements' });
	expect(elements.records).toEqual([{ value: 'sofa' }]);
});

it('writes the query as an address wants it', async () => {
	const query = { a: 'x&y=z', b: ['1', '2 3'], c: true, d: null, e: '' };
	const { requests } = await answered({}, { path: '/pins', query });
	expect(requests[0].path).toBe('/pins?a=x%26y%3Dz&b=1&b=2%203&c=true');
});

it.each([
	[{ path: '/pins', query: { 'a&b': '1' } }, /Query Parameters: holds a name/],
	[{ path: '/pins', query: { a: { b: 1 } } }, /Query Parameters/],
	[{ path: '/pins', query: 'a=1' }, /Query Parameters: must be JSON/],
	[{ path: '/pins', body: { a: 1 } }, /Body: must be empty/],
	[{ path: '/pins', method: 'POST', unsafe: true, body: '5' }, /Body: must be an object/],
	[{ path: '/pins', method: 'PUT' }, /Method: must be one of/],
	[{ path: '/pins', method: 'POST', unsafe: false }, /May Change Something: has to be switched on/],
	[{ path: '/pins', answer: 'elements', mostElements: 0 }, /Most Elements: must be at least 1/],
	[{ path: 'https://evil.example.com' }, /Path: must be a path/],
	[{}, /Path: is missing/],
])('refuses %j before anything is sent', async (input, message) => {
	const { context, requests } = fakeContext([json({})]);
	const calling = callApi(context, input as never as ApiCall);
	await expect(calling).rejects.toMatchObject({
		kind: 'invalid',
		message: expect.stringMatching(message),
	});
	expect(requests).toEqual([]);
});
