// `npm start`: installs the project's dependencies if they are missing, then goes on in TypeScript
// on Node.js 24. Nothing here may come from node_modules.
import { parseArgs } from 'node:util';
import { ensureDependencies, runOnProjectNode } from './dependencies.mjs';

const HELP = `npm start [-- options]

Runs Pinterest Ads on a real n8n on this machine: builds and installs the package, starts n8n with a
stand-in for Pinterest, imports the workflows and runs the main job once. Then the editor stays up
until Ctrl-C.

  --once   end after the main job; the exit code is not 0 if a step failed
  --live   without the stand-in: for a real Pinterest account, connected in the editor
  --help   this text
`;

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				once: { type: 'boolean', default: false },
				live: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		});
		if (!values.once || !values.live) return values;
		throw new Error('--once runs the main job and --live leaves it to you: choose one of them.');
	} catch (error) {
		console.error(`${error.message}\n\n${HELP}`);
		return process.exit(2);
	}
}

const { once, live, help } = readOptions();
if (help) {
	console.log(HELP);
} else {
	await ensureDependencies();
	const args = [...(once ? ['--once'] : []), ...(live ? ['--live'] : [])];
	process.exitCode = await runOnProjectNode('demo/main.mts', args);
}
