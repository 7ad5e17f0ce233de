import { at, automation, decide, isFilled, rows } from '../../builder/index.mts';
import { LAUNCHES } from '../../../worker/src/automation/tables.ts';

/** One launch of a campaign at a time. Why in these steps: worker/src/automation/launches/claimLaunch.ts. */

const LAUNCH = rows(LAUNCHES);
/** Below the pages. */
export const ROW = 11;
export const OWN = "={{ $('Ask for the name').first().json.id }}";

export const askForTheName = LAUNCH.insert('Ask for the name', at(2, ROW), undefined, {
	onError: 'continueErrorOutput',
});

export const sendLaterOnesAway = LAUNCH.remove(
	'Send later ones away',
	at(3, ROW),
	[
		['launch_key', 'eq', '={{ $json.launch_key }}'],
		['status', 'eq', 'waiting'],
		['id', 'gt', '={{ $json.id }}'],
	],
	{ alwaysOutputData: true },
);

export const whoElseLaunchesIt = LAUNCH.get(
	'Who else launches it',
	at(4, ROW),
	{ where: [['launch_key', 'eq', "={{ $('Ask for the name').first().json.launch_key }}"]] },
	{ alwaysOutputData: true, executeOnce: true },
);

export const isItOurTurn = automation(
	'Is it our turn?',
	at(5, ROW),
	'claimLaunch',
	{ ownRow: OWN },
	{ onError: 'continueErrorOutput' },
);

export const takeTheName = LAUNCH.update(
	'Take the name',
	at(6, ROW),
	{
		where: [
			['id', 'eq', OWN],
			['status', 'eq', 'waiting'],
		],
		set: { status: 'launching' },
	},
	{ alwaysOutputData: true },
);

export const isItOurs = decide('Is it ours?', at(7, ROW), isFilled('={{ $json.launch_key }}'));

export const stepBack = LAUNCH.remove(
	'Step back',
	at(7, ROW + 3),
	[
		['id', 'eq', OWN],
		['status', 'eq', 'waiting'],
	],
	{ alwaysOutputData: true },
);

export const freeTheName = LAUNCH.update(
	'Free the name',
	at(10, ROW),
	{
		where: [['id', 'eq', OWN]],
		set: {
			status: '={{ $json.status }}',
			campaign_id: '={{ $json.campaign_id }}',
			message: '={{ $json.message }}',
			error_kind: '={{ $json.error_kind }}',
			claimed_until: '={{ $json.claimed_until }}',
		},
	},
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

export const forgetOldOnes = LAUNCH.remove(
	'Forget old ones',
	at(11, ROW),
	[['claimed_until', 'lt', '={{ $now.minus({ days: 90 }).toISO() }}']],
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);
