import { diagnoseConversions } from '../../../../worker/src/index.ts';
import type { HttpResponse } from '../../../../worker/src/ports.ts';
import { fakeContext, json } from '../../client/fakePorts.mts';
import { carried } from './seenConversions.mts';

const SCORES = [
	{
		...{ ingestion_source: 'CONVERSIONS_API', source_platform: 'WEB', overall_status: 'GOOD' },
		lookback_period: '14d',
		quality_components: { hashed_email: { CHECKOUT: { coverage: 90 } } },
	},
];
const TAGS = { items: [{ id: '26', name: 'Shop', configs: { aem_enabled: true } }] };
const ROW = {
	AD_ACCOUNT_ID: '5',
	TOTAL_IMPRESSION: 9000,
	TOTAL_CONVERSIONS: 12,
	TOTAL_CHECKOUT: 11,
};

/** By a part of the path. */
function contextWith(instead: Record<string, HttpResponse> = {}, more = {}) {
	const answers: Record<string, HttpResponse> = {
		...{ 'conversion_eqs?lookback_period=14d': json(SCORES), 'period=1d': json(SCORES) },
		...{ conversion_tags: json(TAGS), analytics: json([ROW]) },
		...{ '/ad_accounts/5': json({ id: '5', currency: 'USD' }) },
	};
	return fakeContext(
		[
			({ path }) => {
				const own = Object.keys({ ...instead, ...answers }).find((part) => path.includes(part));
				return instead[own ?? ''] ?? answers[own ?? ''];
			},
		],
		more,
	).context;
}

const forbidden = json({ code: 29, message: 'You are not permitted.' }, 403);
const input = { adAccountId: '5', carried: [carried()] };

it('puts the findings in order, with the figures behind them', async () => {
	const diagnosis = await diagnoseConversions(contextWith(), {
		...input,
		expectedEvents: 'Checkout, AddToCart',
	});
	expect(diagnosis).toMatchObject({
		...{ ad_account_id: '5', days: 14, can_match: true },
		summary: expect.stringMatching(
			/^Conversions can be matched, but not all of them\. Pinterest attributes 12 conversions to ads in the last 14 days\. Findings that block matching: 1; that make it worse: 0\.$/,
		),
		findings: [
			{ severity: 'blocks', reason: 'event_missing', id: 'add_to_cart' },
			{ severity: 'info', reason: 'tag_never_fired' },
		],
		attributed: { impressions: 9000, conversions: 12, checkouts: 11 },
		events: [
			{
				event_name: 'checkout',
				sent: [{ action_source: 'web', events: 40 }],
				arrived: [{ coverage: { hashed_email: 90 }, in_last_day: true, overall_status: 'GOOD' }],
			},
		],
		checked: { conversions: 40, quality_scores: 1, conversion_tags: 1 },
	});
});

it.each([
	['the event quality scores', 'conversion_eqs', 'tag_never_fired'],
	['the conversion tags', 'conversion_tags', 'few_emails'],
	['what Pinterest attributes to ads', 'analytics', 'few_emails'],
])('%s that cannot be read cost only their own findings', async (what, path, other) => {
	const few = carried({ carry: { ...carried().carry, em: 1 } });
	const context = contextWith({ [path]: forbidden });
	const { findings, summary } = await diagnoseConversions(context, { ...input, carried: [few] });
	expect(findings.filter(({ reason }) => reason === 'not_checked')).toMatchObject([
		{ severity: 'info', level: 'ad_account', id: '5', message: expect.stringContaining(what) },
	]);
	expect(findings.map(({ reason }) => reason)).toContain(other);
	expect(summary).toContain('Not everything could be checked (1).');
});

it('one odd score costs no other, and nothing is said of what may be missing', async () => {
	const odd = json([{ ...SCORES[0], quality_components: 7 }, ...SCORES]);
	const context = contextWith({ 'lookback_period=14d': odd });
	const wanted = { ...input, expectedEvents: ['lead'] };
	const { findings, events } = await diagnoseConversions(context, wanted);
	expect(events[0].arrived).toHaveLength(1);
	expect(findings.map(({ reason }) => reason)).toEqual(['tag_never_fired', 'not_checked']);
	expect(findings[1].message).toContain('the components of a quality score');
});

it('fails where nothing was given and nothing can be read', async () => {
	const context = contextWith({ conversion: forbidden, analytics: forbidden });
	await expect(diagnoseConversions(context, { adAccountId: '5' })).rejects.toMatchObject({
		kind: 'forbidden',
	});
});

it('with a conversion token, judges what was given', async () => {
	const context = contextWith({}, { tokenKind: 'conversion' });
	const { findings, can_match } = await diagnoseConversions(context, input);
	expect(can_match).toBe(true);
	expect(findings.map(({ reason }) => reason)).toEqual([
		'not_checked',
		'not_checked',
		'not_checked',
	]);
});

it.each([
	[{ days: 31 }, /Days: must be a whole number from 1 to 30/],
	[{ expectedEvents: ['x'.repeat(101)] }, /Expected Events.*at most 100 characters/],
])('refuses %j', async (wrong, said) => {
	await expect(diagnoseConversions(contextWith(), { ...input, ...wrong })).rejects.toThrow(said);
});
