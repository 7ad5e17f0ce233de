import { ConversionTemplates } from '../test/e2e/conversions/conversionTemplates.mts';
import { queryN8n } from '../scripts/n8n/database/sqlite.mts';
const t = await ConversionTemplates.start('try');
try {
  // keep executions
  const wf = (await t.n8n.api.call('GET', '/rest/workflows/pinAdsConversions')) as any;
  await t.n8n.api.publish('pinAdsConversions', await t.n8n.api.saveWorkflow({ ...wf, settings: { ...wf.settings, saveDataSuccessExecution: 'all', saveDataErrorExecution: 'all' } }));
  console.log(await t.send(t.checkout()));
  await new Promise(r => setTimeout(r, 1500));
  console.log(JSON.stringify(await t.table.rows(), null, 1));
  const ex = await t.n8n.api.executions('pinAdsConversions');
  const e = await t.n8n.api.execution(ex[0].id) as any;
  const rd = e.data?.resultData?.runData ?? {};
  for (const [name, runs] of Object.entries(rd) as any) for (const r of runs) console.log(name, r.executionTime, r.error?.message ?? '', (JSON.stringify(r.data?.main) ?? '').slice(0, 600));
} catch (e) { console.log(e); }
await t.stop();
process.exit(0);
