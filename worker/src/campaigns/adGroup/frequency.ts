import { required } from '../../fields/field';
import { choice, group, number } from '../../fields/kinds';

/** How often one person sees the ads. */

export const frequencyGoal = group({
	label: 'Frequency Goal',
	description:
		'How often (2 to 20 times) one person should see the ads in a time: DAY, SEVEN_DAY, THIRTY_DAY, TWENTY_FOUR_HOUR, TWENTY_MINUTE or TEN_MINUTE',
	example: '{\n  "frequency": 3,\n  "timeRange": "SEVEN_DAY"\n}',
	fields: {
		frequency: required(
			number({
				label: 'Frequency',
				description: 'So many times',
				...{ least: 2, most: 20, isWhole: true, must: 'must be a whole number from 2 to 20' },
			}),
		),
		timeRange: required(
			choice({
				label: 'Time Range',
				description: 'In this time',
				choices: {
					DAY: 'Day',
					SEVEN_DAY: '7 Days',
					THIRTY_DAY: '30 Days',
					TWENTY_FOUR_HOUR: '24 Hours',
					TWENTY_MINUTE: '20 Minutes',
					TEN_MINUTE: '10 Minutes',
				},
			}),
		),
	},
});

export const lifetimeFrequencyCap = number({
	label: 'Lifetime Frequency Cap',
	description:
		'The most impressions for one person in 30 days. Needs the billable event Impression and an end time.',
	preset: 10,
	...{ least: 1, isWhole: true, must: 'must be a whole number, at least 1' },
	sentAs: 'lifetime_frequency_cap',
});
