// Answers conversions as Pinterest does, as fast as it can, in a process of its own: a server that
// checked every event would be what is measured. Prints its address. Answers at once, or after the
// milliseconds that POST /delay has named.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Of conversions; what else is asked for does not count. */
export interface Counts {
	readonly requests: number;
	readonly events: number;
}

const NAME = Buffer.from('"event_name"');
const PROCESSED = '{"status":"processed","error_message":"","warning_message":""}';

const ACCOUNTS = '{"items":[{"id":"549755885175"}],"bookmark":null}';

let counts: Counts = { requests: 0, events: 0 };
let delay = 0;

const server = createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => {
		if (request.url === '/counts') {
			send(response, JSON.stringify(counts));
			counts = { requests: 0, events: 0 };
			return;
		}
		if (request.url === '/delay') {
			delay = Number(Buffer.concat(chunks).toString());
			return send(response, '{}');
		}
		if (request.method === 'GET') return send(response, ACCOUNTS);
		const events = eventsIn(Buffer.concat(chunks));
		counts = { requests: counts.requests + 1, events: counts.events + events };
		if (delay === 0) send(response, answerTo(events));
		else setTimeout(() => send(response, answerTo(events)), delay);
	});
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
	console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

/** Every event has a name, and nothing else in it is called so. */
function eventsIn(body: Buffer): number {
	let count = 0;
	for (let at = body.indexOf(NAME); at !== -1; at = body.indexOf(NAME, at + NAME.length)) count++;
	return count;
}

function answerTo(events: number): string {
	const list = new Array<string>(events).fill(PROCESSED).join();
	return `{"num_events_received":${events},"num_events_processed":${events},"events":[${list}]}`;
}

function send(response: ServerResponse, body: string): void {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(body);
}
