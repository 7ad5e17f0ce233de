import { readFileSync } from 'node:fs';
import { conversionFindings } from '../../../../worker/src/conversions/diagnosis/diagnoseConversions.ts';
import { CONVERSION_HINTS } from '../../../../worker/src/conversions/diagnosis/reasons.ts';
import type { Seen } from '../../../../worker/src/conversions/diagnosis/seen.ts';
import { ago, both, carried, FULL, matched, score, seen, source, tag } from './seenConversions.mts';

type Expected = [severity: string, level: string, id: string, reason: string, message: RegExp];

const server = (...args: Parameters<typeof score>) => source('CONVERSIONS_API', [score(...args)]);
/** A browser has no device ID, and some click IDs are enough. */
const low = { hashed_email: 20, ip_address: 60, click_id_epik: 0, hashed_maid: 0 };
const nothing = { carried: [], fortnight: [], lastDay: [], matched: matched({ conversions: 0 }) };

/** Each changes one thing of an ad account in which nothing is wrong, and that is all that is found. */
const CASES: Array<[what: string, change: Partial<Seen>, ...Expected]> = [
	[
		'nothing has arrived at all',
		nothing,
		'blocks',
		'ad_account',
		'5',
		'no_events',
		/^No conversion event has arrived at Pinterest in the last 14 days\.$/,
	],
	[
		'all that was sent were tests',
		{ ...nothing, carried: [carried({ events: 0, test_events: 7, known: 0, statuses: {} })] },
		'blocks',
		'ad_account',
		'5',
		'tests_only',
		/^All 7 events of the last 14 days were tests/,
	],
	[
		'some of them were tests',
		{ carried: [carried({ test_events: 10 })] },
		'info',
		'ad_account',
		'5',
		'tests_among_them',
		/^10 of 50 \(20 %\) events/,
	],
	[
		'an expected event is nowhere',
		{ expected: ['checkout', 'lead'] },
		'blocks',
		'event',
		'lead',
		'event_missing',
		/^Event “lead” has not arrived at Pinterest in the last 14 days, and should have\.$/,
	],
	[
		'nothing has arrived in the last day',
		{ lastDay: [] },
		'slows',
		'ad_account',
		'5',
		'event_stopped',
		/Nothing has arrived at Pinterest within the last day; in the last 14 days there were checkout\./,
	],
	[
		'an event no longer comes in, against its own rhythm',
		{ carried: [carried({ last_at: ago(30) })] },
		'blocks',
		'event',
		'checkout',
		'event_stopped',
		/has not come in for 30 hours, since 2026-11-23 06:00 UTC\. .*more than 9 hours between two of its 40/,
	],
	[
		'another event comes, but this one has not for a day',
		{ fortnight: [...both(), ...both('lead')] },
		'info',
		'event',
		'lead',
		'event_stopped',
		/^Event “lead” came through the (Conversions API|Pinterest tag) \(WEB\) in the last 14 days, but not in the last day/,
	],
	[
		'what was sent is not in the figures',
		{ carried: [carried(), carried({ event_name: 'signup' })] },
		'slows',
		'event',
		'signup',
		'not_in_figures',
		/40 events sent more than two days ago, but Pinterest’s figures .* have none/,
	],
	[
		'some could not be sent',
		{ carried: [carried({ statuses: { sent: 30, failed: 8, dead: 2 } })] },
		'blocks',
		'event',
		'checkout',
		'not_sent',
		/10 of 40 \(25 %\) could not be sent \(8 to be tried again, 2 given up\)/,
	],
	[
		'no ad was shown',
		{ matched: matched({ conversions: 0, impressions: 0, clicks: 0 }) },
		'slows',
		'ad_account',
		'5',
		'no_ads_shown',
		/^No ad of this ad account was shown/,
	],
	[
		'ads were shown, and nothing is attributed to them',
		{ matched: matched({ conversions: 0 }) },
		'slows',
		'ad_account',
		'5',
		'none_attributed',
		/no conversion to an ad in the last 14 days, of 40 events .*9000 impressions and 80 clicks/,
	],
	[
		'conversions are attributed, but none of this event',
		{ matched: matched({ checkouts: 0 }) },
		'slows',
		'event',
		'checkout',
		'none_attributed',
		/attributes none of 40 events .* while it does so with 12 conversions of other events\.$/,
	],
	[
		'Pinterest rates a source badly',
		{
			fortnight: [
				source('CONVERSIONS_API', [score('checkout', low)], 'NEEDS_IMPROVEMENT'),
				both()[1],
			],
		},
		'slows',
		'event',
		'checkout',
		'low_quality',
		/rates what comes that way NEEDS IMPROVEMENT\. Of its events, 20 % carry an email address, 0 % carry a click ID\.$/,
	],
	[
		'Pinterest has an issue with an event of a good source',
		{ fortnight: [withIssue(), both()[1]] },
		'info',
		'event',
		'checkout',
		'low_quality',
		/Pinterest says: an email address: Hash: Not SHA-256\.$/,
	],
	[
		'few carry an email address',
		{ carried: [carried({ carry: { ...carried().carry, em: 10 } })] },
		'slows',
		'event',
		'checkout',
		'few_emails',
		/^Event “checkout” \(web\): 10 of 40 \(25 %\) carry an email address\.$/,
	],
	[
		'few carry both IP address and user agent',
		{ carried: [carried({ carry: { ...carried().carry, ip_and_ua: 0 } })] },
		'slows',
		'event',
		'checkout',
		'few_ips_and_agents',
		/0 of 40 \(0 %\) carry IP address and user agent/,
	],
	[
		'none of many carries a click ID',
		{ carried: [carried({ carry: { ...carried().carry, click_id: 0 } })] },
		'slows',
		'event',
		'checkout',
		'no_click_ids',
		/0 of 40 \(0 %\) carry a click ID/,
	],
	[
		'few carry an external ID',
		{ carried: [carried({ carry: { ...carried().carry, external_id: 19 } })] },
		'info',
		'event',
		'checkout',
		'few_external_ids',
		/19 of 40 \(48 %\) carry an external ID/,
	],
	[
		'events without an ID of their own, which the tag reports as well',
		{ carried: [carried({ ids: { given: 20, order: 15, made: 5 } })] },
		'slows',
		'event',
		'checkout',
		'ids_made',
		/20 of 40 \(50 %\) came without an event ID of their own; 15 .* order number, 5 .*The Pinterest tag reports this event as well\.$/,
	],
	[
		'events with the same ID',
		{ carried: [carried({ duplicates: 4 })] },
		'info',
		'event',
		'checkout',
		'duplicates',
		/4 of 40 \(10 %\) have the event ID of another one\. Pinterest counts those with the same ID once\.$/,
	],
	[
		'the tag and the server share no event IDs',
		{
			fortnight: [server('checkout', FULL, 10), source('TAG', [score('checkout', FULL, 10)])],
		},
		'slows',
		'event',
		'checkout',
		'not_deduplicated',
		/only 100 % carry an event ID, and 10 % have one that both ways share/,
	],
	[
		'only the tag reports an event, while the server reports others',
		{
			fortnight: [...both(), source('TAG', [score('lead')])],
			lastDay: [...both(), source('TAG', [score('lead')])],
		},
		'slows',
		'event',
		'lead',
		'only_tag',
		/comes from the Pinterest tag only/,
	],
	[
		'only the server reports an event, while the tag reports others',
		{ fortnight: [...both(), server('lead')], lastDay: [...both(), server('lead')] },
		'info',
		'event',
		'lead',
		'only_server',
		/comes from your server only/,
	],
	[
		'events that came in late',
		{ carried: [carried({ late: 4, longest_delay_hours: 30 })] },
		'slows',
		'event',
		'checkout',
		'late_events',
		/4 of 40 \(10 %\) came in more than an hour .* counted as offline\. The longest delay was 30 hours\.$/,
	],
	[
		'events that came in after a week',
		{ carried: [carried({ late: 3, week_late: 3, longest_delay_hours: 200 })] },
		'slows',
		'event',
		'checkout',
		'week_late_events',
		/3 of 40 \(8 %\) came in more than 7 days/,
	],
	[
		'there is no tag',
		{ tags: [tag({ status: 'ARCHIVED' })] },
		'info',
		'ad_account',
		'5',
		'no_tag',
		/has no conversion tag/,
	],
	[
		'one of two tags has never fired',
		{ tags: [tag(), tag({ id: '27', name: 'New', last_fired_at: null })] },
		'info',
		'conversion_tag',
		'27',
		'tag_never_fired',
		/^Conversion tag “New” has never fired\.$/,
	],
	[
		'the tag has not fired for days',
		{ tags: [tag({ last_fired_at: ago(75) })] },
		'slows',
		'conversion_tag',
		'26',
		'tag_silent',
		/last fired 3 days ago, at 2026-11-21 09:00 UTC/,
	],
	[
		'the tag does not look for email addresses',
		{ tags: [tag({ automatic_match: ['name'] })] },
		'slows',
		'conversion_tag',
		'26',
		'enhanced_match_off',
		/does not look for email addresses, only for: name\.$/,
	],
	[
		'the latest events are still being attributed',
		{ carried: [carried({ recent: 6 })] },
		'info',
		'ad_account',
		'5',
		'attribution_pending',
		/^6 of 40 \(15 %\) events are not two days old yet\. So far, the report has 12 conversions\.$/,
	],
];

function withIssue() {
	const good = score('checkout');
	const issues = [{ name: 'Hash', reason: 'Not SHA-256' }];
	const hashed_email = { ...good.carries.hashed_email, issues };
	return source('CONVERSIONS_API', [{ ...good, carries: { ...good.carries, hashed_email } }]);
}

it('finds nothing where nothing is wrong', () => {
	expect(conversionFindings(seen())).toEqual([]);
});

describe('what keeps conversions from matching', () => {
	it.each(CASES)('%s', (_what, change, severity, level, id, reason, message) => {
		const findings = conversionFindings(seen(change));
		const own = findings.filter((one) => one.reason === reason);
		expect(own[0]).toEqual({
			...{ severity, level, id, reason },
			name: level === 'ad_account' ? null : expect.any(String),
			message: expect.stringMatching(message),
			hint: CONVERSION_HINTS[reason as keyof typeof CONVERSION_HINTS],
		});
		// What is only good to know may follow from it; nothing else may.
		const others = findings.filter((one) => one.reason !== reason && one.severity !== 'info');
		expect(others).toEqual([]);
	});

	it('has a case for every reason', () => {
		const reasons = new Set(CASES.map((one) => one[5]));
		const missing = Object.keys(CONVERSION_HINTS).filter((reason) => !reasons.has(reason));
		expect(missing).toEqual(['not_checked']);
	});
});

it.each([
	[
		'an event that always had long pauses',
		{ carried: [carried({ last_at: ago(30), longest_pause_hours: 20 })] },
	],
	[
		'an event of which there are too few to judge',
		{ carried: [carried({ last_at: ago(30), events: 4 })] },
	],
	[
		'a click ID missing from few events',
		{
			carried: [
				carried({
					known: 19,
					carry: { ...carried().carry, em: 19, ip_and_ua: 19, external_id: 19, click_id: 0 },
				}),
			],
		},
	],
	[
		'no IP address of an event that happened in a shop',
		{ carried: [carried({ action_source: 'offline', carry: { em: 40, external_id: 40 } })] },
	],
	[
		'what could not be read',
		{ fortnight: undefined, lastDay: undefined, tags: undefined, matched: undefined },
	],
	[
		'an expected event, where nobody knows what arrived',
		{ expected: ['lead'], carried: [], fortnight: undefined, lastDay: undefined },
	],
	[
		'what is not among scores with a gap',
		{ fortnight: [], lastDay: undefined, isPartial: true, expected: ['lead'] },
	],
])('does not alarm anybody for %s', (_what, change) => {
	expect(conversionFindings(seen(change as Partial<Seen>))).toEqual([]);
});

it('a tag that nothing else stands beside blocks where it does not fire', () => {
	const alone = { carried: [], fortnight: [], lastDay: [] };
	const findings = conversionFindings(seen({ ...alone, tags: [tag({ last_fired_at: null })] }));
	expect(findings).toContainEqual(
		expect.objectContaining({ reason: 'tag_never_fired', severity: 'blocks' }),
	);
});

it('duplicates of offline events are counted twice', () => {
	const offline = carried({ action_source: 'offline', duplicates: 2 });
	expect(conversionFindings(seen({ carried: [offline] }))).toContainEqual(
		expect.objectContaining({
			...{ reason: 'duplicates', severity: 'slows' },
			message: expect.stringContaining('never removes duplicates of offline events'),
		}),
	);
});

it('answers what the reference says of conversions that do not match', () => {
	const hint = CONVERSION_HINTS.none_attributed;
	expect(hint).toContain('same email address as in the Customer List');
	expect(hint).toContain('SHA256-hashed automatically: do not pre-hash it');
	expect(hint).toContain('Always pass an event ID');
	expect(hint).toContain('24 to 48 hours');
});

it('every reason is explained in docs/conversions.md', () => {
	const docs = readFileSync(new URL('../../../../docs/conversions.md', import.meta.url), 'utf8');
	const explained = docs.slice(docs.indexOf('| reason | what was seen |'));
	for (const reason of Object.keys(CONVERSION_HINTS)) expect(explained).toContain(`\`${reason}\``);
});
