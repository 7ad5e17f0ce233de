// Prints what n8n's own migration report says about each workflow of the package: `npm run migration-report`, and
// `-- v2` for another version than the next one. It asks a fresh n8n, into which they have been imported.
import { N8nServer } from './n8n/fresh-n8n.mts';
import { stopOnSignals } from './processes/stop-on-signals.mts';
import { readTemplates } from './templates/files.mts';

interface Affected {
	readonly id: string;
	readonly name: string;
	readonly issues?: ReadonlyArray<{ readonly title: string; readonly description: string }>;
}

interface Rule {
	readonly ruleId: string;
	readonly ruleTitle: string;
	readonly ruleSeverity: string;
	readonly ruleDescription: string;
	readonly nbAffectedWorkflows?: number;
	readonly instanceIssues?: ReadonlyArray<{ readonly title: string; readonly description: string }>;
}

interface Report {
	readonly report: { readonly workflowResults: Rule[]; readonly instanceResults: Rule[] };
}

const [version = 'v3'] = process.argv.slice(2);
stopOnSignals();
const n8n = await N8nServer.start('migration');
try {
	for (const template of readTemplates()) await n8n.api.saveWorkflow(template);
	const { report } = (await n8n.api.call(
		'GET',
		`/rest/breaking-changes/report?version=${version}`,
	)) as Report;
	const affected = new Map(readTemplates().map(({ name }) => [name, [] as string[]]));
	for (const { ruleId, ruleTitle } of report.workflowResults) {
		const { affectedWorkflows } = (await n8n.api.call(
			'GET',
			`/rest/breaking-changes/report/${ruleId}`,
		)) as { affectedWorkflows: Affected[] };
		for (const { name, issues = [] } of affectedWorkflows) {
			affected.get(name)?.push(...issues.map(({ title }) => `${ruleTitle}: ${title}`));
		}
	}
	console.log('| workflow | what the report says |\n|---|---|');
	for (const [name, issues] of affected)
		console.log(`| ${name} | ${issues.join('; ') || 'nothing'} |`);
	console.log('\nOf n8n itself:\n');
	for (const { ruleTitle, ruleSeverity, instanceIssues = [] } of report.instanceResults) {
		console.log(
			`- ${ruleTitle} (${ruleSeverity}): ${instanceIssues.map(({ title }) => title).join('; ')}`,
		);
	}
} finally {
	await n8n.stop();
}
