const ADS_MANAGER = 'in Pinterest Ads Manager';
const SEND_MORE =
	'Send what identifies the customer whenever you have it: the email address first, then the click ID, IP address and user agent together, and your own customer ID.';

/**
 * What to do about each reason, in the terms of the reference's chapter "Conversions Not Matching": the same email
 * address as in the Customer List, not hashed before; an event ID; 24 to 48 hours of patience.
 */
export const CONVERSION_HINTS = {
	no_events:
		'Send a conversion, and look again in a day. If one was sent, check that it was sent to this ad account and not as a test.',
	event_missing:
		'Check that what should report it runs, and that it is called so; then send one by hand.',
	event_stopped:
		'Look at what sends it: whether your site, shop or tag still does, and whether it failed lately.',
	not_in_figures:
		'Check that the events went to this ad account and were not sent as a test. Pinterest’s figures may be a day behind.',
	tests_only:
		'Pinterest checks test events and records none of them. Switch Test Only off for the real run.',
	tests_among_them: 'Nothing has to change if these are your own tries.',
	not_sent:
		'The rows say why, in error_message. Failed ones are tried again; dead ones wait for you.',
	no_tag:
		'Nothing has to change if all events come from your server. A tag on the site, with the same event IDs, adds what only a browser knows, such as the click ID.',
	tag_never_fired:
		'Put the tag’s code into every page of the site, publish the site, and open a page.',
	tag_silent: 'Check that the tag’s code is still on the site, and that nothing blocks it.',
	enhanced_match_off: `Switch on Automatic Enhanced Match for the tag’s email address ${ADS_MANAGER}, so that the tag can recognize people whom it would miss.`,
	low_quality: SEND_MORE,
	few_emails:
		'Send the customer’s email address, as it is, with every event of a customer whom you know. It is hashed before it is sent: do not pre-hash it.',
	few_ips_and_agents:
		'Send the IP address and the user agent of the customer’s browser, both together: those of the request that your site got, not those of your server.',
	no_click_ids:
		'Keep the _epik cookie, or the epik parameter of the landing page, with the order, and send it as the click ID.',
	few_external_ids: 'Send your own ID of the customer, the same that the Pinterest tag sends.',
	ids_made:
		'Give each event an event ID of its own where it happens, and give the Pinterest tag the same one: without that, Pinterest cannot tell that both report the same event.',
	duplicates:
		'Nothing has to change where the same event was sent again. If they are different events, give each an ID of its own.',
	not_deduplicated:
		'Send the same event ID from the tag and from the server for the same event. Otherwise it is likely to be counted twice.',
	only_server:
		'Nothing has to change. If the tag is to report it as well, both need the same event ID.',
	only_tag:
		'Send it from your server as well, with the event ID of the tag: that reaches people whose browser blocks the tag, and Pinterest counts the event once.',
	late_events:
		'Send events as they happen. If they are sent in batches, do so several times an hour.',
	week_late_events:
		'Send events as they happen. What is older than 7 days may no longer be attributed to an ad.',
	attribution_pending: `Look again when they are two days old: Pinterest’s conversion report ${ADS_MANAGER} needs 24 to 48 hours.`,
	no_ads_shown:
		'Conversions are matched to ads that people have seen. Check that a campaign delivers.',
	none_attributed:
		'Use the same email address as in the Customer List. It is SHA256-hashed automatically: do not pre-hash it, since what is hashed twice, or hashed in another spelling, never matches. Always pass an event ID. Wait for the 24 to 48 hours of the report.',
	not_checked: `Look at it ${ADS_MANAGER}.`,
} as const;

/** What can keep conversions from matching, or keep us from seeing it. */
export type ConversionReason = keyof typeof CONVERSION_HINTS;
