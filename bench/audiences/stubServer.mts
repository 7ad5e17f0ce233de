// Answers what an audience sync asks, as little as it can, in a process of its own: a server that
// checked every record would take longer than the sync itself. Prints its address.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LIST = { id: '643', name: 'Known', status: 'PROCESSING', exceptions: {} };
const AUDIENCE = {
	id: '2542620905475',
	name: 'Known',
	audience_type: 'CUSTOMER_LIST',
	rule: { customer_list_id: LIST.id },
	status: 'READY',
};
const COMMA = 0x2c;

let counts = { lookups: 0, writes: 0, records: 0 };

const server = createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => answer(request, Buffer.concat(chunks), response));
});
server.listen(0, '127.0.0.1', () => {
	console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

function answer({ method, url = '' }: IncomingMessage, body: Buffer, response: ServerResponse) {
	if (url === '/counts') {
		send(response, counts);
		counts = { lookups: 0, writes: 0, records: 0 };
		return;
	}
	counts[method === 'GET' ? 'lookups' : 'writes']++;
	const [path] = url.split('?');
	if (method === 'GET') return send(response, /s$/.test(path) ? { items: [] } : AUDIENCE);
	if (path.includes('/customer_lists')) counts.records += recordsIn(body);
	send(response, path.includes('/customer_lists') ? LIST : AUDIENCE);
}

/** The records' field is the last one and the only one with commas in it. */
function recordsIn(body: Buffer): number {
	let count = 1;
	for (let at = body.indexOf('"records"'); at !== -1; at = body.indexOf(COMMA, at + 1)) count++;
	return count - 1;
}

function send(response: ServerResponse, body: unknown): void {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}
