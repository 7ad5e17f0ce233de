import { createHmac } from 'node:crypto';
import { afterWork, insteadOfWork, type WireAnswer } from './faultAnswers.mts';
import type { LedgerEntry } from './ledger.mts';
import type { Simulation } from '../simulation.mts';

/** Files that are fetched by a pre-signed address, as from a file store. */

/** An address is good for so long. */
export const URL_LIFE_MS = 5 * 60_000;

/** Signs what a download address says, so that nobody can lengthen its life. */
const signature = (token: string, expires: string) =>
	createHmac('sha256', 'simulator').update(`${token} ${expires}`).digest('hex');

/** A new address of a file. @param folder `report-files`, `lead-files` */
export function signedUrl(sim: Simulation, folder: string, token: string): string {
	const expires = String(sim.clock.now() + URL_LIFE_MS);
	const query = new URLSearchParams({ expires, signature: signature(token, expires) });
	return `${sim.origin}/${folder}/${token}?${query}`;
}

interface SignedFiles {
	/** As the ledger and faults call a fetch. */
	readonly operationId: string;
	/** The category of the operation that gave the address. */
	readonly category: string;
	/** Undefined: there is none. */
	fileOf(token: string): { type: string; text: string } | undefined;
}

/** Answers a fetch: no token, five minutes, and errors that are not in Pinterest's envelope. */
export function giveFile(
	sim: Simulation,
	entry: LedgerEntry,
	{ operationId, category, fileOf }: SignedFiles,
): WireAnswer {
	entry.operationId = operationId;
	const fault = sim.faults.strike(entry, operationId);
	entry.fault = fault?.fault;
	const early = fault && insteadOfWork(fault, category, entry);
	if (early) return early;
	if ('authorization' in entry.headers) {
		entry.violations.push('a pre-signed address takes no Authorization header');
		return storeError(400, 'InvalidArgument', 'Only one auth mechanism allowed');
	}
	const { expires, signature: signed } = entry.query as Record<string, string>;
	const token = entry.path.split('/').at(-1) ?? '';
	const isSigned = signed === signature(token, expires);
	if (isSigned && sim.clock.now() > Number(expires)) {
		return storeError(403, 'AccessDenied', 'Request has expired');
	}
	const file = isSigned ? fileOf(token) : undefined;
	if (!file) return storeError(403, 'SignatureDoesNotMatch', 'The signature does not match');
	return { status: 200, body: file.text, type: file.type, headers: {}, wire: afterWork(fault) };
}

const storeError = (status: number, code: string, message: string): WireAnswer => ({
	status,
	type: 'application/xml',
	body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
	headers: {},
});

/** A table as text, each cell quoted where it has to be. */
export function csvOf(rows: ReadonlyArray<readonly unknown[]>): string {
	const cell = (value: unknown) => {
		const text = value === undefined || value === null ? '' : String(value);
		return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	return `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
}
