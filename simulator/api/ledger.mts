/** One request as the simulator saw it. */
export interface LedgerEntry {
	n: number;
	/** ISO time of the simulator's clock. */
	time: string;
	method: string;
	/** With `/v5`. */
	path: string;
	query: Record<string, string | string[]>;
	/** `authorization` holds the token's label, never the token. */
	headers: Record<string, string>;
	operationId?: string;
	/** Parsed JSON or form fields; the secrets of a token request are left out. */
	body?: unknown;
	bodyBytes: number;
	/** Missing when no answer was given (a hang, a cut connection). */
	status?: number;
	response?: unknown;
	violations: string[];
	/** The fault that was played, if any. */
	fault?: string;
}

/** Everything the simulator received, in order. */
export class Ledger {
	private entries: LedgerEntry[] = [];
	private count = 0;

	open(entry: Omit<LedgerEntry, 'n' | 'violations'>): LedgerEntry {
		this.count += 1;
		const opened: LedgerEntry = { n: this.count, ...entry, violations: [] };
		this.entries.push(opened);
		return opened;
	}

	all(): LedgerEntry[] {
		return [...this.entries];
	}

	/** What no correct client ever does. A test that leaves one here has found a defect. */
	violations(): Array<{ n: number; operation: string; violation: string }> {
		return this.entries.flatMap((entry) =>
			entry.violations.map((violation) => ({
				n: entry.n,
				operation: entry.operationId ?? `${entry.method} ${entry.path}`,
				violation,
			})),
		);
	}

	clear(): void {
		this.entries = [];
	}
}
