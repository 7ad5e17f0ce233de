import type { WorkerContext } from '../../context';
import { compared } from '../../values/names';
import { succeeded } from '../../outcome';
import type { Entity, EntityKind } from '../../entities';
import { createDrafts, type Draft } from '../drafts';
import { groupedBy } from '../../values/grouping';
import { compareEntity } from './judgeLaunch';
import type { LaunchEntry } from './launch';
import { located } from './launchError';

/**
 * Creates what is missing of one level, for all launches together. What several of them ask for by the
 * same name is created once, and is the others' too if it is what they ask for.
 */
export async function createMissing(
	context: WorkerContext,
	kind: EntityKind,
	entries: readonly LaunchEntry[],
): Promise<void> {
	const missing = entries.filter(({ entity }) => entity.existing === undefined);
	const alike = [...groupedBy(missing, keyOf).values()];
	const outcomes = await createDrafts(
		context,
		kind,
		alike.map(([first]) => succeeded(draftUnderParent(first))),
	);
	outcomes.forEach((outcome, n) => {
		alike[n].forEach(({ launch, entity, parent }, at) => {
			if (!outcome.ok) {
				launch.fail(located(outcome.error, entity.asked.where));
				return;
			}
			const { warnings, ...existing } = outcome.record;
			entity.existing = existing as Entity;
			if (at > 0) {
				compareEntity(launch, entity, parent);
				return;
			}
			entity.isCreated = true;
			entity.warnings.push(...warnings);
		});
	});
}

/** What makes two entities the same one: what they would be found by. */
function keyOf({ launch, entity, parent }: LaunchEntry): string {
	const { name, pin_id, ...body } = entity.draft?.body ?? {};
	const its = typeof name === 'string' ? compared(name) : name;
	const ofCatalog = [body.catalog_product_group_id, body.collections_hero_pin_id];
	return JSON.stringify([launch.account.id, parent?.existing?.id, its, pin_id, ...ofCatalog]);
}

const draftUnderParent = ({ entity, parent }: LaunchEntry): Draft => ({
	...(entity.draft as Draft),
	body: entity.bodyUnder(parent?.existing?.id),
});
