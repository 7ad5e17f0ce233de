import {
	carriedBy,
	countCarried,
	diagnoseConversions,
	getEventQuality,
	prepareConversions,
	sendConversions,
	type NewConversion,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { httpOnSimulator } from '../httpOnSimulator.mts';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());
afterEach(() => expect(simulator.violations()).toEqual([]));

const HOUR = 3_600_000;
const adAccountId = SEED.adAccountId;

const contextWith = (token: string = SEED.tokens.access): WorkerContext => ({
	http: httpOnSimulator(simulator, token),
	clock: { now: () => simulator.now(), sleep: async () => undefined },
	logger: { debug() {}, info() {}, warn() {} },
});

const checkout = (n: number, more: object = {}): NewConversion => ({
	...{ eventName: 'checkout', eventId: `order-${n}`, email: `customer${n}@example.com` },
	...{ clientIpAddress: '203.0.113.7', clientUserAgent: 'Mozilla/5.0', externalId: String(n) },
	...{ value: '49.99', currency: 'USD', orderId: String(n), clickId: 'dj0yJnU9', ...more },
});

/** Sends them, and gives the rows that a table would have of them. */
async function sent(events: readonly NewConversion[], status = 'sent') {
	const outcomes = await sendConversions(
		contextWith(),
		events.map((event) => ({ ...event, adAccountId })),
	);
	expect(outcomes.every(({ ok }) => ok)).toBe(true);
	const createdAt = new Date(simulator.now()).toISOString();
	return prepareConversions(events, simulator.now()).map((outcome) => {
		if (!outcome.ok) throw outcome.error;
		const { event, event_time, event_name, event_id, action_source } = outcome.record;
		return {
			...{ event_name, event_id, action_source, status, createdAt },
			event_time: new Date(event_time * 1000).toISOString(),
			carried: carriedBy(JSON.parse(event) as object),
		};
	});
}

const diagnose = async (rows: Parameters<typeof countCarried>[0] = [], more = {}) =>
	await diagnoseConversions(contextWith(), {
		...{ adAccountId, ...more },
		carried: countCarried(rows, { now: simulator.now(), days: 14 }),
	});

const told = ({ findings }: Awaited<ReturnType<typeof diagnose>>) =>
	findings.map(({ severity, id, reason }) => [severity, id, reason]);

it('reads what Pinterest finds of what it was sent', async () => {
	await sent([checkout(1), checkout(2), checkout(3, { email: undefined, eventName: 'lead' })]);
	const [score, ...others] = await getEventQuality(contextWith(), { adAccountId, lookback: '1d' });
	expect(others).toEqual([]);
	expect(score).toMatchObject({
		...{ ingestion_source: 'CONVERSIONS_API', source_platform: 'WEB', overall_status: 'GOOD' },
		events: [
			{ event_name: 'checkout', carries: { hashed_email: { coverage: 100 } } },
			{ event_name: 'lead', carries: { hashed_email: { coverage: 0 } } },
		],
	});
	expect(await getEventQuality(contextWith(), { adAccountId, ingestionSource: 'TAG' })).toEqual([]);
});

it('finds nothing wrong with events that carry everything, and are attributed to ads', async () => {
	const rows = await sent(Array.from({ length: 12 }, (_, n) => checkout(n)));
	simulator.plant({
		metrics: [
			{ adId: '687201365001000001', date: day(-1), impressions: 900, checkouts: 9 } as never,
		],
	});
	const diagnosis = await diagnose(rows, { expectedEvents: 'checkout' });
	expect(told(diagnosis).filter(([severity]) => severity !== 'info')).toEqual([]);
	expect(diagnosis.can_match).toBe(true);
	expect(diagnosis.attributed?.impressions).toBeGreaterThan(0);
	expect(diagnosis.checked).toEqual({ conversions: 12, quality_scores: 1, conversion_tags: 1 });
});

const day = (offset: number) =>
	new Date(simulator.now() + offset * 24 * HOUR).toISOString().slice(0, 10);

it('says what few events carry, from here and by Pinterest’s own rating', async () => {
	const bare = { email: undefined, externalId: undefined, clickId: undefined };
	const rows = await sent(Array.from({ length: 12 }, (_, n) => checkout(n, bare)));
	const diagnosis = await diagnose(rows);
	expect(told(diagnosis)).toEqual(
		expect.arrayContaining([
			['slows', 'checkout', 'low_quality'],
			['slows', 'checkout', 'few_emails'],
			['info', 'checkout', 'few_external_ids'],
		]),
	);
	expect(diagnosis.findings.find(({ reason }) => reason === 'low_quality')?.message).toContain(
		'NEEDS IMPROVEMENT. Of its events, 0 % carry an email address',
	);
});

it('says that an event which came every few hours no longer does', async () => {
	const rows = [];
	for (let n = 0; n < 8; n++) {
		rows.push(...(await sent([checkout(n)])));
		simulator.advance(6 * HOUR);
	}
	simulator.advance(30 * HOUR);
	rows.push(...(await sent([checkout(99, { eventName: 'lead' })])));
	const { findings, can_match } = await diagnose(rows);
	expect(findings[0]).toMatchObject({
		...{ severity: 'blocks', reason: 'event_stopped', id: 'checkout' },
		message: expect.stringContaining('has not come in for 36 hours'),
	});
	expect(can_match).toBe(true);
});

it('tells the tag of the ad account that stopped firing, beside scores that a test has set', async () => {
	simulator.plant({
		conversionTags: [
			{ id: SEED.conversionTagId, lastFiredAt: simulator.now() - 80 * HOUR, configs: {} },
		],
		qualityScores: [
			{
				id: '1',
				ingestion_source: 'TAG',
				overall_status: 'FAIR',
				quality_components: { hashed_email: { CHECKOUT: { coverage: 12, issues: [] } } },
			},
		],
	});
	expect(told(await diagnose())).toEqual(
		expect.arrayContaining([
			['slows', 'checkout', 'low_quality'],
			['info', 'checkout', 'only_tag'],
			['blocks', SEED.conversionTagId, 'tag_silent'],
			['slows', SEED.conversionTagId, 'enhanced_match_off'],
		]),
	);
});

it('an ad account to which nothing was sent: says so first', async () => {
	const { can_match, summary, findings } = await diagnose();
	expect(can_match).toBe(false);
	expect(findings[0].reason).toBe('no_events');
	expect(summary).toMatch(/^No conversion can be matched\. No conversion event has arrived/);
});

it('scores that are refused cost only what follows from them', async () => {
	const rows = await sent([checkout(1)]);
	simulator.addFault({
		match: { operationId: 'conversion_eqs/list' },
		fault: 'answer',
		answer: { status: 403, body: { code: 29, message: 'You are not permitted.' } },
	});
	const { findings, events } = await diagnose(rows);
	expect(findings.filter(({ reason }) => reason === 'not_checked')).toHaveLength(1);
	expect(events).toMatchObject([{ event_name: 'checkout', arrived: [], sent: [{ events: 1 }] }]);
	const asked = simulator
		.ledger()
		.filter(({ operationId }) => operationId === 'conversion_eqs/list');
	expect(asked).toHaveLength(1);
});

it('an analyst may ask for it, and a token that may only read', async () => {
	for (const token of [SEED.tokens.analyst, SEED.tokens.readOnly]) {
		const { findings } = await diagnoseConversions(contextWith(token), { adAccountId });
		expect(findings.filter(({ reason }) => reason === 'not_checked')).toEqual([]);
	}
});
