import type { PinterestAdsError } from '../../client/errors';
import { endedByPreview } from '../../preview/preview';
import { formatTime } from '../../values/time';
import type { PendingEvent } from './eventDelivery';

/**
 * How an event ends in a preview. Of the person nothing is said but by what Pinterest could recognize them.
 * @param same which input it repeats; left out: it would be sent
 */
export function eventPreviewed(
	{ event, adAccountId, test, warnings }: PendingEvent,
	same?: number,
): PinterestAdsError {
	const { event_id, event_name, event_time, action_source, user_data } = event;
	const what = `the conversion ${event_name} (Event ID ${event_id})`;
	const identifiers = Object.keys(user_data).sort();
	return endedByPreview({
		would:
			same === undefined
				? `Would ${test ? 'have Pinterest check' : 'send'} ${what}.`
				: `Nothing would be sent: ${what} has the same event name and Event ID as item ${same}.`,
		changes:
			same === undefined
				? [
						{ field: 'Event Name', from: 'none', to: event_name },
						{ field: 'Event Time', from: 'none', to: formatTime(event_time) },
						{ field: 'Action Source', from: 'none', to: action_source },
						{ field: 'Recognized By', from: 'none', to: identifiers },
					]
				: [],
		// Its body is about a person.
		requests: [],
		details: { event_id, test },
		...{ warnings, ad_account_id: adAccountId },
	});
}
