import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { consentPage, decide, type ConsentAnswer } from '../access/consent.mts';
import { control } from '../control/control.mts';
import { receive, record, type Received } from './receive.mts';
import { envelope, notFound } from '../api/refusal.mts';
import { download, FILE_FOLDERS } from './downloads.mts';
import type { Simulation } from '../simulation.mts';
import { sendAnswer } from './wire.mts';

/** Above Pinterest's own bound, so that the simulator itself can refuse and write it down. */
const HARD_BODY_LIMIT = 512 * 1024 * 1024;

/** The HTTP side: `/v5` (the API), `/oauth` (consent), `/report-files` and `/lead-files` (downloads), `/__sim` (control). */
export function createServer(sim: Simulation): FastifyInstance {
	const server = Fastify({ bodyLimit: HARD_BODY_LIMIT, forceCloseConnections: true });
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
		done(null, body),
	);
	server.all('/v5/*', async (request, reply) => {
		const { outcome, entry } = receive(sim, received(request));
		if (sim.settings.answerMs > 0) await sleep(sim.settings.answerMs);
		return await sendAnswer(reply, outcome, entry.n);
	});
	server.get('/oauth/', (request, reply) => sendConsent(reply, consentPage(sim, form(request))));
	server.post('/oauth/decision', (request, reply) =>
		sendConsent(reply, decide(sim, Object.fromEntries(new URLSearchParams(text(request))))),
	);
	for (const folder of FILE_FOLDERS) {
		server.get(`/${folder}/*`, async (request, reply) => {
			const entry = record(sim, received(request));
			const outcome = download(sim, entry);
			entry.status = outcome.status || undefined;
			return await sendAnswer(reply, outcome, entry.n);
		});
	}
	server.all('/__sim/*', (request, reply) => control(sim, request, reply));
	server.setNotFoundHandler((request, reply) => {
		const entry = record(sim, received(request));
		entry.violations.push(`${request.method} ${entry.path} is not an address of Pinterest`);
		entry.status = 404;
		return reply.code(404).send(envelope(notFound('Page')));
	});
	return server;
}

const text = (request: FastifyRequest) =>
	Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';

const form = (request: FastifyRequest) =>
	Object.fromEntries(new URLSearchParams(request.url.split('?')[1] ?? ''));

function sendConsent(reply: FastifyReply, consent: ConsentAnswer) {
	return consent.kind === 'redirect'
		? reply.redirect(consent.to, 302)
		: reply.code(consent.status).type('text/html; charset=utf-8').send(consent.html);
}

const received = (request: FastifyRequest): Received => ({
	method: request.method,
	url: request.url,
	headers: request.headers as Record<string, string>,
	text: text(request),
	bytes: Buffer.isBuffer(request.body) ? request.body.length : 0,
});
