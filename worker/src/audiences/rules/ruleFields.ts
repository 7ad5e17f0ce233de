import { adAccountId } from '../../connection/adAccountField';
import { required } from '../../fields/field';
import { number, text } from '../../fields/kinds';
import { audienceDescription, audienceName, recordId } from '../records/recordFields';

/** What every audience that is made of a rule has beside it. */
export const BESIDE_THE_RULE = {
	adAccountId,
	id: recordId,
	name: required(
		text(
			{
				label: 'Name',
				description:
					'The name of the new audience. One of the same type and name that exists already is returned instead of a second one being created.',
				example: 'Visitors of the last 30 days',
			},
			audienceName,
		),
	),
	description: audienceDescription,
};

export const retentionDays = number({
	label: 'Retention Days',
	description: 'How long somebody stays in the audience. Left out, Pinterest takes 180 days.',
	unit: 'days',
	least: 1,
	most: 540,
	must: 'must be a whole number from 1 to 540',
	isWhole: true,
	preset: 180,
	sentAs: 'retention_days',
});
