import type { WorkerContext } from '../../context';
import { groupedBy } from '../../values/grouping';
import { addToParent } from '../keyword/keywordRequests';
import type { LaunchAdGroup, Launch } from './launch';
import { located } from './launchError';

interface AdGroupInLaunch {
	readonly launch: Launch;
	readonly group: LaunchAdGroup;
}

/** Adds to every ad group the keywords that it has not got yet; one that is refused ends its launch. */
export async function addMissingKeywords(
	context: WorkerContext,
	launches: readonly Launch[],
): Promise<void> {
	const entries = launches
		.filter(({ error }) => error === undefined)
		.flatMap((launch) => launch.adGroups.map((group) => ({ launch, group })))
		.filter(({ group }) => group.askedKeywords.length > 0);
	for (const sharing of groupedBy(entries, ({ group }) => String(group.existing?.id)).values()) {
		const going = sharing.filter(({ launch }) => launch.error === undefined);
		// One that an earlier ad group has ended goes no further.
		if (going.length > 0) await addToOne(context, going);
	}
}

/** Launches that share an ad group add their keywords to it together. */
async function addToOne(
	context: WorkerContext,
	entries: readonly AdGroupInLaunch[],
): Promise<void> {
	const [{ launch: first, group: shared }] = entries;
	const outcomes = await addToParent(context, {
		adAccountId: first.account.id,
		parent: { kind: 'adGroup', id: String(shared.existing?.id) },
		keywords: entries.flatMap(({ group }) => group.askedKeywords),
		isNewParent: entries.some(({ group }) => group.isCreated),
	});
	for (const { launch, group } of entries) {
		const own = outcomes.splice(0, group.askedKeywords.length);
		group.keywords = own.flatMap((outcome) => (outcome.ok ? [outcome.record] : []));
		for (const outcome of own) {
			if (!outcome.ok) launch.fail(located(outcome.error, group.asked.where));
		}
	}
}
