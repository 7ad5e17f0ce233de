import type { PinterestAdsError } from '../../client/errors';
import type { Launch, LaunchEntity } from './launch';

/** What of a launch exists at Pinterest, by level, in a form that can be given back as an input's ids. */
export interface LaunchedSoFar {
	readonly campaign_id: string;
	readonly campaign_status: string;
	readonly ad_groups: ReadonlyArray<{
		readonly id: string;
		readonly status: string;
		readonly ads: ReadonlyArray<{ readonly id: string; readonly status: string }>;
		/** Where it promotes product groups. */
		readonly promotions?: ReadonlyArray<{ readonly id: string; readonly status: string }>;
	}>;
}

/** What an entity's own error means for the input: its fields are named with where they are. */
export function located(error: PinterestAdsError, where: string): PinterestAdsError {
	const { field, details } = error;
	if (where === '' || field === undefined || field.startsWith(where)) return error;
	const problems = details?.problems as
		ReadonlyArray<{ readonly field: string; readonly message: string }> | undefined;
	const moved = problems?.map((one) => ({ ...one, field: `${where} ${one.field}` }));
	const said = moved?.map((one) => `${one.field}: ${one.message}`).join('; ');
	return error.with({
		message:
			said ?? (error.message.startsWith(field) ? `${where} ${error.message}` : error.message),
		field: `${where} ${field}`,
		details: moved ? { ...details, problems: moved } : details,
	});
}

type FailedLaunch = Pick<Launch, 'campaign' | 'adGroups' | 'error' | 'isListed' | 'isCopy'>;

/** The error of a launch that did not come to its end: it names what exists, and that it can go on. */
export function launchError({ error, isListed, isCopy, ...launch }: FailedLaunch) {
	const what = isCopy ? 'copy' : 'launch';
	const reason = error as PinterestAdsError;
	const existing = launchedSoFar(launch);
	const isUnknown = reason.kind === 'outcome-unknown';
	if (existing === undefined) {
		return isUnknown ? reason.with({ ...AGAIN, note: nothingTwice(what) }) : reason;
	}
	return reason.with({
		message: `${reason.message.replace(/\.$/, '')}. What exists of this ${what}: ${inWords(launch)}.`,
		...(isUnknown ? AGAIN : {}),
		note: nothingTwice(what),
		details: {
			...reason.details,
			created: existing,
			...(isListed === false ? { listed: false } : {}),
		},
	});
}

const AGAIN = {
	action: 'run-again',
	hint: 'Wait a minute and run the same item again: Pinterest is looked through first.',
} as const;
const nothingTwice = (what: string) =>
	`Running the same item again completes the ${what}: what exists is found by its name and not created again.`;

type Levels = Pick<Launch, 'campaign' | 'adGroups'>;

export function launchedSoFar({ campaign, adGroups }: Levels): LaunchedSoFar | undefined {
	if (!campaign.existing) return undefined;
	return {
		campaign_id: campaign.existing.id,
		campaign_status: stateOf(campaign),
		ad_groups: adGroups.filter(doesExist).map((group) => ({
			...idAndState(group),
			ads: group.ads.filter(doesExist).map(idAndState),
			...(group.promotions.length === 0
				? {}
				: { promotions: group.promotions.filter(doesExist).map(idAndState) }),
		})),
	};
}

const doesExist = ({ existing }: LaunchEntity) => existing !== undefined;
const idAndState = (entity: LaunchEntity) => ({
	id: String(entity.existing?.id),
	status: stateOf(entity),
});

function stateOf(entity: LaunchEntity): string {
	return entity.activation === 'unconfirmed' ? `${entity.status} or ACTIVE` : entity.status;
}

const MOST_NAMED = 30;

function inWords({ campaign, adGroups }: Levels): string {
	const level = (noun: string, entities: readonly LaunchEntity[]) => {
		const existing = entities.filter(doesExist).map(idAndState);
		if (existing.length === 0) return `no ${noun}`;
		const named = existing.slice(0, MOST_NAMED).map(({ id, status }) => `${id} (${status})`);
		const more = existing.length > MOST_NAMED ? ', …' : '';
		return `${noun}${existing.length > 1 ? 's' : ''} ${named.join(', ')}${more}`;
	};
	const ads = adGroups.flatMap((group) => group.ads);
	const promotions = adGroups.flatMap((group) => group.promotions);
	// What a launch does not ask for is not missed.
	const below = [
		...(promotions.length > 0 && ads.length === 0 ? [] : [level('ad', ads)]),
		...(promotions.length > 0 ? [level('promotion', promotions)] : []),
	];
	return [level('campaign', [campaign]), level('ad group', adGroups), ...below].join('; ');
}
