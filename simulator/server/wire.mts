import type { FastifyReply } from 'fastify';
import type { WireAnswer } from '../api/faultAnswers.mts';

export const HTML =
	'<!DOCTYPE html><html><head><title>Gateway</title></head><body><h1>It works, but not here</h1></body></html>';

const JSON_TYPE = 'application/json; charset=utf-8';

const textOf = ({ type, body }: WireAnswer) =>
	type === undefined ? JSON.stringify(body) : String(body);

/** Puts an answer on the wire, or plays what a bad connection would do with it. */
export async function sendAnswer(reply: FastifyReply, outcome: WireAnswer, n: number) {
	const headers = { ...outcome.headers, 'x-pinterest-rid': String(n) };
	switch (outcome.wire) {
		case 'hang':
			reply.hijack();
			return reply;
		case 'drip':
			return drip(reply, headers);
		case 'cut-before':
		case 'cut-after':
			reply.hijack();
			reply.raw.socket?.destroy();
			return reply;
		case 'truncated':
			return truncated(reply, outcome, headers);
		case 'html':
			return await reply.code(200).headers(headers).type('text/html').send(HTML);
		default:
			return await reply
				.code(outcome.status)
				.headers(headers)
				.type(outcome.type ?? JSON_TYPE)
				.send(textOf(outcome));
	}
}

const DRIP_MS = 100;

/** Blanks, which JSON allows before a value: the answer never is one, and is never silent either. */
function drip(reply: FastifyReply, headers: Record<string, string>) {
	reply.hijack();
	reply.raw.writeHead(200, { ...headers, 'content-type': JSON_TYPE });
	const timer = setInterval(() => reply.raw.write(' '), DRIP_MS);
	reply.raw.on('close', () => clearInterval(timer));
	return reply;
}

function truncated(reply: FastifyReply, outcome: WireAnswer, headers: Record<string, string>) {
	const body = Buffer.from(textOf(outcome));
	reply.hijack();
	reply.raw.writeHead(outcome.status, {
		...headers,
		'content-type': outcome.type ?? JSON_TYPE,
		'content-length': body.length,
	});
	reply.raw.write(body.subarray(0, Math.floor(body.length / 2)), () => reply.raw.socket?.destroy());
	return reply;
}
