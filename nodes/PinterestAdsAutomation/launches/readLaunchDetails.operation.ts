import type { IDataObject } from 'n8n-workflow';
import { readDetails, type LaunchChoices, type LaunchGoal } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { CEILING } from './ceilingWords';
import { choicesIn, detailFields, goalIn } from './detailFields';
import { isSent } from './formPage';

interface Given {
	readonly sent: IDataObject;
	readonly goal: LaunchGoal;
	readonly choices: Partial<LaunchChoices>;
}

export const readLaunchDetails = operation<Given>({
	name: 'Read the Details of a Launch',
	value: 'readLaunchDetails',
	action: 'Read the details of a launch',
	description:
		'Turn the answers of Ask for the Details of a Launch into the fields of Campaign: Launch; problems says what is to be corrected. Gives nothing where somebody has left the form.',
	local: true,
	properties: detailFields,
	read: (fields) => ({
		sent: fields.json(),
		goal: goalIn(fields),
		choices: choicesIn(fields),
	}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ sent, goal, choices }) => ({
			records: isSent(sent) ? [readDetails(sent, goal, choices, now())] : [],
		})),
});

const now = () => ({ ceilingPlace: CEILING.place, now: n8nClock.now() });
