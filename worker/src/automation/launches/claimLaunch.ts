import { PinterestAdsError } from '../../client/errors';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { number } from '../../fields/kinds';
import { inUtc, readMoment } from '../../values/time';
import type { LaunchRow } from '../tables';

/*
 * Tables have no unique columns, and with PostgreSQL a row can become visible after one with a higher ID. So
 * a name is claimed in four steps, each a single statement of its own:
 *
 * 1. insert a row, `waiting`;
 * 2. delete the rows of the name that are `waiting` and have a higher ID;
 * 3. read the rows of the name, and go on only if {@link claimLaunch} lets it;
 * 4. set the row from `waiting` to `launching`, and go on only if it was still there.
 *
 * Of two that both get past step 3, the one with the higher ID has not seen the other, who thus came later.
 * Either step 2 of the other has deleted its row, and it fails in step 4; or it was `launching` by then, and
 * the other has seen that in step 3. Exactly one goes on, unless all that could have died.
 */

const FIELDS = {
	ownRow: number({
		label: 'Own Row',
		description: 'The ID of the row that this run has written',
		example: '1',
	}),
};

/** The input of `claimLaunch`. */
export const claimLaunchInput = inputOf(FIELDS);
/** What `claimLaunch` takes beside the rows. @interface */
export type ClaimQuestion = GivenTo<typeof claimLaunchInput>;

/**
 * Whether it is this run's turn to launch the campaign.
 * @param rows all launches of the same name and ad account
 * @param now milliseconds since 1970
 * @returns its row
 * @throws PinterestAdsError `invalid` that says who launches it now, since when, and what to do
 */
export function claimLaunch(
	rows: ReadonlyArray<Partial<LaunchRow>>,
	question: ClaimQuestion,
	now: number,
): Partial<LaunchRow> {
	const { ownRow: own = 0 } = readInput(claimLaunchInput, question);
	const claim = rows.find(({ id }) => id === own);
	const held = rows.filter((row) => row.id !== own && isHeld(row, now));
	const other =
		held.find(({ status }) => status === 'launching') ??
		held.find(({ status, id = 0 }) => status === 'waiting' && (!claim || id < own)) ??
		held.find(({ status }) => status !== 'waiting');
	if (other) throw taken(other);
	if (!claim) throw takenMeanwhile();
	return claim;
}

const isHeld = ({ claimed_until: until }: Partial<LaunchRow>, now: number) =>
	(readMoment(until) ?? 0) > now;

function taken(row: Partial<LaunchRow>): PinterestAdsError {
	const campaign = `The campaign “${row.campaign_name ?? ''}”`;
	const since = said(row.claimed_at);
	const until = said(row.claimed_until);
	if (row.status === 'waiting' || row.status === 'launching') {
		return refused(
			`${campaign} is being launched right now, since ${since}.`,
			`Wait until that has ended, which takes a minute or two, and send the form again: it completes what is missing and creates nothing twice. If that launch was cut off, the form works again at ${until}.`,
		);
	}
	const id = row.campaign_id ? ` (${row.campaign_id})` : '';
	const did = row.status === 'failed' ? 'partly launched' : 'launched';
	return refused(
		`${campaign}${id} was ${did} at ${since}, and Pinterest’s lists do not show all of it yet.`,
		`Send the form again at ${until} or later: by then what exists is found, and nothing is created twice.`,
	);
}

/** For a run whose claim was deleted by that of another who came at the same moment. */
export const takenMeanwhile = () =>
	refused(
		'This campaign is being launched right now, by somebody who sent the form at the same moment.',
		'Wait a minute, and send it again: it completes what is missing and creates nothing twice.',
	);

const said = (time: unknown) => {
	const moment = readMoment(time);
	return moment === undefined ? 'a time that is not known' : inUtc(moment);
};

const refused = (message: string, hint: string) =>
	new PinterestAdsError('invalid', message, { hint });
