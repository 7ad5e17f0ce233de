import {
	claimsOf,
	judgeCall,
	rowsOfCall,
	type KnownRow,
} from '../../../worker/src/automation/conversions/index.ts';
import type { ConversionRow } from '../../../worker/src/automation/tables.ts';
import { isPinterestAdsError } from '../../../worker/src/client/errors.ts';
import type { Caller, IncomingConversion } from '../../../worker/src/conversions/index.ts';
import { untyped } from '../../untyped.mts';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const RUN = 'run 7';
const CONNECTIONS = [{ connection_key: 'main', status: 'active', ad_account_id: '1' }];

interface More {
	readonly action_source?: string;
	readonly ad_account_id?: string;
	readonly caller?: Caller;
}

const ready = (event_id: string, position = 0, { caller = 'ownSite', ...more }: More = {}) =>
	({
		...{ status: 'ready', position, event_id, event_name: 'checkout', event_time: NOW / 1000 },
		...{ action_source: 'web', event: '{}', carried: 'em', warnings: [], caller, isList: true },
		...more,
	}) satisfies IncomingConversion;

const refused = (position: number, caller: Caller = 'ownSite'): IncomingConversion => ({
	...{ status: 'refused', position, caller, isList: caller === 'ownSite' },
	...{ error: 'The conversion was not sent. value: must be a plain amount', problems: [] },
});

/** The rows of a call as the table gives them back, with those that were there before. */
function written(incoming: readonly IncomingConversion[], before: readonly KnownRow[] = []) {
	const own = rowsOfCall(incoming, CONNECTIONS, RUN, NOW).map((row, n): KnownRow => ({
		...row,
		ad_account_id: row.ad_account_id ?? null,
		id: 100 + n,
	}));
	return [...before, ...own];
}

const judge = (
	incoming: readonly IncomingConversion[],
	rows: readonly KnownRow[],
	writeError?: string,
) => judgeCall({ incoming, rows, run: RUN, connections: CONNECTIONS, writeError });

const outcomes = ({ others }: ReturnType<typeof judge>) =>
	others.map(({ details }) => details?.outcome);

describe('the rows of a call', () => {
	it('are those of its good events, with the run that has written them', () => {
		const rows = rowsOfCall([ready('a'), refused(1), ready('b', 2)], CONNECTIONS, RUN, NOW);
		expect(rows).toMatchObject([
			{ event_id: 'a', status: 'pending', claimed_by: RUN, carried: 'em' },
			{ event_id: 'b', status: 'pending', claimed_by: RUN },
		]);
		expect(rows[0].event_time).toBe('2026-11-30T12:00:00.000Z');
	});

	it.each([
		['refused', [refused(0)]],
		['of an ad account that is not connected', [ready('a', 0, { ad_account_id: '9' })]],
	])('fail where all of them are %s', (_, incoming) => {
		try {
			rowsOfCall(incoming, CONNECTIONS, RUN, NOW);
		} catch (error) {
			expect(isPinterestAdsError(error) && error.details).toEqual({ outcome: 'nothing' });
			return;
		}
		throw new Error('They did not fail.');
	});
});

describe('a call that has been written down', () => {
	it('has one answer for all, and its good events are sent', () => {
		const incoming = [ready('a'), refused(1), ready('b', 2)];
		const judged = judge(incoming, written(incoming));
		expect(judged.answer).toMatchObject({
			status: 202,
			body: {
				...{ accepted: 2, refused: 1 },
				results: [{ status: 'accepted' }, { status: 'refused' }, { status: 'accepted' }],
			},
		});
		expect(judged.send.map(({ id, next }) => [id, next])).toEqual([
			[100, 'send'],
			[101, 'send'],
		]);
		expect(judged.others).toEqual([]);
	});

	it('knows what the table has from before, and what the call holds twice', () => {
		const incoming = [ready('a'), ready('b', 1), ready('b', 2)];
		const earlier = { id: 3, event_id: 'a', event_name: 'checkout', status: 'sent' };
		const judged = judge(incoming, written(incoming, [earlier]));
		expect(judged.answer?.body).toMatchObject({ accepted: 1, known: 2 });
		expect(judged.send.map(({ id }) => id)).toEqual([101]);
		expect(judged.others.map(({ details }) => details?.second)).toEqual([100, 102]);
	});

	it('leaves offline events to be taken first', () => {
		const incoming = [ready('a', 0, { action_source: 'offline' }), ready('b', 1)];
		const judged = judge(incoming, written(incoming));
		expect(judged.answer?.body).toMatchObject({ accepted: 2 });
		expect(judged.send.map(({ event_id }) => event_id)).toEqual(['b']);
		expect(judged.others.map(({ details }) => details)).toMatchObject([
			{ outcome: 'take', id: 100, action_source: 'offline', ad_account_id: '1' },
		]);
	});

	it('answers nothing and sends nothing while a rival has to be removed', () => {
		const incoming = [ready('a', 0, { action_source: 'offline' }), ready('b', 1)];
		const offline = { event_name: 'checkout', action_source: 'offline', status: 'failed' };
		const judged = judge(incoming, [...written(incoming), { ...offline, id: 200, event_id: 'a' }]);
		expect(judged).toMatchObject({ send: [] });
		expect(judged.answer).toBeUndefined();
		expect(outcomes(judged)).toEqual(['rival']);
	});

	it('knows an offline event whose own row another call has removed for its own', () => {
		const incoming = [ready('a', 0, { action_source: 'offline' })];
		const offline = { event_name: 'checkout', action_source: 'offline', status: 'failed' };
		const others = { ...offline, id: 200, event_id: 'a', claimed_by: 'run 8' };
		const judged = judge(incoming, [others]);
		expect(judged.answer).toMatchObject({ status: 200, body: { known: 1 } });
		expect(judged.send).toEqual([]);
		expect(judged.others.map(({ details }) => details)).toMatchObject([{ outcome: 'known' }]);
		// There is no second row that would have to go.
		expect(judged.others[0].details?.second).toBe(0);
	});

	it('is to come again where nothing could be written, which is told once', () => {
		const judged = judge([ready('a'), ready('b', 1)], [], 'disk full');
		expect(judged.answer).toMatchObject({ status: 503, headers: { 'Retry-After': '600' } });
		expect(outcomes(judged)).toEqual(['unwritten']);
		expect(judged.others[0].message).toContain('disk full');
	});

	it('has nothing to do for what was sent while the caller waited', () => {
		const sent: IncomingConversion = {
			...{ status: 'sent', position: 0, event_id: 'a', warnings: [] },
			...{ caller: 'ownSite', isList: true },
		};
		const incoming = [sent, ready('b', 1)];
		const judged = judge(incoming, written(incoming));
		expect(judged.answer?.body).toMatchObject({ sent: 1, accepted: 1 });
		expect(judged.send.map(({ event_id }) => event_id)).toEqual(['b']);
	});

	it('of a shop is answered with 200 where its order is refused, and its owner is told', () => {
		const judged = judge([refused(0, 'shopify')], []);
		expect(judged.answer).toMatchObject({ status: 200, body: { status: 'refused' } });
		expect(outcomes(judged)).toEqual(['refused']);
		expect(judged.others[0].message).toContain('must be a plain amount');
	});
});

describe('conversions that are sent again', () => {
	const row = (id: number, more: Partial<ConversionRow>): ConversionRow =>
		untyped({
			...{ id, action_source: 'web', status: 'failed', attempts: 0 },
			updatedAt: `2026-11-30T11:00:0${id}.000Z`,
			...more,
		});

	it('are taken with one write for each number of attempts', () => {
		const rows = [
			row(1, {}),
			row(2, { attempts: 1 }),
			row(3, {}),
			row(4, { status: 'pending' }),
			row(5, { status: 'pending' }),
		];
		expect(claimsOf(rows)).toMatchObject({
			failed: [
				{ status: 'failed', attempts: 0, next_attempts: 1, last_id: 3 },
				{ status: 'failed', attempts: 1, next_attempts: 2, last_id: 2 },
			],
			cutOff: [{ status: 'pending', last_id: 5, before: '2026-11-30T11:00:05.000Z' }],
			oneByOne: [],
		});
	});

	it('are taken one by one where they are offline, or somebody has emptied a column of theirs', () => {
		const rows = [
			row(1, { action_source: 'offline' }),
			row(2, { attempts: null }),
			row(3, { action_source: null }),
			row(4, {}),
		];
		const { oneByOne, failed } = claimsOf(rows);
		expect(oneByOne.map(({ id }) => id)).toEqual([1, 2, 3]);
		expect(failed).toHaveLength(1);
	});
});
