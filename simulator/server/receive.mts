import { tokenAnswer } from '../access/oauth.mts';
import type { LedgerEntry } from '../api/ledger.mts';
import type { ApiRequest } from '../description/description.mts';
import type { Simulation } from '../simulation.mts';
import { answer } from './pipeline.mts';
import type { WireAnswer } from '../api/faultAnswers.mts';
import { labelOf, readBody, readQuery, withoutSecrets } from '../api/reading.mts';
import { envelope, Refusal } from '../api/refusal.mts';

/** A request as it arrived, over a socket or without one. */
export interface Received {
	readonly method: string;
	/** Path and query, with `/v5`. */
	readonly url: string;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
	/** Left out: those of the text. */
	readonly bytes?: number;
}

/** Opens the ledger's entry for a request; its body is added once it is read. */
export function record(sim: Simulation, received: Received): LedgerEntry {
	const { method, url, text, bytes = Buffer.byteLength(text) } = received;
	const { authorization, ...headers } = received.headers;
	return sim.ledger.open({
		time: new Date(sim.clock.now()).toISOString(),
		method,
		path: url.split('?')[0],
		query: readQuery(url),
		headers: {
			...headers,
			...(authorization === undefined ? {} : { authorization: labelOf(sim, authorization) }),
		},
		bodyBytes: bytes,
	});
}

/** Writes a request to the API down, judges and answers it. */
export function receive(
	sim: Simulation,
	received: Received,
): { outcome: WireAnswer; entry: LedgerEntry } {
	const entry = record(sim, received);
	const outcome = orOwnFailure(entry, () => judgeAndAnswer(sim, received, entry));
	const given = outcome.wire === undefined || ['truncated', 'html'].includes(outcome.wire);
	if (given) entry.status = outcome.status;
	if (sim.settings.keepBodies && (given || outcome.wire === 'cut-after')) {
		entry.response = withoutSecrets(sim, outcome.body);
	}
	return { outcome, entry };
}

/** A defect of the simulator itself must not pass for a bad day of Pinterest: tests have to notice. */
function orOwnFailure(entry: LedgerEntry, judge: () => WireAnswer): WireAnswer {
	try {
		return judge();
	} catch (error) {
		const message = `The simulator failed: ${error instanceof Error ? error.message : String(error)}`;
		entry.violations.push(message);
		return { status: 500, body: { code: 11, message }, headers: {} };
	}
}

function judgeAndAnswer(sim: Simulation, received: Received, entry: LedgerEntry): WireAnswer {
	const refuse = (refusal: Refusal): WireAnswer => {
		entry.violations.push(refusal.message);
		return { status: refusal.status, body: envelope(refusal), headers: {} };
	};
	if (entry.bodyBytes > sim.settings.maxBodyBytes) {
		return refuse(new Refusal(413, 1, 'The request body is too large.'));
	}
	const { method, headers, text } = received;
	const read = readBody(text, headers['content-type'] ?? '');
	if (read.error) return refuse(new Refusal(400, 1, read.error));
	if (sim.settings.keepBodies) entry.body = withoutSecrets(sim, read.body);
	const request: ApiRequest = {
		method,
		path: entry.path.slice('/v5'.length),
		headers,
		query: entry.query,
		body: read.body,
	};
	return method === 'POST' && request.path === '/oauth/token'
		? tokenAnswer(sim, request, entry)
		: answer(sim, request, entry);
}
