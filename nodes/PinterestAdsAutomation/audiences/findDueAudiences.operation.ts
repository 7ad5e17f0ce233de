import { dueAudiences, type AudienceRow, type SyncSchedule } from '../../../worker/src';
import { allItems } from '../../PinterestAds/allItems';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';

interface Asked {
	readonly rows: readonly AudienceRow[];
	readonly schedule: SyncSchedule;
}

export const findDueAudiences = operation<Asked>({
	name: 'Find Due Audiences',
	value: 'findDueAudiences',
	action: 'Find due audiences',
	description:
		'Of rows of the table pinterest_audiences, let those pass that have to be synced now; nothing comes out where none has',
	local: true,
	properties: [
		{
			displayName: 'Schedule',
			name: 'schedule',
			type: 'options',
			options: [
				{
					name: 'Bulk',
					value: 'bulk',
					description: 'What was never synced, is in error, or was left by a run that is gone',
				},
				{
					name: 'Daily',
					value: 'daily',
					description: 'Also what has had contacts added since, or is synced every day',
				},
			],
			default: 'daily',
			description: 'Which audiences it is for',
		},
	],
	plan: (fieldsOf, itemCount) =>
		allItems(fieldsOf, itemCount, (rows, fields) => ({
			rows: rows as unknown as AudienceRow[],
			schedule: fields.value('schedule') as SyncSchedule,
		})),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ rows, schedule }) => ({
			records: dueAudiences(rows, schedule, n8nClock.now()),
		})),
});
