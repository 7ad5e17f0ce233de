import { parseArgs } from 'node:util';
import { judgeLabel } from './description/files.mts';
import { startSimulator } from './simulator.mts';

const USAGE = `Usage: npm run simulator -- [options]
  --port N        listen on this port (any free one without)
  --openapi FILE  judge by this API description (or set PINTEREST_OPENAPI)
  --state FILE    keep what is made, and the tokens, over restarts
  --quiet         print the base address only`;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '0' },
		openapi: { type: 'string' },
		state: { type: 'string' },
		quiet: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

if (values.help) {
	console.log(USAGE);
} else {
	const simulator = await startSimulator({
		port: Number(values.port),
		openapi: values.openapi,
		stateFile: values.state,
	}).catch((error: NodeJS.ErrnoException) => {
		const taken = error.code === 'EADDRINUSE';
		console.error(taken ? `Port ${values.port} is taken.` : error.message);
		process.exit(1);
	});
	const stop = () => void simulator.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	const { seed, url, origin } = simulator;
	console.log(values.quiet ? url : description());

	function description(): string {
		return `Pinterest simulator
  API             ${url}
  judged by       ${judgeLabel(simulator.status().description)}
  connect         ${origin}/oauth/   client ${seed.clientId}, secret ${seed.clientSecret}
  access token    ${seed.tokens.access}
  refresh token   ${seed.tokens.refresh}
  other tokens    ${Object.entries(seed.tokens)
		.filter(([name]) => name !== 'access' && name !== 'refresh')
		.map(([, token]) => token)
		.join('\n                  ')}
  ad accounts     ${seed.adAccountId} (USD), ${seed.euroAdAccountId} (EUR)
  control         ${origin}/__sim/status`;
	}
}
