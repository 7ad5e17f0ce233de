import { setCeiling } from './ceiling';
import { decide, type Decision } from './decide';
import { lookAround, readWorkflows, type Existing } from './existing';
import { digest } from './fingerprint';
import { Links } from './links';
import { makeLocks } from './locks';
import { prepared, type Around } from './prepare';
import { publishAll, toPublish } from './publish';
import { summaryOf, type Summary } from './summary';
import { makeTables } from './tables';
import type { Choices, InstalledWorkflow, Script, Workflow } from './types';
import { write, type ToWrite } from './write';

/**
 * Installs the workflows of the package, or brings them up to date. It removes nothing, and whatever ends it
 * early, running it again goes on with what is missing.
 */
export function* installation(choices: Choices, templates: readonly Workflow[]): Script<Summary> {
	const existing = yield* lookAround(choices.ownId, templates);
	const tables = yield* makeTables(existing);
	const noCeiling = yield* setCeiling(tables.ids, choices.maxDailyBudget);
	const locks = yield* makeLocks(existing, choices);
	const idsHere = new Map([...existing.workflows].map(([id, one]) => [id, one.id]));
	const links = new Links(tables.ids, idsHere);
	const around = { links, locks, pinterest: choices.pinterest, n8n: existing.n8n };
	const decisions = new Map(
		templates.map((one) => [one.id, decide(one, existing.workflows.get(one.id), links)]),
	);
	const ids = yield* write(
		toWrite(templates, decisions, existing, around, choices),
		...([around, idsHere, existing.projectId, choices.now] as const),
	);
	const here = yield* readWorkflows([...ids]);
	const wanted = toPublish(choices.publish, templates).filter((id) => isKept(decisions.get(id)));
	const refused = yield* publishAll(wanted, here);
	const connect = here.get('pinAdsConnect');
	const came = connect && (yield { step: 'connect', workflowId: connect.id });
	return summaryOf({
		...{ choices, templates, decisions, tables, noCeiling, locks, refused, ids },
		published: published(),
		connected: came?.step === 'connect' ? came.items : [],
	});

	function published(): string[] {
		const refusedIds = refused.map(({ id }) => id);
		const running = (id: string) => here.get(id)?.active || wanted.includes(id);
		return templates.map(({ id }) => id).filter((id) => running(id) && !refusedIds.includes(id));
	}
}

const isKept = (decision: Decision | undefined) => decision !== 'archived';

function toWrite(
	templates: readonly Workflow[],
	decisions: ReadonlyMap<string, Decision>,
	{ workflows }: Existing,
	around: Around,
	{ replaceChanged }: Choices,
): ToWrite[] {
	return templates
		.map((template) => ({ template, existing: workflows.get(template.id) }))
		.filter(({ template, existing }) => {
			const decision = decisions.get(template.id);
			if (decision === 'create' || decision === 'update') return true;
			if (decision === 'changed') return replaceChanged;
			return decision === 'same' && !isLinked(template, existing, around);
		});
}

/** Whether it names the tables, workflows and credentials of this n8n already. */
function isLinked(
	template: Workflow,
	existing: InstalledWorkflow | undefined,
	around: Around,
): boolean {
	const essence = ({ nodes, settings }: Workflow) =>
		digest([
			nodes.map(({ name, parameters, credentials }) => [name, parameters, credentials]),
			settings?.errorWorkflow,
		]);
	return (
		existing !== undefined && essence(existing) === essence(prepared(template, around, existing))
	);
}
