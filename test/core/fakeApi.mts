import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
	readonly method: string;
	readonly path: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

type Answer = (response: ServerResponse, seen: Seen) => void;

/**
 * The few things about tokens that these tests need, on a real socket: an access token that is current,
 * a refresh token that is good once, and answers that go wrong on the wire.
 */
export class FakeApi {
	readonly seen: Seen[] = [];
	accessToken = 'access-1';
	refreshToken = 'refresh-1';
	/** How the token endpoint answers; left out: as Pinterest does. */
	onToken?: Answer;
	/** How everything answers, with whatever token. */
	onAny?: Answer;
	/** How everything else answers a good token; left out: one ad account. */
	onCall?: Answer;
	private issued = 1;
	private readonly server = createServer(
		(request, response) => void this.receive(request, response),
	);

	async listen(): Promise<void> {
		await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((done) => this.server.close(done));
	}

	get baseUrl(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v5`;
	}

	calls(path: string): Seen[] {
		return this.seen.filter((one) => one.path.startsWith(path));
	}

	private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = '', headers } = request;
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const path = (request.url ?? '').replace(/^\/v5/, '');
		const seen = { method, path, headers, body: Buffer.concat(chunks).toString() };
		this.seen.push(seen);
		if (this.onAny) return this.onAny(response, seen);
		if (path === '/oauth/token') return (this.onToken ?? this.renew)(response, seen);
		if (headers.authorization !== `Bearer ${this.accessToken}`) {
			return send(response, 401, { code: 2, message: 'Authentication failed.' });
		}
		const answer = this.onCall ?? ((to: ServerResponse) => send(to, 200, ONE_ACCOUNT));
		answer(response, seen);
	}

	private readonly renew: Answer = (response, { headers, body }) => {
		const form = new URLSearchParams(body);
		const basic = Buffer.from('app:secret').toString('base64');
		if (
			headers.authorization !== `Basic ${basic}` ||
			form.get('refresh_token') !== this.refreshToken
		) {
			return send(response, 400, { code: 283, message: 'Your refresh token is invalid.' });
		}
		this.issued++;
		this.accessToken = `access-${this.issued}`;
		this.refreshToken = `refresh-${this.issued}`;
		// As on a real network: parallel requests find the old token gone while this is under way.
		setTimeout(() => send(response, 200, this.tokens()), 50);
	};

	private tokens() {
		return {
			access_token: this.accessToken,
			refresh_token: this.refreshToken,
			response_type: 'refresh_token',
			token_type: 'bearer',
			expires_in: 2_592_000,
			refresh_token_expires_in: 5_184_000,
			refresh_token_expires_at: Math.floor(Date.now() / 1000) + 5_184_000,
			scope: 'ads:read ads:write',
		};
	}
}

const ONE_ACCOUNT = {
	items: [{ id: '549755885175', name: 'Garden Shop', currency: 'EUR', country: 'DE' }],
	bookmark: null,
};

export function send(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}
