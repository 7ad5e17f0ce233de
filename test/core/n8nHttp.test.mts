import type { ServerResponse } from 'node:http';
import { createContext } from '../../nodes/PinterestAds/transport/context.ts';
import { createN8nHttp } from '../../nodes/PinterestAds/transport/n8nHttp.ts';
import { FakeApi, send } from './fakeApi.mts';
import {
	CredentialStore,
	executeFunctions,
	pickerFunctions,
	pollFunctions,
	type CredentialTypeName,
} from './harness.mts';

const GET = { method: 'GET', path: '/ad_accounts' } as const;
const POST = { method: 'POST', path: '/ad_accounts/1/campaigns', body: [{ name: 'a' }] } as const;

function drip(response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(timer));
}

describe.each(['pinterestAdsApi', 'pinterestAdsOAuth2Api'] as const)(
	'n8n’s request helper as the Http port, with %s',
	(type) => {
		let api: FakeApi;

		beforeEach(async () => {
			api = new FakeApi();
			await api.listen();
		});
		afterEach(async () => await api.close());

		function functionsFor(apiBaseUrl = api.baseUrl, signal?: AbortSignal) {
			const store = new CredentialStore();
			const credential = store.add(type, {
				environment: 'custom',
				apiBaseUrl,
				accessToken: 'access-1',
				oauthTokenData: { access_token: 'access-1', token_type: 'bearer' },
			});
			return executeFunctions({ store, credential, signal });
		}

		const http = async (timeoutMs?: number) =>
			await createN8nHttp(functionsFor(), type, { timeoutMs });

		it('sends JSON as it is, and nothing for an empty body', async () => {
			api.onCall = (response) => send(response, 201, { items: [] });
			const port = await http();
			expect((await port.send(POST)).status).toBe(201);
			await port.send({ method: 'POST', path: '/oauth/conversion_token', body: {} });
			expect(api.seen.map(({ method, body }) => [method, body])).toEqual([
				['POST', '[{"name":"a"}]'],
				['POST', ''],
			]);
			expect(api.seen[0].headers['content-type']).toBe('application/json');
		});

		it('keeps the query as it was encoded', async () => {
			const path =
				'/ad_accounts/1/campaigns?entity_statuses=ACTIVE&entity_statuses=PAUSED&q=a%2Cb,c';
			await (await http()).send({ method: 'GET', path });
			expect(api.seen[0].path).toBe(path);
		});

		it('follows no redirect: nobody else gets the contacts', async () => {
			api.onCall = (response) => {
				response.writeHead(307, { location: `${api.baseUrl}/elsewhere` });
				response.end();
			};
			expect((await (await http()).send(POST)).status).toBe(307);
			expect(api.seen).toHaveLength(1);
		});

		it('ends an answer that comes byte by byte and is never silent', async () => {
			api.onCall = drip;
			const port = await createN8nHttp(functionsFor(), type, { totalMs: 300 });
			await expect(port.send(GET)).rejects.toMatchObject({
				...{ name: 'TransportFault', fault: 'no-answer' },
				message: 'no whole answer in 0.3 seconds',
			});
		});

		it('still tells that apart from being cancelled', async () => {
			const controller = new AbortController();
			api.onCall = (response) => {
				drip(response);
				controller.abort();
			};
			const port = await createN8nHttp(functionsFor(), type, { totalMs: 60_000 });
			const sent = port.send({ ...GET, signal: controller.signal });
			await expect(sent).rejects.toMatchObject({ fault: 'cancelled' });
		});

		it('ends the file of a report that drips', async () => {
			const port = await createN8nHttp(functionsFor(), type, { downloadTotalMs: 300 });
			api.onAny = drip;
			const { body } = await port.download!(`${api.baseUrl}/file`);
			await expect(Array.fromAsync(body)).rejects.toMatchObject({ fault: 'no-answer' });
		});

		it.each([400, 403, 404, 409, 422, 500, 503])('hands out a %s with its body', async (status) => {
			api.onCall = (response) => send(response, status, { code: 1, message: 'Sorry.' });
			expect(await (await http()).send(POST)).toMatchObject({
				status,
				body: { code: 1, message: 'Sorry.' },
			});
			expect(api.seen).toHaveLength(1);
		});

		it('hands out the headers of a 429, in lower case', async () => {
			api.onCall = (response) => {
				response.setHeader('X-RateLimit-Limit', '400, 400;w=60;name="ads_write"');
				response.setHeader('X-RateLimit-Reset', '17');
				response.setHeader('Retry-After', '18');
				send(response, 429, { code: 8, message: 'Slow down.' });
			};
			expect((await (await http()).send(GET)).headers).toMatchObject({
				'x-ratelimit-limit': '400, 400;w=60;name="ads_write"',
				'x-ratelimit-reset': '17',
				'retry-after': '18',
			});
		});

		it.each([
			['an HTML page', '<html><body>Bad gateway</body></html>'],
			['JSON that was cut short', '{"items":[{"id":"1"'],
		])('hands out %s as text', async (_, text) => {
			api.onCall = (response) => {
				response.setHeader('content-type', 'application/json');
				response.end(text);
			};
			expect((await (await http()).send(GET)).body).toBe(text);
		});

		it('keeps ids that are longer than a number', async () => {
			api.onCall = (response) => send(response, 200, { id: '900719925474099312' });
			expect((await (await http()).send(GET)).body).toEqual({ id: '900719925474099312' });
		});

		it('calls a refused connection not sent', async () => {
			const { baseUrl } = api;
			await api.close();
			const port = await createN8nHttp(functionsFor(baseUrl), type);
			await expect(port.send(POST)).rejects.toMatchObject({
				name: 'TransportFault',
				fault: 'not-sent',
			});
			await api.listen();
		});

		it('calls an unknown host not sent', async () => {
			const port = await createN8nHttp(functionsFor('http://pinterest.invalid/v5'), type);
			await expect(port.send(POST)).rejects.toMatchObject({ fault: 'not-sent' });
		});

		it('calls a cut connection unanswered', async () => {
			api.onCall = (response) => response.socket?.destroy();
			await expect((await http()).send(POST)).rejects.toMatchObject({ fault: 'no-answer' });
		});

		it('calls an answer that breaks off unanswered', async () => {
			api.onCall = (response) => {
				response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
				response.write('{"items":[');
				setTimeout(() => response.socket?.destroy(), 30);
			};
			await expect((await http()).send(POST)).rejects.toMatchObject({ fault: 'no-answer' });
		});

		it('calls a server that hangs unanswered, and says nothing of the token', async () => {
			api.onCall = () => undefined;
			const fault = await (await http(150)).send(POST).catch((error: Error) => error);
			expect(fault).toMatchObject({ name: 'TransportFault', fault: 'no-answer' });
			expect(JSON.stringify({ ...fault, text: String(fault) })).not.toMatch(/access-1/);
		});

		it('stops with the execution, in the middle of a request', async () => {
			const controller = new AbortController();
			const functions = functionsFor(api.baseUrl, controller.signal);
			const context = await createContext(functions);
			api.onCall = () => controller.abort();
			const sent = context.http.send({ ...POST, signal: context.signal });
			await expect(sent).rejects.toMatchObject({ fault: 'cancelled' });
		});

		it('stops with the execution, in the middle of a wait', async () => {
			const controller = new AbortController();
			const context = await createContext(functionsFor(api.baseUrl, controller.signal));
			const waiting = context.clock.sleep(60_000, context.signal);
			setTimeout(() => controller.abort(), 20);
			await expect(waiting).rejects.toMatchObject({ fault: 'cancelled' });
		});

		it('does not follow to another host, with or without the token', async () => {
			const other = new FakeApi();
			await other.listen();
			api.onCall = (response) => {
				response.writeHead(302, { location: `${other.baseUrl}/elsewhere` });
				response.end();
			};
			expect((await (await http()).send(GET)).status).toBe(302);
			await other.close();
			expect(other.seen).toHaveLength(0);
		});
	},
);

describe.each([
	['a picker', pickerFunctions],
	['a polling trigger', pollFunctions],
])('%s', (_, functionsOf) => {
	let api: FakeApi;

	beforeEach(async () => {
		api = new FakeApi();
		await api.listen();
	});
	afterEach(async () => await api.close());

	const contextFor = async (type: CredentialTypeName) => {
		const store = new CredentialStore();
		const credential = store.add(type, {
			environment: 'custom',
			apiBaseUrl: api.baseUrl,
			accessToken: 'access-1',
			oauthTokenData: { access_token: 'access-1', token_type: 'bearer' },
		});
		return await createContext(functionsOf({ store, credential }));
	};

	it.each(['pinterestAdsApi', 'pinterestAdsOAuth2Api'] as const)(
		'reaches Pinterest with %s, whichever the form says',
		async (type) => {
			const { http } = await contextFor(type);
			expect(await http.send(GET)).toMatchObject({ status: 200, body: { items: [{}] } });
		},
	);

	it('can be stopped, though n8n has no signal for it', async () => {
		const { http } = await contextFor('pinterestAdsApi');
		const controller = new AbortController();
		api.onCall = () => controller.abort();
		const sent = http.send({ ...GET, signal: controller.signal });
		await expect(sent).rejects.toMatchObject({ fault: 'cancelled' });
	});
});
