import type { PinterestAdsError } from '../../client/errors';
import type { Launch, LaunchEntity } from './launch';

/** What of a launch stands at Pinterest, by level, in a form that can be given back as an input's ids. */
export interface LaunchedSoFar {
	readonly campaign_id: string;
	readonly campaign_status: string;
	readonly ad_groups: ReadonlyArray<{
		readonly id: string;
		readonly status: string;
		readonly ads: ReadonlyArray<{ readonly id: string; readonly status: string }>;
	}>;
}

/** What a piece's own error means for the input: its fields are named with where they stand. */
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

/** The error of a launch that did not come to its end: it names what stands, and that it can go on. */
export function launchError({ error, ...launch }: Pick<Launch, 'campaign' | 'adGroups' | 'error'>) {
	const reason = error as PinterestAdsError;
	const standing = launchedSoFar(launch);
	const isUnknown = reason.kind === 'outcome-unknown';
	if (standing === undefined) {
		return isUnknown ? reason.with({ ...AGAIN, note: NOTHING_TWICE }) : reason;
	}
	return reason.with({
		message: `${reason.message.replace(/\.$/, '')}. Of this launch there stands: ${inWords(launch)}.`,
		...(isUnknown ? AGAIN : {}),
		note: NOTHING_TWICE,
		details: { ...reason.details, created: standing },
	});
}

const AGAIN = {
	action: 'run-again',
	hint: 'Wait a minute and run the same item again: Pinterest is looked through first.',
} as const;
const NOTHING_TWICE =
	'Running the same item again completes the launch: what stands is found by its name and not created again.';

type Pieces = Pick<Launch, 'campaign' | 'adGroups'>;

export function launchedSoFar({ campaign, adGroups }: Pieces): LaunchedSoFar | undefined {
	if (!campaign.entity) return undefined;
	return {
		campaign_id: campaign.entity.id,
		campaign_status: stateOf(campaign),
		ad_groups: adGroups.filter(isStanding).map((group) => ({
			...idAndState(group),
			ads: group.ads.filter(isStanding).map(idAndState),
		})),
	};
}

const isStanding = ({ entity }: LaunchEntity) => entity !== undefined;
const idAndState = (piece: LaunchEntity) => ({
	id: String(piece.entity?.id),
	status: stateOf(piece),
});

function stateOf(piece: LaunchEntity): string {
	return piece.activation === 'unconfirmed' ? `${piece.status} or ACTIVE` : piece.status;
}

const MOST_NAMED = 30;

function inWords({ campaign, adGroups }: Pieces): string {
	const level = (noun: string, pieces: readonly LaunchEntity[]) => {
		const standing = pieces.filter(isStanding).map(idAndState);
		if (standing.length === 0) return `no ${noun}`;
		const named = standing.slice(0, MOST_NAMED).map(({ id, status }) => `${id} (${status})`);
		const more = standing.length > MOST_NAMED ? ', …' : '';
		return `${noun}${standing.length > 1 ? 's' : ''} ${named.join(', ')}${more}`;
	};
	const ads = adGroups.flatMap((group) => group.ads);
	return [level('campaign', [campaign]), level('ad group', adGroups), level('ad', ads)].join('; ');
}
