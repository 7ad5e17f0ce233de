import { z } from 'zod';
import { required, type GivenBy } from '../fields/field';
import { choice, json, url as urlField } from '../fields/kinds';
import { shapeOf } from '../fields/shape';
import { url } from '../fields/textReaders';
import { optional } from '../input';
import type { TrackingUrls } from '../pinterest/types';
import { list } from '../values/lists';
import { withoutUndefined } from './body';

/** Addresses of others that campaigns, ad groups and ads are measured with. */

const urls = optional(
	list(url, { elements: 'addresses' }).pipe(
		z.array(z.string()).max(3, 'must hold at most 3 addresses'),
	),
);

/** What is measured, by its key in Pinterest's schema `TrackingUrls`. */
const TRACKED = {
	impression: 'Impression',
	click: 'Click',
	engagement: 'Engagement',
	buyable_button: 'Buyable Button',
	audience_verification: 'Audience Verification',
} satisfies Record<keyof TrackingUrls, string>;

const TRACKING_URL = {
	event: required(
		choice({
			label: 'Event',
			description: 'What the address is called at',
			choices: TRACKED,
			preset: 'click',
		}),
	),
	url: required(
		urlField({
			label: 'URL',
			description: 'The address that is called',
			example: 'https://track.example.com/click',
		}),
	),
};

/** A list of addresses, each with its event, by their events. */
function byEvent(given: unknown, check: z.RefinementCtx): unknown {
	if (!Array.isArray(given)) return given;
	const read = z.array(z.object(shapeOf(TRACKING_URL)).strict()).safeParse(given);
	if (!read.success) {
		for (const issue of read.error.issues) check.addIssue(issue);
		return z.NEVER;
	}
	return Object.fromEntries(
		Object.keys(TRACKED).flatMap((event) => {
			const addresses = read.data
				.filter((one) => one.event === event)
				.map((one) => String(one.url));
			return addresses.length === 0 ? [] : [[event, addresses]];
		}),
	);
}

const trackingUrlsSchema = z.preprocess(
	byEvent,
	z
		.object(
			{
				impression: urls,
				click: urls,
				engagement: urls,
				buyable_button: urls,
				audience_verification: urls,
			},
			{ invalid_type_error: 'must be an object such as {"click": ["https://…"]}' },
		)
		.strict(),
);

type GivenUrls =
	| { readonly [Event in keyof TrackingUrls]?: string | readonly string[] | null }
	| ReadonlyArray<GivenBy<typeof TRACKING_URL>>;

/** Third-party tracking, by kind of event. */
export const trackingUrls = json<
	GivenUrls,
	z.output<typeof trackingUrlsSchema>,
	'tracking_urls',
	TrackingUrls,
	null
>(
	{
		label: 'Tracking URLs',
		description:
			'Addresses that others measure with, up to 3 for each event: impression, click, engagement, buyable_button and audience_verification',
		example: '{\n  "click": ["https://track.example.com/click"]\n}',
		entry: { label: 'Tracking URL', fields: TRACKING_URL },
		sentAs: 'tracking_urls',
		cleared: null,
		send: (read) => withoutUndefined<TrackingUrls>(read),
	},
	trackingUrlsSchema,
);
