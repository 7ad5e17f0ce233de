import type { IDataObject } from 'n8n-workflow';
import { readGoal, type LaunchBegun, type LaunchPlace } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { beginFields, begunIn, placeIn } from './begun';
import { isSent } from './formPage';

interface Given {
	readonly sent: IDataObject;
	readonly begun: LaunchBegun;
	readonly place: LaunchPlace;
}

export const readLaunchGoal = operation<Given>({
	name: 'Read the Goal of a Launch',
	value: 'readLaunchGoal',
	action: 'Read the goal of a launch',
	description:
		'Read the page of Ask for the Goal of a Launch; problems says what is to be corrected. Gives nothing where somebody has left the form.',
	local: true,
	properties: beginFields,
	read: (fields, functions) => ({
		sent: fields.json(),
		begun: begunIn(fields),
		place: placeIn(fields, functions),
	}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ sent, begun, place }) => ({
			records: isSent(sent) ? [readGoal(sent, begun, place)] : [],
		})),
});
