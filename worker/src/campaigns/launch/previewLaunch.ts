import type { WorkerContext } from '../../context';
import { changesOf } from '../../preview/changes';
import { endedByPreview, type PreviewChange, type PreviewRequest } from '../../preview/preview';
import { plainText } from '../../client/readers';
import { CAMPAIGN, type Fields } from '../../entities';
import { requestOf } from '../batch/entityRequest';
import { currencyOf } from '../plausibleAmounts';
import { LAUNCH_LEVELS, type Launch, type LaunchEntity, type LaunchEntry } from './launch';
import { warningsOf } from './launchRecord';

/** Stands for an ID that Pinterest gives once there is something: it is never sent. */
const NEW = '(new)';

/** How launches end in a preview that have been judged: with what they would create and switch on. */
export async function previewLaunches(
	context: WorkerContext,
	launches: readonly Launch[],
): Promise<void> {
	for (const launch of launches.filter(({ error }) => error === undefined)) {
		const currency = await currencyOf(context, launch.account);
		launch.fail(endedByPreview(planOf(launch, currency)));
	}
}

function planOf(launch: Launch, currency: string | undefined) {
	const levels = LAUNCH_LEVELS.map(({ kind, entriesOf }) => {
		const entries = entriesOf([launch]);
		return {
			kind,
			missing: entries.filter(({ entity }) => entity.existing === undefined),
			found: entries.filter(({ entity }) => entity.existing !== undefined),
			started: launch.wanted === 'ACTIVE' ? entries.filter(isOff) : [],
		};
	});
	const created = levels.filter(({ missing }) => missing.length > 0);
	const changes = levels.flatMap(({ missing, started }): PreviewChange[] => [
		...missing.flatMap((entry) =>
			changesOf({ ...bodyOf(entry), status: launch.wanted }, 'new', currency)
				.filter(({ to }) => to !== NEW)
				.map((one) => ({ of: nameOf(entry.entity), ...one })),
		),
		...started
			.filter(({ entity }) => entity.existing !== undefined)
			.map(({ entity }) => ({
				...{ of: nameOf(entity), field: 'Status' },
				...{ from: entity.status, to: 'ACTIVE' },
			})),
	]);
	const draftWarnings = launch.entities.flatMap(({ existing, draft }) =>
		existing === undefined ? [...(draft?.warningsIfCreated ?? []), ...(draft?.warnings ?? [])] : [],
	);
	const own = launch.entities.flatMap(({ warnings }) => warnings);
	const existing = launch.entities.every((entity) => entity.existing) ? warningsOf(launch) : own;
	const { existing: campaign } = launch.campaign;
	return {
		would: inWords(launch, created, levels.flatMap(({ started }) => started).length),
		changes: [...changes, ...keywordChanges(launch)],
		requests: [...createRequests(launch), ...keywordRequests(launch), ...startRequests(launch)],
		details: {
			created: namesBy(levels, 'missing'),
			found: namesBy(levels, 'found'),
			activated: namesBy(levels, 'started'),
		},
		warnings: [...new Set([...existing, ...draftWarnings])],
		...(currency === undefined ? {} : { currency }),
		ad_account_id: launch.account.id,
		...(campaign === undefined ? {} : { id: campaign.id }),
	};
}

const isOff = ({ entity }: LaunchEntry) => entity.status !== 'ACTIVE';

type Level = Readonly<Record<'missing' | 'found' | 'started', readonly LaunchEntry[]>> & {
	readonly kind: (typeof LAUNCH_LEVELS)[number]['kind'];
};

function inWords(launch: Launch, created: readonly Level[], started: number): string {
	const parts = created.map(({ kind, missing }) => counted(missing.length, kind.noun, kind.plural));
	const keywords = launch.parents.reduce((sum, { askedKeywords }) => sum + askedKeywords.length, 0);
	const isAnew = launch.campaign.existing === undefined;
	if (keywords > 0) {
		const said = counted(keywords, 'keyword', 'keywords');
		parts.push(isAnew ? said : `up to ${said} that are not there yet`);
	}
	const creates = parts.length === 0 ? '' : `create ${parts.join(', ')}, paused`;
	const starts = started === 0 ? '' : `switch on ${started} of what there is then`;
	const would = [creates, starts].filter((part) => part !== '').join(', then ');
	return would === ''
		? 'Nothing would be sent: all of it exists already as it is asked for.'
		: `Would ${would}.`;
}

const counted = (count: number, one: string, more: string) =>
	`${count} ${count === 1 ? one : more}`;

const namesBy = (levels: readonly Level[], which: 'missing' | 'found' | 'started'): Fields =>
	Object.fromEntries(
		levels
			.filter((level) => level[which].length > 0)
			.map((level) => [level.kind.path, level[which].map(({ entity }) => nameOf(entity))]),
	);

/** "campaign “Spring”", "ad of Pin 123", "ad group 268… “US”" */
function nameOf({ kind, existing, draft }: LaunchEntity): string {
	const known = existing ?? draft?.body ?? {};
	const what = existing === undefined ? kind.noun : `${kind.noun} ${existing.id}`;
	const [name, pin, group] = [known.name, known.pin_id, known.catalog_product_group_id].map(
		plainText,
	);
	if (name !== '') return `${what} “${name}”`;
	if (pin !== '') return `${what} of Pin ${pin}`;
	return group === '' ? what : `${what} of product group ${group}`;
}

/** Created PAUSED in any case, under a parent that exists or will. */
const bodyOf = ({ entity, parent }: LaunchEntry): Fields => ({
	...entity.bodyUnder(parent === undefined ? undefined : (parent.existing?.id ?? NEW)),
	status: 'PAUSED',
});

const pathOf = (launch: Launch, level: string) => `/ad_accounts/${launch.account.id}/${level}`;

/** One for each level; for each parent where a request names it. */
function requestsOf(
	launch: Launch,
	method: 'POST' | 'PATCH',
	isMeant: (entry: LaunchEntry) => boolean,
	body: (entry: LaunchEntry) => Fields,
): PreviewRequest[] {
	return LAUNCH_LEVELS.flatMap(({ kind, entriesOf }) => {
		const entries = entriesOf([launch]).filter(isMeant);
		const parents = new Set(entries.map(({ parent }) => (kind.listedIn ? parent : undefined)));
		return [...parents].map((parent): PreviewRequest => {
			const some = entries.filter((entry) => parent === undefined || entry.parent === parent);
			const parentId = parent?.existing?.id ?? NEW;
			return {
				method,
				path: pathOf(launch, kind.path),
				body: requestOf(kind, some.map(body), parentId),
			};
		});
	});
}

const createRequests = (launch: Launch): PreviewRequest[] =>
	requestsOf(launch, 'POST', ({ entity }) => entity.existing === undefined, bodyOf);

const withKeywords = (launch: Launch) =>
	launch.parents.filter(({ askedKeywords }) => askedKeywords.length > 0);

const keywordRequests = (launch: Launch): PreviewRequest[] =>
	withKeywords(launch).map(({ askedKeywords: keywords, existing }) => ({
		method: 'POST',
		path: pathOf(launch, 'keywords'),
		body: { parent_id: existing?.id ?? NEW, keywords },
	}));

const keywordChanges = (launch: Launch): PreviewChange[] =>
	withKeywords(launch).map((parent) => ({
		of: nameOf(parent),
		field: parent.kind === CAMPAIGN ? 'Negative Keywords' : 'Keywords',
		...(parent.existing === undefined ? { from: 'none' } : {}),
		to: parent.askedKeywords,
	}));

const startRequests = (launch: Launch): PreviewRequest[] =>
	launch.wanted !== 'ACTIVE'
		? []
		: requestsOf(launch, 'PATCH', isOff, ({ entity }) => ({
				id: entity.existing?.id ?? NEW,
				status: 'ACTIVE',
			}));
