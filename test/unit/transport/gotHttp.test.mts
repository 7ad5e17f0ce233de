import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import { createGotHttp, type GotHttpOptions } from '../../../worker/src/adapters/gotHttp.mts';

const BASE = 'https://api.example.com/v5';
const LIST = { method: 'GET', path: '/ad_accounts?page_size=250' } as const;
const CREATE = { method: 'POST', path: '/ad_accounts/1/campaigns', body: [{ name: 'a' }] } as const;

describe('got as the Http port', () => {
	beforeAll(() => nock.disableNetConnect());
	afterEach(() => {
		expect(nock.pendingMocks()).toEqual([]);
		nock.cleanAll();
	});
	afterAll(() => {
		nock.enableNetConnect();
		nock.restore();
	});

	const http = (options: Partial<GotHttpOptions> = {}) =>
		createGotHttp({ baseUrl: BASE, accessToken: 'pina_one', ...options });
	const signedWith = (token: string) => ({ reqheaders: { authorization: `Bearer ${token}` } });

	it('sends JSON with the token and hands out status, headers and body', async () => {
		nock(BASE, signedWith('pina_one'))
			.post('/ad_accounts/1/campaigns', [{ name: 'a' }])
			.matchHeader('content-type', 'application/json')
			.reply(201, { items: [] }, { 'X-RateLimit-Remaining': '7' });
		expect(await http().send(CREATE)).toMatchObject({
			status: 201,
			headers: { 'x-ratelimit-remaining': '7' },
			body: { items: [] },
		});
	});

	it('follows no redirect: nobody else gets the contacts', async () => {
		nock(BASE)
			.post('/ad_accounts/1/campaigns')
			.reply(307, '', { location: 'https://elsewhere.example.com/' });
		expect((await http().send(CREATE)).status).toBe(307);
	});

	it.each([400, 403, 404, 429, 500, 503])(
		'hands out a %s and does not ask again',
		async (status) => {
			nock(BASE).get(LIST.path).reply(status, { code: 1, message: 'Sorry.' });
			expect(await http().send(LIST)).toMatchObject({ status, body: { message: 'Sorry.' } });
		},
	);

	it.each(['<html></html>', '{"items":[', ''])('hands out %j as text', async (text) => {
		nock(BASE).get(LIST.path).reply(200, text);
		expect((await http().send(LIST)).body).toBe(text);
	});

	it('asks for the token before every request', async () => {
		nock(BASE, signedWith('pina_1')).get(LIST.path).reply(200, {});
		nock(BASE, signedWith('pina_2')).get(LIST.path).reply(200, {});
		let number = 0;
		const port = http({ accessToken: async () => `pina_${++number}` });
		await port.send(LIST);
		await port.send(LIST);
	});

	describe('with a way to renew', () => {
		const renewing = () => {
			let token = 'pina_one';
			let renewals = 0;
			const refresh = async () => {
				renewals++;
				await new Promise((done) => setTimeout(done, 20));
				token = 'pina_two';
			};
			return { port: http({ accessToken: () => token, refresh }), renewals: () => renewals };
		};

		it('renews once for parallel requests and repeats each once', async () => {
			nock(BASE, signedWith('pina_one')).get(LIST.path).times(4).reply(401, { code: 2 });
			nock(BASE, signedWith('pina_two')).get(LIST.path).times(4).reply(200, {});
			const { port, renewals } = renewing();
			const answers = await Promise.all([1, 2, 3, 4].map(() => port.send(LIST)));
			expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
			expect(renewals()).toBe(1);
		});

		it('hands out a 401 that stays', async () => {
			nock(BASE).get(LIST.path).twice().reply(401, { code: 2 });
			const { port, renewals } = renewing();
			expect(await port.send(LIST)).toMatchObject({ status: 401, body: { code: 2 } });
			expect(renewals()).toBe(1);
		});

		it('does not renew for a missing scope', async () => {
			nock(BASE).get(LIST.path).reply(401, { code: 3 });
			const { port, renewals } = renewing();
			expect((await port.send(LIST)).status).toBe(401);
			expect(renewals()).toBe(0);
		});
	});
});

describe('got on a socket that goes wrong', () => {
	type Handler = (request: IncomingMessage, response: ServerResponse) => void;
	let handler: Handler;
	const server = createServer((request, response) => handler(request, response));
	const port = () => (server.address() as AddressInfo).port;
	const http = (timeoutMs?: number) =>
		createGotHttp({ baseUrl: `http://127.0.0.1:${port()}/v5`, accessToken: 'pina_x', timeoutMs });

	beforeAll(async () => {
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	});
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
	});

	it('keeps a connection for the next request', async () => {
		const ports = new Set<number | undefined>();
		handler = ({ socket }, response) => {
			ports.add(socket.remotePort);
			response.end('{}');
		};
		const client = http();
		await client.send(LIST);
		await client.send(LIST);
		expect(ports.size).toBe(1);
	});

	const breaks: Array<[string, Handler, string]> = [
		['a cut connection', (request) => request.socket.destroy(), 'no-answer'],
		[
			'an answer that breaks off',
			(request, response) => {
				response.writeHead(200, { 'content-length': '100' });
				response.write('{"items":[');
				setTimeout(() => request.socket.destroy(), 20);
			},
			'no-answer',
		],
		['a server that hangs', () => undefined, 'no-answer'],
	];
	it.each(breaks)('calls %s unanswered', async (_, goesWrong, fault) => {
		handler = goesWrong;
		const error = await http(200)
			.send(CREATE)
			.catch((thrown: Error) => thrown);
		expect(error).toMatchObject({ name: 'TransportFault', fault });
		expect(JSON.stringify({ ...error, text: String(error) })).not.toContain('pina_x');
	});

	it.each(['http://127.0.0.1:1/v5', 'http://pinterest.invalid/v5'])(
		'calls a request to %s not sent',
		async (baseUrl) => {
			const client = createGotHttp({ baseUrl, accessToken: 'pina_x' });
			await expect(client.send(CREATE)).rejects.toMatchObject({ fault: 'not-sent' });
		},
	);

	it('stops when it is told to', async () => {
		const controller = new AbortController();
		handler = () => controller.abort();
		const sent = http().send({ ...CREATE, signal: controller.signal });
		await expect(sent).rejects.toMatchObject({ fault: 'cancelled' });
	});
});
