import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A store of one file, on a real socket. */
export class DownloadServer {
	seen: Array<Pick<IncomingMessage, 'url' | 'headers'>> = [];
	onGet: (response: ServerResponse) => void = (response) => response.end();
	private port = 0;
	private server = createServer();

	async listen(): Promise<void> {
		this.seen = [];
		this.server = createServer(({ url, headers }, response) => {
			this.seen.push({ url, headers });
			this.onGet(response);
		});
		await new Promise<void>((done) => this.server.listen(this.port, '127.0.0.1', done));
		this.port = (this.server.address() as AddressInfo).port;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((done) => this.server.close(done));
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}/file?expires=1&signature=a%2Bb`;
	}
}
