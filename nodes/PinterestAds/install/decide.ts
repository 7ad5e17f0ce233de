import { contentsOf, fingerprintOf, stampOf } from './fingerprint';
import type { Links } from './links';
import { RELEASED } from './released';
import type { InstalledWorkflow, Workflow } from './types';

export type Decision =
	| 'create'
	/** It is as it is in the package. */
	| 'same'
	/** It is as an earlier version of the package had it. */
	| 'update'
	/** Its user has changed it. */
	| 'changed'
	/** Its user has put it away. */
	| 'archived';

/** What is to be done about a workflow of the package, by what there is of it on this n8n. */
export function decide(
	template: Workflow,
	existing: InstalledWorkflow | undefined,
	links: Links,
): Decision {
	if (!existing) return 'create';
	if (existing.isArchived) return 'archived';
	const fingerprint = fingerprintOf(existing, links);
	if (fingerprint === fingerprintOf(template, links)) return 'same';
	const untouched =
		stampOf(existing) === fingerprint ||
		isImportOf(template, existing, links) ||
		isAsReleased(template.id, existing, links);
	return untouched ? 'update' : 'changed';
}

/** An import in the editor has no settings at all, so that those say nothing. */
function isBare({ settings = {} }: Workflow): boolean {
	return settings.errorWorkflow === undefined && settings.timezone === undefined;
}

const isImportOf = (template: Workflow, existing: Workflow, links: Links) =>
	isBare(existing) && contentsOf(existing, links) === contentsOf(template, links);

/** Version 0.1.0 came without an installation that leaves a stamp. */
function isAsReleased(id: string, existing: Workflow, links: Links): boolean {
	const fingerprint = fingerprintOf(existing, links);
	const bareContents = isBare(existing) ? `${contentsOf(existing, links)}.` : undefined;
	return RELEASED.some(
		(released) =>
			released.id === id &&
			(released.fingerprint === fingerprint ||
				(bareContents !== undefined && released.fingerprint.startsWith(bareContents))),
	);
}
