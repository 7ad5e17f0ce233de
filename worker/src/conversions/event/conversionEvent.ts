import type { CustomData } from '../order/customData';
import type { UserData } from '../person/identifiers';

/** One element of the request's `data` (operation events/create). */
export interface ConversionEvent {
	event_name: string;
	action_source: string;
	/** Unix seconds. */
	event_time: number;
	event_id: string;
	event_source_url?: string;
	user_data: UserData;
	custom_data?: CustomData;
	/** And more of {@link FURTHER}. */
	[further: string]: unknown;
}
