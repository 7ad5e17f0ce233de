import { z } from 'zod';
import { adAccountId } from '../campaigns/fields';
import { withDefault } from '../fields/field';
import { choice, choices, day, flag, idsOf, listOf, windowDays } from '../fields/kinds';
import { BROKEN_DOWN_CHOICES, TARGETING_TYPE_CHOICES } from './breakdown/targetingTypes';
import { PRESET_CHOICES } from './columns/columnPresets';
import { COMPARISON_CHOICES } from './comparison/comparisons';
import { LEVEL_CHOICES } from './levels';
import { GRANULARITY_CHOICES, PERIOD_CHOICES } from './periods';

/** The fields of what metrics are asked for by. */

const column = z
	.string()
	.transform((name) => name.trim().toUpperCase())
	.refine((name) => /^[A-Z][A-Z0-9_]{0,199}$/.test(name), 'must be the name of a column');

/** @param usual what Ads Manager counts by */
const windowAfter = (label: string, after: string, usual = 30) =>
	windowDays({
		label,
		description: `How many days after ${after} a conversion still counts. As in Ads Manager: ${usual}, unless you changed it there.`,
		preset: usual,
	});

export const METRICS_FIELDS = {
	adAccountId,
	level: withDefault(
		choice({ label: 'Level', description: 'What one row is about', choices: LEVEL_CHOICES }),
		'campaign',
	),
	targetingTypes: choices({
		label: 'Targeting Types',
		description:
			'By what to break the numbers down. Each type is the same numbers again, so do not add two of them up.',
		choices: TARGETING_TYPE_CHOICES,
		isFilter: true,
		appliesWhen: { level: ['targeting'] },
	}),
	breakdownOf: choice({
		label: 'Breakdown Of',
		description: 'Whose numbers to break down',
		choices: BROKEN_DOWN_CHOICES,
		preset: 'adGroup',
		appliesWhen: { level: ['keyword', 'targeting'] },
	}),
	ids: {
		...idsOf('other', {
			label: 'IDs',
			description:
				'The campaigns, ad groups, ads or product groups, as IDs separated by commas. Empty means all of the ad account, archived ones included.',
			isFilter: true,
		}),
		// Whose they are is known with the level.
		schema: z.unknown(),
	},
	period: choice({
		label: 'Period',
		description: 'The days to report on. “Last 7 days” are the seven before today.',
		choices: PERIOD_CHOICES,
		preset: 'last7days',
	}),
	startDate: day({
		label: 'From',
		description: 'The first day, as year-month-day, up to 914 days ago',
		example: '2026-11-01',
		appliesWhen: { period: ['custom'] },
	}),
	endDate: day({
		label: 'To',
		description: 'The last day, as year-month-day',
		example: '2026-11-07',
		appliesWhen: { period: ['custom'] },
	}),
	granularity: withDefault(
		choice({
			label: 'Granularity',
			description: 'How long a time one row covers',
			choices: GRANULARITY_CHOICES,
		}),
		'DAY',
	),
	compareWith: withDefault(
		choice({
			label: 'Compare With',
			description:
				'Another period, whose figures come beside those of each row, with how they have changed',
			choices: COMPARISON_CHOICES,
		}),
		'none',
	),
	columnPreset: choice({
		label: 'Column Preset',
		description: 'Which columns each row has. Columns that are named come on top.',
		choices: PRESET_CHOICES,
	}),
	columns: listOf(column, {
		label: 'Column Names or IDs',
		description: 'Columns that each row has, beside those of the preset',
		example: 'SPEND_IN_DOLLAR, TOTAL_CLICKTHROUGH',
		elements: 'words',
		isFilter: true,
	}),
	clickWindowDays: windowAfter('Click Window', 'a click'),
	engagementWindowDays: windowAfter('Engagement Window', 'an engagement'),
	viewWindowDays: windowAfter('View Window', 'a view', 1),
	conversionReportTime: choice({
		label: 'Conversion Report Time',
		description: 'To which day a conversion belongs',
		choices: { TIME_OF_AD_ACTION: 'Time of Ad Action', TIME_OF_CONVERSION: 'Time of Conversion' },
	}),
	timeZone: choice({
		label: 'Time Zone',
		description: 'Where the days begin',
		choices: {
			UTC: 'UTC',
			account: {
				label: 'Ad Account',
				description: 'As in Ads Manager; Pinterest gives it to some apps only',
			},
		},
	}),
	includeToday: flag({
		label: 'Include Today',
		description: 'Whether a period such as the last 7 days includes the day that is not over yet',
	}),
	includeEmpty: withDefault(
		flag({
			label: 'Include Empty',
			description: 'Whether there is a row also where nothing happened (granularity Day and Total)',
		}),
		false,
	),
	micro: withDefault(
		flag({
			label: 'Micro',
			description:
				'Whether each amount is there as whole micro-currency too, which adds up exactly',
		}),
		false,
	),
};
