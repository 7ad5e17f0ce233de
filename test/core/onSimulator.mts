import { SEED, startSimulator, type Simulator } from '../../simulator/simulator.mts';
import { CredentialStore, runNode, type NodeSetup } from './harness.mts';

export interface NodeOnSimulator {
	readonly simulator: Simulator;
	/** Runs the action node with a pasted token against the simulator. */
	run(
		setup: Omit<NodeSetup, 'store' | 'credential' | 'signal'> & {
			token?: string;
			/** Of the credential. */
			limits?: object;
		},
	): ReturnType<typeof runNode>;
	/** The requests that wrote something, as "METHOD /path below the ad account". */
	writes(): string[];
	close(): Promise<void>;
}

export async function nodeOnSimulator(): Promise<NodeOnSimulator> {
	const simulator = await startSimulator();
	const store = new CredentialStore();
	return {
		simulator,
		async run({ token = SEED.tokens.access, limits, ...setup }) {
			const credential = store.add('pinterestAdsApi', {
				environment: 'custom',
				apiBaseUrl: simulator.url,
				accessToken: token,
				...limits,
			});
			return await runNode({ store, credential, ...setup });
		},
		writes: () =>
			simulator
				.ledger()
				.filter(({ method }) => method !== 'GET')
				.map(({ method, path }) => `${method} ${path.replace(/^\/v5\/ad_accounts\/\d+/, '')}`),
		close: async () => await simulator.close(),
	};
}

/** The error that a run ends with. */
export async function errorOf(
	run: Promise<unknown>,
): Promise<Error & { description?: string; context?: Record<string, unknown> }> {
	const outcome = await run.then(
		() => undefined,
		(error: Error) => error,
	);
	if (outcome === undefined) throw new Error('The run was expected to fail, but succeeded.');
	return outcome;
}
