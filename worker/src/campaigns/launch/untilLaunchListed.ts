import type { WorkerContext } from '../../context';
import { lookAgain, LOOKS_AT_MS } from '../../delivery/lookAgain';
import { listEntities } from '../../entityLists';
import { chunksOf } from '../../values/grouping';
import { keywordsOf } from '../keyword/keywordRequests';
import { LAUNCH_LEVELS, type Launch, type LaunchParent } from './launch';

/** Keeps the address short. */
const IDS_A_LIST = 100;

/**
 * For launches that failed after they had created something, and those that are to wait: ends when
 * Pinterest's lists show all of that, or after about a minute. Whoever runs them again, be it at once, then
 * finds it and completes it instead of creating it a second time.
 * @returns whether the lists show all of it
 */
export async function untilLaunchListed(
	context: WorkerContext,
	launches: readonly Launch[],
): Promise<boolean> {
	let isReadable = true;
	const looked = await lookAgain(context, async () => {
		// Lists that cannot be read: only the time is left to be waited for.
		if (!isReadable) return false;
		isReadable = false;
		let isListed = true;
		for (const launch of launches) {
			isListed &&= await areEntitiesListed(context, launch);
			isListed &&= await areKeywordsListed(context, launch);
		}
		isReadable = true;
		return isListed;
	}, [0, ...LOOKS_AT_MS]);
	return looked.state === 'found';
}

async function areEntitiesListed(context: WorkerContext, launch: Launch): Promise<boolean> {
	for (const { kind } of LAUNCH_LEVELS) {
		const created = launch.entities.filter((entity) => entity.kind === kind && entity.isCreated);
		for (const some of chunksOf(created, IDS_A_LIST)) {
			const unseen = new Set(some.map(({ existing }) => String(existing?.id)));
			const filter = { [kind.idsFilter]: [...unseen] };
			for await (const { id } of listEntities(context, kind, launch.account.id, filter)) {
				unseen.delete(String(id));
			}
			if (unseen.size > 0) return false;
		}
	}
	return true;
}

async function areKeywordsListed(context: WorkerContext, launch: Launch): Promise<boolean> {
	for (const parent of launch.parents) {
		const unseen = new Set(newKeywords(parent));
		if (unseen.size === 0) continue;
		const kind = parent === launch.campaign ? 'campaign' : 'adGroup';
		const its = { kind, id: String(parent.existing?.id) } as const;
		for await (const { id } of keywordsOf(context, launch.account.id, its)) {
			unseen.delete(String(id));
		}
		if (unseen.size > 0) return false;
	}
	return true;
}

const newKeywords = ({ keywords }: LaunchParent) =>
	keywords.filter(({ added }) => added).map(({ id }) => id);
