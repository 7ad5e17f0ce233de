import { z } from 'zod';
import { adAccountId } from '../../connection/adAccountField';
import { inputOf, type GivenTo } from '../../fields/inputs';
import { forPrograms, listOf, number } from '../../fields/kinds';
import type { CarriedEvents } from '../carried/countCarried';
import { nameInFigures } from '../event/eventNames';

/** As far back as most of the scores. */
export const USUAL_DAYS = 14;

const eventName = z
	.string({ invalid_type_error: 'must be names of events, such as checkout' })
	.max(100, 'must be names of events, of at most 100 characters')
	.transform((name) => nameInFigures(name.trim()));

const count = z.number().int().nonnegative();
const hours = z.number().nonnegative().nullable();

const carriedEvents: z.ZodType<CarriedEvents, z.ZodTypeDef, unknown> = z.object({
	...{ event_name: z.string(), action_source: z.string(), test_events: count, events: count },
	last_at: z.string().datetime().nullable(),
	...{ longest_pause_hours: hours, known: count, carry: z.record(count) },
	ids: z.object({ given: count, order: count, made: count }),
	...{ duplicates: count, recent: count, timed: count, late: count, week_late: count },
	...{ longest_delay_hours: hours, statuses: z.record(count) },
});

/** The input of `diagnoseConversions`. */
export const diagnoseConversionsInput = inputOf({
	adAccountId,
	days: number({
		label: 'Days',
		description:
			'How many days back the conversions that are given, and Pinterest’s report, are looked at. Pinterest’s own scores are of the last 14 days.',
		...{ least: 1, most: 30, isWhole: true, preset: USUAL_DAYS },
		must: 'must be a whole number from 1 to 30',
	}),
	expectedEvents: listOf(eventName, {
		label: 'Expected Events',
		description:
			'The events that should arrive, by their names, separated by commas. That one of them does not is a finding.',
		example: 'checkout, add_to_cart',
		isFilter: true,
	}),
	carried: forPrograms<readonly CarriedEvents[]>(
		{
			label: 'Carried',
			description: 'What the events that were sent carried, as `countCarried` counts it',
		},
		z.array(carriedEvents),
	),
});

/** What `diagnoseConversions` takes. @interface */
export type ConversionsToDiagnose = GivenTo<typeof diagnoseConversionsInput>;
