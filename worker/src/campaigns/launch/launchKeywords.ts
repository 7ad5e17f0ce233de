import type { WorkerContext } from '../../context';
import { CAMPAIGN } from '../../entities';
import { groupedBy } from '../../values/grouping';
import { addToParent } from '../keyword/keywordRequests';
import type { Launch, LaunchParent } from './launch';
import { located } from './launchError';

interface ParentInLaunch {
	readonly launch: Launch;
	readonly parent: LaunchParent;
}

/**
 * Adds to every campaign and ad group the keywords that it has not got yet; one that is refused ends its
 * launch.
 */
export async function addMissingKeywords(
	context: WorkerContext,
	launches: readonly Launch[],
): Promise<void> {
	const entries = launches
		.filter(({ error }) => error === undefined)
		.flatMap((launch) => launch.parents.map((parent) => ({ launch, parent })))
		.filter(({ parent }) => parent.askedKeywords.length > 0);
	for (const sharing of groupedBy(entries, ({ parent }) => String(parent.existing?.id)).values()) {
		const going = sharing.filter(({ launch }) => launch.error === undefined);
		// One that an earlier parent has ended goes no further.
		if (going.length > 0) await addToOne(context, going);
	}
}

/** Launches that share an ad group or a campaign add their keywords to it together. */
async function addToOne(context: WorkerContext, entries: readonly ParentInLaunch[]): Promise<void> {
	const [{ launch: first, parent: shared }] = entries;
	const kind = shared.kind === CAMPAIGN ? 'campaign' : 'adGroup';
	const outcomes = await addToParent(context, {
		adAccountId: first.account.id,
		parent: { kind, id: String(shared.existing?.id) },
		keywords: entries.flatMap(({ parent }) => parent.askedKeywords),
		isNewParent: entries.some(({ parent }) => parent.isCreated),
	});
	for (const { launch, parent } of entries) {
		const own = outcomes.splice(0, parent.askedKeywords.length);
		parent.keywords = own.flatMap((outcome) => (outcome.ok ? [outcome.record] : []));
		for (const outcome of own) {
			if (!outcome.ok) launch.fail(located(outcome.error, parent.asked.where));
		}
	}
}
