// `npm run cluster`: installs the project's dependencies if they are missing, then goes on in
// TypeScript on Node.js 24. Nothing here may come from node_modules.
import { parseArgs } from 'node:util';
import { ensureDependencies, runOnProjectNode } from './dependencies.mjs';

const HELP = `npm run cluster [-- options]

Runs what compose.yaml describes without containers, on Debian's packages of PostgreSQL and Redis:
n8n's main process, webhook processor and workers, with the package and the workflows in it, and a
stand-in for Pinterest. Until Ctrl-C.

  --live   without the stand-in: for a real Pinterest account, connected in the editor
  --help   this text

Needed once, on Debian or Ubuntu: sudo apt-get install -y postgresql redis-server
`;

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				live: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		});
		return values;
	} catch (error) {
		console.error(`${error.message}\n\n${HELP}`);
		return process.exit(2);
	}
}

const { live, help } = readOptions();
if (help) {
	console.log(HELP);
} else {
	await ensureDependencies();
	process.exitCode = await runOnProjectNode('demo/cluster.mts', live ? ['--live'] : []);
}
