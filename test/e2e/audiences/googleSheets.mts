import { createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const EMAIL = 'reader@example.com';
const ACCESS = 'sheets-access';

/** As much of Google as the Google Sheets node needs to read a tab, for one service account. */
export class GoogleSheets {
	/** The rows of a tab, the headings first, by spreadsheet and tab. */
	readonly tabs = new Map<string, string[][]>();
	private readonly server: Server;
	private readonly publicKey: KeyObject;
	private readonly privateKey: KeyObject;

	private constructor(server: Server) {
		this.server = server;
		({ publicKey: this.publicKey, privateKey: this.privateKey } = generateKeyPairSync('rsa', {
			modulusLength: 2048,
		}));
	}

	static async start(): Promise<GoogleSheets> {
		const server = createServer();
		const google = new GoogleSheets(server);
		server.on('request', (request, response) => {
			void google.answer(request).then(({ status = 200, ...body }) => {
				response.writeHead(status, { 'content-type': 'application/json' });
				response.end(JSON.stringify(body));
			});
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return google;
	}

	/** With which n8n takes this for Google. */
	get environment(): NodeJS.ProcessEnv {
		const { port } = this.server.address() as AddressInfo;
		const hosts = { 'sheets.googleapis.com': port, 'oauth2.googleapis.com': port };
		return {
			NODE_OPTIONS: `--import ${join(import.meta.dirname, '../preload/redirectedHosts.mts')}`,
			TEST_REDIRECTED_HOSTS: JSON.stringify(hosts),
		};
	}

	/** The fields of n8n's credential "Google Service Account API". */
	get credential(): object {
		const privateKey = this.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
		return { email: EMAIL, privateKey, region: 'us-central1', inpersonate: false };
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	private async answer(request: IncomingMessage): Promise<{ status?: number }> {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		if (pathname === '/token') return this.token(await text(request));
		if (request.headers.authorization !== `Bearer ${ACCESS}`) return refused(401, 'No such token');
		const [, id, range] = /^\/v4\/spreadsheets\/([^/]+)(?:\/values\/(.+))?$/.exec(pathname) ?? [];
		const titles = [...this.tabs.keys()]
			.filter((key) => key.startsWith(`${id}/`))
			.map((key) => key.slice(id.length + 1));
		if (titles.length === 0) return refused(404, 'Requested entity was not found.');
		if (range === undefined) {
			const sheets = titles.map((title, sheetId) => ({ properties: { sheetId, title } }));
			return { sheets } as object;
		}
		const [tab] = decodeURIComponent(range).replaceAll("'", '').split('!');
		const values = this.tabs.get(`${id}/${tab}`);
		if (!values) return refused(400, `Unable to parse range: ${tab}`);
		return { range: tab, majorDimension: 'ROWS', values } as object;
	}

	/** Only whoever has the service account's key is given a token. */
	private token(body: string): { status?: number } {
		const [head, claims, signature] = (new URLSearchParams(body).get('assertion') ?? '').split('.');
		const isSigned = createVerify('RSA-SHA256')
			.update(`${head}.${claims}`)
			.verify(this.publicKey, signature ?? '', 'base64url');
		const { iss } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString() || '{}') as {
			iss?: string;
		};
		if (!isSigned || iss !== EMAIL) return refused(400, 'invalid_grant');
		return { access_token: ACCESS, token_type: 'Bearer', expires_in: 3599 } as object;
	}
}

const refused = (status: number, message: string) => ({ status, error: { code: status, message } });
