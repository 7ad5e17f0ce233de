import { n8nWords } from '../../../../nodes/PinterestAdsAutomation/dashboard/n8nWords.ts';
import { audiencesOf } from '../../../../worker/src/report/dashboard/model/audienceCards.ts';
import { campaignsOf, keptRows } from '../../../../worker/src/report/dashboard/model/campaigns.ts';
import { changeOf } from '../../../../worker/src/report/dashboard/model/change.ts';
import { connectionState } from '../../../../worker/src/report/dashboard/model/connectionState.ts';
import { conversionsOf } from '../../../../worker/src/report/dashboard/model/conversions.ts';
import { deliveryOf } from '../../../../worker/src/report/dashboard/model/delivery.ts';
import { failuresOf } from '../../../../worker/src/report/dashboard/model/failures.ts';
import { monthSpendOf } from '../../../../worker/src/report/dashboard/model/monthSpend.ts';
import { spansOf } from '../../../../worker/src/report/dashboard/model/periods.ts';
import { schedulesOf } from '../../../../worker/src/report/dashboard/model/schedules.ts';
import {
	audience,
	connection,
	conversion,
	day,
	failure,
	hours,
	metric,
	NOW,
	workflows,
} from './rows.mts';

describe('the periods of the dashboard', () => {
	it('are full days that end yesterday, beside as many before them', () => {
		expect(spansOf(7, NOW)).toEqual({
			today: '2026-11-30',
			current: { from: '2026-11-23', to: '2026-11-29' },
			before: { from: '2026-11-16', to: '2026-11-22' },
			month: { from: '2026-11-01', to: '2026-11-30' },
			daysInMonth: 30,
			pace: { from: '2026-11-23', to: '2026-11-29' },
			first: '2026-11-01',
		});
	});

	it.each([
		['2026-03-01T00:00:00Z', 7, '2026-02-15', 31],
		['2028-02-29T23:59:59Z', 7, '2028-02-01', 29],
		['2026-12-31T12:00:00Z', 90, '2026-07-04', 31],
	] as const)('at %s, %d days need figures from %s on', (now, period, first, daysInMonth) => {
		expect(spansOf(period, Date.parse(now))).toMatchObject({ first, daysInMonth });
	});
});

describe('the change of a figure', () => {
	it.each([
		[112, 100, 'more', { direction: 'up', tone: 'good', share: 0.12 }],
		[80, 100, 'more', { direction: 'down', tone: 'bad', share: -0.2 }],
		[80, 100, 'less', { direction: 'down', tone: 'good', share: -0.2 }],
		[120, 100, 'neither', { direction: 'up', tone: 'neutral', share: 0.2 }],
		[5, 0, 'more', { direction: 'up', tone: 'good', share: null }],
		[0, 0, 'more', { direction: 'same', tone: 'neutral', share: 0 }],
		[100.001, 100, 'less', { direction: 'same', tone: 'neutral', share: 0 }],
	] as const)('from %d to %d, where %s is wanted', (value, before, wanted, expected) => {
		const change = changeOf(value, before, wanted);
		expect(change).toMatchObject({ direction: expected.direction, tone: expected.tone });
		if (expected.share === null) expect(change?.share).toBeNull();
		else expect(change?.share).toBeCloseTo(expected.share, 10);
	});

	it('is not told where one of the two is not known', () => {
		expect(changeOf(null, 1, 'more')).toBeUndefined();
		expect(changeOf(1, null, 'more')).toBeUndefined();
	});
});

describe('the dot of the connection', () => {
	it.each([
		['good', 'Connected', {}],
		[
			'good',
			'Connected',
			{ token_expires_at: hours(5 * 24), refresh_token_expires_at: hours(900) },
		],
		[
			'warn',
			'Token ends soon',
			{ refresh_token_expires_at: hours(6 * 24), token_expires_at: hours(20) },
		],
		['warn', 'Token ends soon', { refresh_token_expires_at: null, token_expires_at: hours(24) }],
		['warn', 'Not checked lately', { checked_at: hours(-49) }],
		['warn', 'Not checked lately', { checked_at: null }],
		['warn', 'Token is to be renewed', { is_token_valid: false }],
		['bad', 'Token ended', { token_expires_at: hours(-2), refresh_token_expires_at: hours(-1) }],
		['bad', 'Unauthorized', { status: 'unauthorized' }],
		['bad', 'Not connected', { status: 'inactive' }],
		['bad', 'Not connected', { status: null }],
	] as const)('is %s: %s', (tone, word, row) => {
		const state = connectionState(connection(row), NOW, n8nWords);
		expect(state).toMatchObject({ tone, word });
		if (tone !== 'good') expect(state.toDo).not.toBe('');
	});

	it('is red where its table cannot be read, and where it has no row', () => {
		expect(connectionState(null, NOW, n8nWords)).toMatchObject({ tone: 'bad', word: 'Not known' });
		expect(connectionState({}, NOW, n8nWords)).toMatchObject({
			tone: 'bad',
			says: 'Not connected yet.',
		});
	});
});

describe('the cards of the audiences', () => {
	it('have four statuses, and what needs a hand comes first', () => {
		const { cards, counts, due } = audiencesOf(
			[
				audience('B synced'),
				audience('A synced'),
				audience('New', { sync_status: null }),
				audience('Busy', { sync_status: 'syncing', sync_started_at: hours(-0.5) }),
				audience('Broken', { sync_status: 'error', error_message: 'No address.' }),
				audience('Off', { active: false, sync_status: 'error' }),
			],
			NOW,
		);
		expect(cards.map(({ name, status }) => [name, status])).toEqual([
			['Broken', 'error'],
			['Busy', 'syncing'],
			['New', 'not synced'],
			['A synced', 'synced'],
			['B synced', 'synced'],
			['Off', 'error'],
		]);
		expect(counts).toEqual({ error: 2, syncing: 1, 'not synced': 1, synced: 2 });
		expect(due).toBe(2);
	});

	it('say so where a sync was cut off: after an hour nobody is at it any more', () => {
		const [card] = audiencesOf(
			[audience('Gone', { sync_status: 'syncing', sync_started_at: hours(-2) })],
			NOW,
		).cards;
		expect(card.status).toBe('error');
		expect(card.error).toContain('cut off');
	});

	it('tell of contacts that were added since the last sync', () => {
		const [card] = audiencesOf([audience('Grown', { contacts_added_at: hours(-1) })], NOW).cards;
		expect(card.hasNew).toBe(true);
		expect(audiencesOf([audience('Same')], NOW).cards[0].hasNew).toBe(false);
	});
});

const SPANS = spansOf(7, NOW);

describe('the campaigns', () => {
	it('are summed up exactly, beside the days before, with ratios of the sums', () => {
		const rows = [
			metric('1', day(1), {
				spend: 0.1,
				clicks: 1,
				impressions: 10,
				conversions: 1,
				checkout_value: 1,
			}),
			metric('2', day(7), {
				spend: 0.2,
				clicks: 9,
				impressions: 990,
				conversions: 2,
				checkout_value: 0.5,
			}),
			metric('1', day(8), { spend: 0.6, conversions: 0 }),
			metric('1', day(14), { spend: 0, conversions: 0 }),
			metric('1', day(0), { spend: 99 }),
		];
		const { current, before, all, days } = campaignsOf(rows, SPANS, 'USD');
		expect(current).toEqual({
			...{ spend: 0.3, impressions: 1000, clicks: 10, conversions: 3 },
			...{ roas: 5, ctr: 0.01, cost_per_conversion: 0.3 / 3 },
		});
		expect(before).toMatchObject({ spend: 0.6, conversions: 0, cost_per_conversion: null });
		expect(all.map(({ id, current: { spend } }) => [id, spend])).toEqual([
			['2', 0.2],
			['1', 0.1],
		]);
		expect(days.spend.current).toEqual([0.2, 0, 0, 0, 0, 0, 0.1]);
		expect(days.spend.before).toEqual([0, 0, 0, 0, 0, 0, 0.6]);
		expect(days.cost_per_conversion.current[1]).toBeNull();
	});

	it('are compared with nothing while the table does not reach back so far', () => {
		const { before, all, firstDay } = campaignsOf([metric('1', day(13))], SPANS, 'USD');
		expect(before).toBeUndefined();
		expect(all[0].before).toBeUndefined();
		expect(firstDay).toBe(day(13));
	});

	it('count the later of two rows of the same day, as one is written before the other goes', () => {
		const rows = [metric('1', day(1), { spend: 5 }), metric('1', day(1), { spend: 6 })];
		expect(keptRows(rows)).toHaveLength(1);
		expect(campaignsOf(rows, SPANS, 'USD').current.spend).toBe(6);
	});

	it('leave out rows of another currency, and say how many', () => {
		const rows = [metric('1', day(1)), metric('2', day(1), { currency: 'EUR' })];
		expect(campaignsOf(rows, SPANS, 'USD')).toMatchObject({
			...{ otherCurrencies: 1, currency: 'USD' },
			current: { spend: 10 },
		});
		expect(campaignsOf(rows, SPANS)).toMatchObject({ currency: 'EUR', otherCurrencies: 1 });
	});

	it('have the name and the status of the newest day', () => {
		const rows = [
			metric('1', day(1), { campaign_name: 'New', campaign_status: 'PAUSED' }),
			metric('1', day(5), { campaign_name: 'Old' }),
		];
		expect(campaignsOf(rows, SPANS, 'USD').all[0]).toMatchObject({ name: 'New', status: 'PAUSED' });
	});

	it('give no figures without rows', () => {
		const { current, all, firstDay } = campaignsOf([], SPANS, 'USD');
		expect(current.spend).toBeNull();
		expect(all).toEqual([]);
		expect(firstDay).toBeUndefined();
	});
});

describe('the spend of the month', () => {
	const rowsOf = (spends: Readonly<Record<string, number>>) =>
		keptRows(Object.entries(spends).map(([date, spend]) => metric('1', date, { spend })));

	it('heads where the last seven full days lead', () => {
		const now = Date.parse('2026-11-21T09:00:00Z');
		const spends = Object.fromEntries(
			Array.from({ length: 20 }, (_, n) => [
				`2026-11-${String(n + 1).padStart(2, '0')}`,
				n < 13 ? 10 : 20,
			]),
		);
		const month = monthSpendOf(rowsOf({ ...spends, '2026-11-21': 5 }), spansOf(7, now), 500);
		// 13 × 10 + 7 × 20 by yesterday; 20 a day for ten days, today among them.
		expect(month).toMatchObject({
			spent: 275,
			heading: 470,
			perDay: 20,
			paceDays: 7,
			daysLeft: 10,
		});
		expect(month).toMatchObject({ budget: 500, used: 0.55, headingShare: 0.94 });
	});

	it('heads nowhere on the first day that has figures', () => {
		expect(monthSpendOf(rowsOf({ [day(0)]: 5 }), SPANS)).toMatchObject({ spent: 5, heading: null });
	});

	it('goes by as many days as there are figures of', () => {
		const month = monthSpendOf(rowsOf({ [day(2)]: 10, [day(1)]: 20 }), SPANS);
		expect(month).toMatchObject({ paceDays: 2, perDay: 15, spent: 30, heading: 45 });
	});

	it('goes by the month before on the first of a month', () => {
		const now = Date.parse('2026-12-01T03:00:00Z');
		const week = Object.fromEntries([24, 25, 26, 27, 28, 29, 30].map((n) => [`2026-11-${n}`, 10]));
		const month = monthSpendOf(rowsOf(week), spansOf(7, now));
		expect(month).toMatchObject({ spent: 0, perDay: 10, heading: 310, daysLeft: 31 });
	});

	it('is never headed for less than is spent already', () => {
		const rows = rowsOf({ [day(7)]: 0, [day(0)]: 500 });
		expect(monthSpendOf(rows, SPANS)?.heading).toBe(500);
	});

	it('has no budget where none was entered', () => {
		expect(monthSpendOf(rowsOf({ [day(1)]: 1 }), SPANS, 0)).not.toHaveProperty('budget');
		expect(monthSpendOf([], SPANS, 500)).toBeUndefined();
	});
});

it('names campaigns that are switched on without being shown, and audiences that are too small', () => {
	const rows = [
		metric('1', day(1)),
		metric('2', day(6), { campaign_name: 'Quiet' }),
		metric('3', day(6), { campaign_status: 'PAUSED' }),
	];
	const { cards } = audiencesOf([audience('Tiny', { contacts_sent: 99 }), audience('Big')], NOW);
	const delivery = deliveryOf(
		campaignsOf(rows, SPANS, 'USD'),
		connectionState(connection(), NOW, n8nWords),
		cards,
		SPANS,
	);
	expect(delivery).toMatchObject({ live: 2, paused: 1, more: 0 });
	expect(delivery.holds.map(({ campaignId }) => campaignId)).toEqual(['2', undefined]);
	expect(delivery.holds[0]).toMatchObject({ name: 'Quiet' });
	expect(delivery.holds[0].says).toContain('24 Nov');
	expect(delivery.holds[1].says).toContain('“Tiny”');
});

it('counts conversions, tells each reason once, and judges what the events carry', () => {
	const recent = [
		...Array.from({ length: 40 }, () => conversion({ carried: 'ip ua value id:given source:web' })),
		conversion({ status: 'failed' }),
	];
	const unsent = [
		conversion({ status: 'failed', error_message: 'Slow.', next_attempt_at: hours(2) }),
		conversion({ status: 'pending', next_attempt_at: null }),
		conversion({ status: 'dead', error_message: 'Old.', updatedAt: hours(-5) }),
		conversion({ status: 'dead', error_message: 'Old.', updatedAt: hours(-3) }),
	];
	const told = conversionsOf(recent, unsent, NOW);
	expect(told).toMatchObject({ arrived: 41, sent: 40, waiting: 2, dead: 2, isCut: false });
	expect(told.nextAttempt).toBe(Date.parse(hours(2)));
	expect(told.reasons.map(({ says, count }) => [says, count])).toEqual([
		['Slow.', 1],
		['Old.', 2],
	]);
	expect(told.findings.map(({ reason }) => reason)).toContain('few_emails');
	expect(conversionsOf([], [], NOW)).toMatchObject({ arrived: 0, findings: [], reasons: [] });
});

it('tells what is tried again apart from what was given up, and leaves out what was repaired', () => {
	const { tryingAgain, failed } = failuresOf(
		[
			failure({ next_attempt_at: hours(1) }),
			failure({ next_attempt_at: hours(0.5) }),
			failure({ outcome: 'tries by itself', next_attempt_at: null }),
			failure({ outcome: 'gave up' }),
			failure({ outcome: 'recovered' }),
			failure({ outcome: 'part of another' }),
			failure({ outcome: 'gave up', occurred_at: hours(-8 * 24) }),
		],
		NOW,
		'A workflow',
	);
	expect(tryingAgain.map(({ nextAttempt }) => nextAttempt)).toEqual([
		Date.parse(hours(0.5)),
		Date.parse(hours(1)),
		undefined,
	]);
	expect(failed.map(({ outcome }) => outcome)).toEqual(['gave up']);
});

it('says when each schedule runs next, and what is not published or not installed', () => {
	const { runs, missing, isKnown } = schedulesOf(workflows, NOW);
	expect(runs.map(({ name, at }) => [name, at && new Date(at).toISOString()])).toEqual([
		['Check the Pinterest token every morning', '2026-12-01T05:00:00.000Z'],
		['Mail the Pinterest report every week', '2026-12-07T07:00:00.000Z'],
	]);
	expect(missing.map(({ state }) => state)).toEqual(['not published', 'not installed']);
	expect(isKnown).toBe(true);
	const odd = schedulesOf([{ ...workflows[0], crons: ['every day'] }], NOW);
	expect(odd.runs[0].at).toBeUndefined();
});
