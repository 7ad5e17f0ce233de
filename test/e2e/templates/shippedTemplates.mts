import { prepareForDemo } from '../../../scripts/templates/prepare.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import type { SimulatedConnection } from '../../../scripts/processes/simulator.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';

/** How a credential reaches the simulator, as the user of its seed. */
export function connectionTo(simulator: Simulator): SimulatedConnection {
	const { tokens, clientId, clientSecret } = SEED;
	const token = { accessToken: tokens.access, refreshToken: tokens.refresh };
	return { baseUrl: simulator.url, ...token, clientId, clientSecret };
}

/** A fresh n8n with the shipped templates published and connected, which takes the simulator for Pinterest. */
export async function startShipped(
	name: string,
	environment?: NodeJS.ProcessEnv,
): Promise<{ simulator: Simulator; n8n: N8nServer }> {
	const simulator = await startSimulator();
	const n8n = await N8nServer.start(name, environment);
	await prepareForDemo(n8n.api, connectionTo(simulator));
	return { simulator, n8n };
}
