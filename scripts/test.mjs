// `npm test` and `npm run test:e2e`: installs the project's dependencies if they are missing, then
// runs the checks on Node.js 24.
import { ensureDependencies, runOnProjectNode } from './dependencies.mjs';

await ensureDependencies();
process.exitCode = await runOnProjectNode('checks.mts', process.argv.slice(2));
