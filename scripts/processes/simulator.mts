import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '../command.mts';
import { logs, root } from '../paths.mts';
import { track } from './processes.mts';
import type { statusOf } from '../../simulator/control/control.mts';
import type { TrueDay } from '../../simulator/control/groundTruth.mts';
import type { LedgerEntry } from '../../simulator/api/ledger.mts';
import type { StateView } from '../../simulator/control/stateView.mts';

const START_PATIENCE_MS = 60_000;

/** How the pasted-token credential reaches the simulator. */
export interface SimulatedConnection {
	readonly baseUrl: string;
	readonly accessToken: string;
	readonly refreshToken: string;
	readonly clientId: string;
	readonly clientSecret: string;
}

/** The stand-in for Pinterest in a process of its own, and what it has seen. */
export class SimulatorProcess {
	readonly origin: string;

	private constructor(origin: string) {
		this.origin = origin;
	}

	static async start(): Promise<SimulatorProcess> {
		mkdirSync(logs, { recursive: true });
		const logFile = join(logs, 'simulator.log');
		const output = openSync(logFile, 'w');
		// On a port of its own choice, which it prints.
		const child = spawn(process.execPath, [join(root, 'simulator', 'main.mts'), '--quiet'], {
			cwd: root,
			stdio: ['ignore', output, output],
			detached: process.platform !== 'win32',
		});
		closeSync(output);
		child.on('exit', track('simulator', child));
		const deadline = Date.now() + START_PATIENCE_MS;
		for (;;) {
			const origin = /http:\/\/[^/\s]+/.exec(readFileSync(logFile, 'utf8'))?.[0];
			if (origin) return new SimulatorProcess(origin);
			if (child.exitCode !== null || Date.now() > deadline) {
				throw new Error(
					`The simulator did not start.\n${lastLines(logFile)}\nThe whole log: ${logFile}`,
				);
			}
			await sleep(100);
		}
	}

	async status(): Promise<ReturnType<typeof statusOf>> {
		return await this.get('status');
	}

	/** How a credential reaches it. */
	async connection(): Promise<SimulatedConnection> {
		const { baseUrl, seed } = await this.status();
		const { tokens, clientId, clientSecret } = seed;
		return {
			...{ baseUrl, clientId, clientSecret },
			accessToken: tokens.access,
			refreshToken: tokens.refresh,
		};
	}

	/** Every request that it has received. */
	async ledger(): Promise<LedgerEntry[]> {
		return await this.get('ledger');
	}

	/** What has been created at "Pinterest". */
	async state(): Promise<StateView> {
		return await this.get('state');
	}

	/** The daily figures that all its reports are made of. */
	async truth(from: string, to: string): Promise<TrueDay[]> {
		return await this.get(`truth?from=${from}&to=${to}`);
	}

	private async get<T>(what: string): Promise<T> {
		const response = await fetch(`${this.origin}/__sim/${what}`, {
			signal: AbortSignal.timeout(30_000),
		});
		if (!response.ok) throw new Error(`The simulator answered ${what} with ${response.status}.`);
		return (await response.json()) as T;
	}
}
