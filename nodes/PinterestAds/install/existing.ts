import { askAll, get, listAll } from './asking';
import { RELEASED } from './released';
import type { InstalledWorkflow, NamedId, Script, Workflow } from './types';

/** What is on this n8n already, in the project that the installing workflow belongs to. */
export interface Existing {
	readonly projectId: string;
	readonly tables: readonly ExistingTable[];
	readonly credentials: readonly ExistingCredential[];
	/** For n8n's own API: the one that the installation is run with. */
	readonly n8n?: NamedId;
	/** By the ids of the package; some have another one here. */
	readonly workflows: ReadonlyMap<string, InstalledWorkflow>;
}

export interface ExistingTable extends NamedId {
	readonly projectId?: string;
	readonly columns: ReadonlyArray<{ readonly name: string; readonly type: string }>;
}

export interface ExistingCredential extends NamedId {
	readonly type: string;
	/** The projects that may use it. */
	readonly shared?: ReadonlyArray<{ readonly id?: string; readonly projectId?: string }>;
}

const NO_ACCESS = 'list the credentials';

export function* lookAround(ownId: string, templates: readonly Workflow[]): Script<Existing> {
	const [{ body }] = yield* askAll([get(`/workflows/${ownId}`)], 'read workflows');
	const own = body as InstalledWorkflow;
	const projectId = own.shared?.[0]?.projectId ?? '';
	const tables = yield* listAll<ExistingTable>('/data-tables', 'list the data tables');
	const credentials = yield* listAll<ExistingCredential>('/credentials', NO_ACCESS);
	const usable = credentials.filter(({ shared }) => isIn(projectId, shared));
	return {
		projectId,
		tables: tables.filter((one) => [undefined, projectId].includes(one.projectId)),
		credentials: usable,
		n8n: apiCredential(own, usable),
		workflows: yield* findWorkflows(templates),
	};
}

/** Chosen in *Ask n8n*; where that is not saved yet, the first that there is. */
function apiCredential(
	{ nodes = [] }: InstalledWorkflow,
	usable: readonly ExistingCredential[],
): NamedId | undefined {
	const chosen = nodes.flatMap(({ credentials }) => credentials?.n8nApi ?? [])[0];
	const own =
		usable.find(({ id }) => id === chosen?.id) ?? usable.find(({ type }) => type === 'n8nApi');
	return own && { id: own.id, name: own.name };
}

/** By their ids; then by their names, in which each says Pinterest: an import in n8n's editor gives them other ids. */
function* findWorkflows(templates: readonly Workflow[]): Script<Map<string, InstalledWorkflow>> {
	const found = yield* readWorkflows(templates.map(({ id }) => [id, id]));
	if (found.size === templates.length) return found;
	const query = `&excludePinnedData=true&name=${encodeURIComponent('Pinterest')}`;
	const named = yield* listAll<InstalledWorkflow>('/workflows', 'list workflows', query);
	for (const { id, name } of templates) {
		if (found.has(id)) continue;
		const names = [name, ...RELEASED.filter((one) => one.id === id).map((one) => one.name)];
		const others = named.filter((one) => names.includes(one.name) && !one.isArchived);
		const other = others.find(({ active }) => active) ?? others[0];
		if (other && !templates.some((one) => one.id === other.id)) found.set(id, other);
	}
	return found;
}

/** @param ids those of the package, each with the one here */
export function* readWorkflows(
	ids: ReadonlyArray<readonly [string, string]>,
): Script<Map<string, InstalledWorkflow>> {
	const asks = ids.map(([, id]) => get(`/workflows/${id}?excludePinnedData=true`));
	const answers = yield* askAll(asks, 'read workflows', [404]);
	const found = new Map<string, InstalledWorkflow>();
	answers.forEach(({ status, body }, n) => {
		if (status === 200) found.set(ids[n][0], body as InstalledWorkflow);
	});
	return found;
}

const isIn = (project: string, shared: ExistingCredential['shared']) =>
	shared === undefined || shared.some((one) => project === (one.projectId ?? one.id));
