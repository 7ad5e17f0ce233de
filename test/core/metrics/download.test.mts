import type { ServerResponse } from 'node:http';
import { createContext } from '../../../nodes/PinterestAds/transport/context.ts';
import type { Download } from '../../../worker/src/port/index.ts';
import { DownloadServer } from '../../unit/transport/downloadServer.mts';
import { CredentialStore, executeFunctions } from '../harness.mts';

const text = async ({ body }: Download) => {
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
};

describe.each(['pinterestAdsApi', 'pinterestAdsOAuth2Api'] as const)(
	'n8n’s request helper as a way to files, with %s',
	(type) => {
		const server = new DownloadServer();
		beforeEach(async () => await server.listen());
		afterEach(async () => await server.close());

		const download = async (signal?: AbortSignal) => {
			const store = new CredentialStore();
			const credential = store.add(type, {
				environment: 'custom',
				apiBaseUrl: 'http://127.0.0.1:9/v5',
				accessToken: 'access-1',
				oauthTokenData: { access_token: 'access-1', token_type: 'bearer' },
			});
			const { http } = await createContext(executeFunctions({ store, credential, signal }));
			return await http.download!(server.url, signal);
		};

		it('reads a file in pieces, without the token', async () => {
			const whole = JSON.stringify({ 1: Array.from({ length: 50_000 }, (_, N) => ({ N })) });
			server.onGet = (response) => response.end(whole);
			const file = await download();
			expect(file.status).toBe(200);
			expect(await text(file)).toBe(whole);
			expect(server.seen).toHaveLength(1);
			expect(server.seen[0].url).toBe('/file?expires=1&signature=a%2Bb');
			expect(server.seen[0].headers).not.toHaveProperty('authorization');
			expect(JSON.stringify(server.seen)).not.toContain('access-1');
		});

		it('hands out the first piece while the rest is on its way', async () => {
			let rest: ServerResponse | undefined;
			server.onGet = (response) => {
				rest = response;
				response.write('first');
			};
			const pieces = (await download()).body[Symbol.asyncIterator]();
			expect(Buffer.from((await pieces.next()).value as Uint8Array).toString()).toBe('first');
			rest?.end('second');
			expect(Buffer.from((await pieces.next()).value as Uint8Array).toString()).toBe('second');
			expect((await pieces.next()).done).toBe(true);
		});

		it.each([403, 404, 500, 302])('hands out a %s, without its body', async (status) => {
			server.onGet = (response) => {
				response.writeHead(status, { location: `${server.url}&elsewhere` });
				response.end('<Error/>');
			};
			const file = await download();
			expect(file.status).toBe(status);
			expect(await text(file)).toBe('');
			expect(server.seen).toHaveLength(1);
		});

		it('says that a file broke off', async () => {
			server.onGet = (response) => {
				response.writeHead(200, { 'content-length': '100' });
				response.write('half', () => setTimeout(() => response.socket?.destroy(), 20));
			};
			await expect(text(await download())).rejects.toMatchObject({
				name: 'TransportFault',
				fault: 'no-answer',
			});
		});

		it('says that there is nobody', async () => {
			await server.close();
			await expect(download()).rejects.toMatchObject({ fault: 'not-sent' });
			await server.listen();
		});

		it('stops with the execution', async () => {
			const controller = new AbortController();
			server.onGet = (response) => void response.write('half');
			const file = await download(controller.signal);
			setTimeout(() => controller.abort(), 20);
			await expect(text(file)).rejects.toMatchObject({ fault: 'cancelled' });
		});
	},
);

it.each([
	['sandbox', '', true],
	['custom', 'https://api-sandbox.pinterest.com/v5/', true],
	['custom', 'http://127.0.0.1:9/v5', false],
	['production', '', false],
])('knows whether it is the sandbox, which has no reports: %s %s', async (...given) => {
	const [environment, apiBaseUrl, expected] = given;
	const store = new CredentialStore();
	const fields = { environment, apiBaseUrl, accessToken: 'access-1' };
	const credential = store.add('pinterestAdsApi', fields);
	const { sandbox } = await createContext(executeFunctions({ store, credential }));
	expect(sandbox).toBe(expected);
});
