import { createGotHttp } from '../../../worker/src/adapters/gotHttp.mts';
import { DownloadServer } from './downloadServer.mts';

const server = new DownloadServer();
beforeEach(async () => await server.listen());
afterEach(async () => await server.close());

const download = async (signal?: AbortSignal) =>
	await createGotHttp({ baseUrl: 'http://127.0.0.1:9/v5', accessToken: 'pina_one' }).download!(
		server.url,
		signal,
	);
const read = async (signal?: AbortSignal) => {
	const { status, body } = await download(signal);
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) chunks.push(chunk);
	return [status, Buffer.concat(chunks).toString()];
};

it('reads a file without the token', async () => {
	const whole = 'x'.repeat(3_000_000);
	server.onGet = (response) => response.end(whole);
	expect(await read()).toEqual([200, whole]);
	expect(server.seen[0].headers).not.toHaveProperty('authorization');
	expect(JSON.stringify(server.seen)).not.toContain('pina_one');
});

it.each([403, 500, 302])('hands out a %s, without its body', async (status) => {
	server.onGet = (response) => {
		response.writeHead(status, { location: `${server.url}&elsewhere` });
		response.end('<Error/>');
	};
	expect(await read()).toEqual([status, '']);
	expect(server.seen).toHaveLength(1);
});

it('says that a file broke off', async () => {
	server.onGet = (response) => {
		response.writeHead(200, { 'content-length': '100' });
		response.write('half', () => setTimeout(() => response.socket?.destroy(), 20));
	};
	await expect(read()).rejects.toMatchObject({ name: 'TransportFault', fault: 'no-answer' });
});

it('says that there is nobody', async () => {
	await server.close();
	await expect(read()).rejects.toMatchObject({ fault: 'not-sent' });
	await server.listen();
});

it('stops when it is cancelled', async () => {
	const controller = new AbortController();
	server.onGet = (response) => {
		response.write('half');
		controller.abort();
	};
	await expect(read(controller.signal)).rejects.toMatchObject({ fault: 'cancelled' });
});
