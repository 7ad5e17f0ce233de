import { askAll, askEach, isGood, post, put, tryAll } from './asking';
import { faultOf } from './faults';
import { digest } from './fingerprint';
import { n8npOf } from './n8np/n8np';
import { prepared, type Around } from './prepare';
import type { InstalledWorkflow, NamedId, Script, Workflow } from './types';

/** A workflow of the package that is to be written, and what there is of it. */
export interface ToWrite {
	readonly template: Workflow;
	readonly existing?: InstalledWorkflow;
}

const PURPOSE = 'import workflows';

const FIELDS = {
	workflowConflictPolicy: 'new-version',
	credentialMatchingMode: 'id-only',
	// What is published stays published, in its new version; the rest is asked for by itself.
	workflowPublishingPolicy: 'preserve-published-state',
};

/** An n8n that knows no such request, has changed it, or has one of the ids in another project. */
const CANNOT_IMPORT = [400, 404, 405, 409, 413, 415, 501];

/**
 * Writes workflows: all at once as a package, which keeps their ids; one by one where n8n has no import of
 * packages, or where a workflow has another id here.
 * @param idsHere the ids here by those of the package, of all that are there
 * @returns the same with those that are new
 */
export function* write(
	all: readonly ToWrite[],
	around: Around,
	idsHere: ReadonlyMap<string, string>,
	projectId: string,
	now: number,
): Script<ReadonlyMap<string, string>> {
	const byPackage = all.filter(
		({ template, existing }) => !existing || existing.id === template.id,
	);
	const isImported = yield* importPackage(
		byPackage.map(({ template, existing }) => prepared(template, around, existing)),
		projectId,
		now,
	);
	const ids = new Map(idsHere);
	if (isImported) byPackage.forEach(({ template }) => ids.set(template.id, template.id));
	const rest = isImported ? all.filter((one) => !byPackage.includes(one)) : all;
	yield* writeOneByOne(rest, around, ids, projectId);
	return ids;
}

function* importPackage(
	workflows: readonly Workflow[],
	projectId: string,
	now: number,
): Script<boolean> {
	if (workflows.length === 0) return true;
	const file = n8npOf(workflows, now);
	const body = { ...FIELDS, projectId };
	const [answer] = yield* tryAll([{ method: 'POST', path: '/n8n-packages/import', body, file }]);
	if (isGood(answer)) return true;
	if (CANNOT_IMPORT.includes(answer.status)) return false;
	throw faultOf(answer, PURPOSE);
}

function* writeOneByOne(
	all: readonly ToWrite[],
	around: Around,
	ids: Map<string, string>,
	projectId: string,
): Script<void> {
	const before = new Map<string, string>();
	for (const { template, existing } of all) {
		if (existing) continue;
		const workflow = prepared(template, around);
		const body = { ...contentsFor(workflow), ...(projectId && { projectId }) };
		const [answer] = yield* askEach([post('/workflows', body)], 'create workflows');
		ids.set(template.id, (answer.body as NamedId).id);
		before.set(template.id, digest(contentsFor(workflow)));
	}
	// Only now it is known which ids those have that they name.
	const links = around.links.withWorkflows(ids);
	for (const { template, existing } of all) {
		const body = contentsFor(prepared(template, { ...around, links }, existing));
		if (before.get(template.id) === digest(body)) continue;
		yield* askAll([put(`/workflows/${ids.get(template.id)}`, body)], 'update workflows');
	}
}

const contentsFor = ({ name, nodes, connections, settings }: Workflow) => ({
	...{ name, nodes, connections, settings },
});
