import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { consentPage, decide, type ConsentAnswer } from '../access/consent.mts';
import { control } from '../control/control.mts';
import type { ApiRequest } from '../description/description.mts';
import type { LedgerEntry } from '../control/ledger.mts';
import { tokenAnswer } from '../access/oauth.mts';
import { answer, type Outcome } from './pipeline.mts';
import { labelOf, readBody, readQuery, withoutSecrets } from './reading.mts';
import { envelope, notFound, Refusal } from './refusal.mts';
import { downloadReport } from '../analytics/reportDownload.mts';
import type { Simulation } from '../simulation.mts';
import { send } from './wire.mts';

/** Above Pinterest's own bound, so that the simulator itself can refuse and write it down. */
const HARD_BODY_LIMIT = 512 * 1024 * 1024;

/** The HTTP side: `/v5` (the API), `/oauth` (consent), `/report-files` (downloads), `/__sim` (control). */
export function createServer(sim: Simulation): FastifyInstance {
	const server = Fastify({ bodyLimit: HARD_BODY_LIMIT, forceCloseConnections: true });
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
		done(null, body),
	);
	server.all('/v5/*', (request, reply) => serveApi(sim, request, reply));
	server.get('/oauth/', (request, reply) => sendConsent(reply, consentPage(sim, form(request))));
	server.post('/oauth/decision', (request, reply) =>
		sendConsent(reply, decide(sim, Object.fromEntries(new URLSearchParams(text(request))))),
	);
	server.get('/report-files/*', async (request, reply) => {
		const entry = record(sim, request);
		const outcome = downloadReport(sim, entry);
		entry.status = outcome.status || undefined;
		return await send(reply, outcome, entry.n);
	});
	server.all('/__sim/*', (request, reply) => control(sim, request, reply));
	server.setNotFoundHandler((request, reply) => {
		const entry = record(sim, request);
		entry.violations.push(`${request.method} ${entry.path} is no address of Pinterest`);
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

/** Opens the ledger's entry for a request; its body is added once it is read. */
function record(sim: Simulation, request: FastifyRequest): LedgerEntry {
	const [path] = request.url.split('?');
	const { authorization, ...headers } = request.headers as Record<string, string>;
	return sim.ledger.open({
		time: new Date(sim.clock.now()).toISOString(),
		method: request.method,
		path,
		query: readQuery(request.url),
		headers: {
			...headers,
			...(authorization === undefined ? {} : { authorization: labelOf(sim, authorization) }),
		},
		bodyBytes: Buffer.isBuffer(request.body) ? request.body.length : 0,
	});
}

async function serveApi(sim: Simulation, request: FastifyRequest, reply: FastifyReply) {
	const entry = record(sim, request);
	const outcome = orOwnFailure(entry, () => judgeAndAnswer(sim, request, entry));
	const given = outcome.wire === undefined || ['truncated', 'html'].includes(outcome.wire);
	if (given) entry.status = outcome.status;
	if (sim.settings.keepBodies && (given || outcome.wire === 'cut-after')) {
		entry.response = withoutSecrets(sim, outcome.body);
	}
	return await send(reply, outcome, entry.n);
}

/** A defect of the simulator itself must not pass for a bad day of Pinterest: tests have to notice. */
function orOwnFailure(entry: LedgerEntry, judge: () => Outcome): Outcome {
	try {
		return judge();
	} catch (error) {
		const message = `The simulator failed: ${error instanceof Error ? error.message : String(error)}`;
		entry.violations.push(message);
		return { status: 500, body: { code: 11, message }, headers: {} };
	}
}

function judgeAndAnswer(sim: Simulation, request: FastifyRequest, entry: LedgerEntry): Outcome {
	const refuse = (refusal: Refusal): Outcome => {
		entry.violations.push(refusal.message);
		return { status: refusal.status, body: envelope(refusal), headers: {} };
	};
	if (entry.bodyBytes > sim.settings.maxBodyBytes) {
		return refuse(new Refusal(413, 1, 'The request body is too large.'));
	}
	const headers = request.headers as Record<string, string>;
	const read = readBody(text(request), headers['content-type'] ?? '');
	if (read.error) return refuse(new Refusal(400, 1, read.error));
	if (sim.settings.keepBodies) entry.body = withoutSecrets(sim, read.body);
	const apiRequest: ApiRequest = {
		method: request.method,
		path: entry.path.slice('/v5'.length),
		headers,
		query: entry.query,
		body: read.body,
	};
	if (request.method !== 'POST' || apiRequest.path !== '/oauth/token') {
		return answer(sim, apiRequest, entry);
	}
	return tokenAnswer(sim, apiRequest, entry);
}
