import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const FEED = `<rss version="2.0"><channel><title>News</title><item><title>One</title>
	<link>http://example.com/1</link><pubDate>Mon, 02 Nov 2026 06:00:00 GMT</pubDate></item></channel></rss>`;

/** Somebody else's server, which answers with a feed and the status that it is told to. */
export class OthersServer {
	status = 200;
	asked = 0;
	private readonly server: Server;

	private constructor() {
		this.server = createServer((request, response) => {
			this.asked += 1;
			// A path of digits is the status to answer with.
			const status = Number(request.url?.slice(1)) || this.status;
			response.writeHead(status, { 'content-type': 'application/xml' }).end(FEED);
		});
	}

	static async start(): Promise<OthersServer> {
		const others = new OthersServer();
		others.server.listen(0, '127.0.0.1');
		await once(others.server, 'listening');
		return others;
	}

	stop(): void {
		this.server.close();
	}

	/** The node that asks it. */
	request(path: string | number = ''): { type: string; parameters: Record<string, unknown> } {
		return httpRequest(`${this.url}${path}`);
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
	}
}

export const httpRequest = (url: string) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: { url, options: {} },
});
