import { stopOnSignals } from '../scripts/processes/stop-on-signals.mts';
import { measureAtScale } from './workflows/atScale.mts';
import { table } from './shared/report.mts';
stopOnSignals();
console.log(table([['workflows', { measurements: await measureAtScale(), notes: [] }]]));
process.exit(0);
