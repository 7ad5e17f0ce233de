import { join } from 'node:path';
import { BenchN8n } from '../bench/conversions/n8n.mts';
import { measureWebhooks } from '../bench/conversions/webhooks.mts';
import { startStub } from '../bench/stub.mts';
import { table } from '../bench/report.mts';
const stub = await startStub<any>(join(import.meta.dirname, '../bench/conversions/stubServer.mts'));
const n8n = await BenchN8n.start();
try { console.log(table({ measurements: await measureWebhooks(n8n, stub, Number(process.argv[2] ?? 2)), notes: [] })); } catch (e) { console.log(e); }
await n8n.stop(); stub.stop(); process.exit(0);
