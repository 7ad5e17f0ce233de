import type { ICredentialTestFunctions } from 'n8n-workflow';
import { PinterestAdsWebhookApi } from '../../../../credentials/PinterestAdsWebhookApi.credentials.ts';
import { PinterestAdsTrigger } from '../../../../nodes/PinterestAdsTrigger/PinterestAdsTrigger.node.ts';

const { methods, description } = new PinterestAdsTrigger();
const { name } = new PinterestAdsWebhookApi();
const tested = async (data?: object) =>
	await methods.credentialTest.testSecret.call(
		{} as ICredentialTestFunctions,
		{ id: '1', name: 'Callers', type: name, data } as never,
	);

it('is the test of the credential of the callers', () => {
	const own = description.credentials?.find((one) => one.name === name);
	expect(own?.testedBy).toBe('testSecret');
});

it.each([
	{ method: 'header', headerName: 'X-Key', headerSecret: 'k-1' },
	{ method: 'bearer', token: 'k-1' },
	{ method: 'basic', user: 'shop', password: 'k-1' },
	{ method: 'signature', signingSecret: 'whsec_example' },
])('is content where there is a secret: %j', async (data) => {
	expect(await tested(data)).toEqual({ status: 'OK', message: expect.any(String) });
});

it.each<[string, object | undefined]>([
	['header name', undefined],
	['header value', { method: 'header', headerName: 'X-Key', headerSecret: '' }],
	['token', { method: 'bearer' }],
	['user', { method: 'basic', password: 'k-1' }],
	['password', { method: 'basic', user: 'shop', password: ' ' }],
	['signing secret', { method: 'signature', signingSecret: '\n' }],
])('says what is missing: %s', async (what, data) => {
	expect(await tested(data)).toEqual({
		status: 'Error',
		message: `Callers cannot be told from strangers: there is no ${what}. Fill it in. It is what callers show.`,
	});
});

it('says what no header can be called', async () => {
	const { status, message } = await tested({
		method: 'header',
		headerName: 'X Key',
		headerSecret: 'k',
	});
	expect(status).toBe('Error');
	expect(message).toMatch(/letters, digits and dashes/);
	expect(message).not.toContain('X Key');
});
