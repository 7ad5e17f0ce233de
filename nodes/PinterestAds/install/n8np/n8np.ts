import type { Workflow } from '../types';
import { gzipStored } from './gzip';
import { tarOf, type TarFile } from './tar';

/** The oldest n8n whose import of packages has been tried with what is written here. */
const WRITTEN_FOR = '2.41.1';

/**
 * Workflows as a package of n8n's (`.n8np`): a gzipped tar with a manifest first. n8n's own description of
 * the format is the code of its module n8n-packages.
 */
export function n8npOf(workflows: readonly Workflow[], now: number): Uint8Array {
	const entries = workflows.map(({ id, name }) => ({ id, name, target: `workflows/${id}` }));
	const manifest = {
		packageFormatVersion: '1',
		exportedAt: new Date(now).toISOString(),
		sourceN8nVersion: WRITTEN_FOR,
		sourceId: 'n8n-nodes-pinterest-ads',
		workflows: entries,
		requirements: { credentials: credentialsOf(workflows) },
	};
	const files = workflows.flatMap((workflow, n): TarFile[] => [
		file(`${entries[n].target}/workflow.json`, contentsOf(workflow)),
		file(`${entries[n].target}/workflow-metadata.json`, METADATA),
	]);
	return gzipStored(tarOf([file('manifest.json', manifest), ...files], now));
}

/** Publishing is asked for by itself afterwards, so nothing in the file is published. */
const METADATA = { versionId: 'as-shipped', publishedVersionId: null };

const file = (path: string, content: object): TarFile => ({
	path,
	content: JSON.stringify(content),
});

const contentsOf = ({ id, name, nodes, connections, settings }: Workflow) => ({
	...{ id, name, nodes, connections, settings },
	parentFolderId: null,
	isArchived: false,
});

function credentialsOf(workflows: readonly Workflow[]) {
	const used = new Map<string, { id: string; name: string; type: string; usedBy: Set<string> }>();
	for (const { id: workflowId, nodes } of workflows) {
		for (const { credentials = {} } of nodes) {
			for (const [type, { id, name }] of Object.entries(credentials)) {
				const known = used.get(id) ?? { id, name, type, usedBy: new Set<string>() };
				known.usedBy.add(workflowId);
				used.set(id, known);
			}
		}
	}
	return [...used.values()].map(({ usedBy, ...one }) => ({ ...one, usedByWorkflows: [...usedBy] }));
}
