import { failed, succeeded, type Outcome } from '../outcome';
import type { NewConversion } from './conversionFields';
import { readEvent } from './event/readEvent';

/** An event that is ready to be sent, and to be kept until then. */
export interface PreparedConversion {
	event_id: string;
	event_name: string;
	/** Unix seconds. */
	event_time: number;
	action_source: string;
	/** Where the event has one. */
	order_id?: string;
	/**
	 * The event as JSON, as Pinterest will be sent it: nothing about the person is in clear but what
	 * Pinterest wants in clear. Sent later as an input's `event` with the `eventSource` "json", it is
	 * the same event with the same id.
	 */
	event: string;
	warnings: string[];
	/** Where the input names one. */
	ad_account_id?: string;
}

/**
 * Checks and hashes conversion events without sending them, for callers that write an event down
 * before they send it. Needs no connection: it works while Pinterest does not.
 * @param inputs as of {@link sendConversions}
 * @param now milliseconds
 * @returns one outcome per input, in their order. An error's `details.problems` is a list of
 * `{ field, message }`, also where there is only one.
 */
export function prepareConversions(
	inputs: readonly NewConversion[],
	now: number,
): Array<Outcome<PreparedConversion>> {
	const said = new Set<string>();
	return inputs.map((input, position) => {
		const read = readEvent(input, now, position, said);
		if (!read.ok) return failed(read.error);
		const { event, warnings, adAccountId } = read.record;
		const { event_id, event_name, event_time, action_source, custom_data } = event;
		const orderId = custom_data?.order_id;
		return succeeded({
			event_id,
			event_name,
			event_time,
			action_source,
			...(typeof orderId === 'string' && { order_id: orderId }),
			event: JSON.stringify(event),
			warnings,
			...(adAccountId !== undefined && { ad_account_id: adAccountId }),
		});
	});
}
