import { prepareForDemo } from '../../../scripts/templates/prepare.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';

/** A fresh n8n with the shipped templates published and connected, which takes the simulator for Pinterest. */
export async function startShipped(
	name: string,
	environment?: NodeJS.ProcessEnv,
): Promise<{ simulator: Simulator; n8n: N8nServer }> {
	const simulator = await startSimulator();
	const n8n = await N8nServer.start(name, environment);
	const { tokens, clientId, clientSecret } = SEED;
	const token = { accessToken: tokens.access, refreshToken: tokens.refresh };
	await prepareForDemo(n8n.api, { baseUrl: simulator.url, ...token, clientId, clientSecret });
	return { simulator, n8n };
}
