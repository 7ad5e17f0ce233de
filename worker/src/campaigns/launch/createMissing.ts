import type { WorkerContext } from '../../context';
import { compared } from '../../values/names';
import { succeeded } from '../../outcome';
import type { Entity, EntityKind } from '../../entities';
import { createDrafts, type Draft } from '../drafts';
import { groupedBy } from '../grouping';
import { compareEntity } from './judgeLaunch';
import type { EntityInLaunch } from './launch';
import { located } from './launchError';

/**
 * Creates what is missing of one level, for all launches together. What several of them ask for by the
 * same name is created once, and is the others' too if it is what they ask for.
 */
export async function createMissing(
	context: WorkerContext,
	kind: EntityKind,
	places: readonly EntityInLaunch[],
): Promise<void> {
	const missing = places.filter(({ piece }) => piece.entity === undefined);
	const alike = [...groupedBy(missing, keyOf).values()];
	const outcomes = await createDrafts(
		context,
		kind,
		alike.map(([first]) => succeeded(draftUnderParent(first))),
	);
	outcomes.forEach((outcome, n) => {
		alike[n].forEach(({ launch, piece, parent }, at) => {
			if (!outcome.ok) {
				launch.fail(located(outcome.error, piece.asked.where));
				return;
			}
			const { warnings, ...entity } = outcome.record;
			piece.entity = entity as Entity;
			if (at > 0) {
				compareEntity(launch, piece, parent);
				return;
			}
			piece.isCreated = true;
			piece.warnings.push(...warnings);
		});
	});
}

/** What makes two pieces the same one: what they would be found by. */
function keyOf({ launch, piece, parent }: EntityInLaunch): string {
	const { name, pin_id } = piece.draft?.body ?? {};
	const its = typeof name === 'string' ? compared(name) : name;
	return JSON.stringify([launch.account.id, parent?.entity?.id, its, pin_id]);
}

const draftUnderParent = ({ piece, parent }: EntityInLaunch): Draft => ({
	...(piece.draft as Draft),
	body: piece.bodyUnder(parent?.entity?.id),
});
