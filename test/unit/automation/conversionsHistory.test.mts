import fc from 'fast-check';
import { ConversionsModel, type Answer } from './conversionsModel.mts';

/** What happens, in any order: which run takes its next step, where it is killed, what Pinterest answers. */
const histories = fc.record({
	posts: fc.array(
		fc.record({
			event: fc.integer({ min: 0, max: 1 }),
			connected: fc.integer({ min: 0, max: 5 }).map((odd) => odd > 0),
		}),
		{ minLength: 1, maxLength: 6 },
	),
	/** Killed before this step; later than the last one is never. */
	kills: fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Infinity)), {
		minLength: 12,
		maxLength: 12,
	}),
	order: fc.array(fc.nat(), { minLength: 40, maxLength: 80 }),
	answers: fc.array(fc.constantFrom<Answer>('ok', 'ok', 'lost', 'down', 'refused'), {
		maxLength: 12,
	}),
	/** Whether rows get their numbers a step before others can see them, as in a database with sequences. */
	lag: fc.boolean(),
	offline: fc.boolean(),
});

describe('in any order of posts, sends, replays and kills', () => {
	it('an offline event reaches Pinterest at most once, and none is lost without a word', () => {
		fc.assert(
			fc.property(histories, ({ posts, kills, order, answers, lag, offline }) => {
				const source = offline ? 'offline' : 'web';
				const model = new ConversionsModel({ lag, answers, order, kills });
				for (const { event, connected } of posts) {
					model.post({ event_id: `order-${event}`, action_source: source }, connected);
				}
				model.run();
				// Several replays, two at a time, until nothing waits any more.
				for (let round = 0; round < 8; round++) {
					model.passTime();
					model.replay();
					model.replay();
					model.run();
				}
				for (const id of model.answered) {
					const times = model.arrivals.filter((arrived) => arrived === id).length;
					const rows = model.rows.filter(({ event_id }) => event_id === id);
					const isDead = rows.some(({ status }) => status === 'dead');
					expect({ id, lost: times === 0 && !isDead, rows: rows.length > 0 }).toEqual({
						id,
						lost: false,
						rows: true,
					});
				}
				for (const id of new Set(model.arrivals)) {
					const times = model.arrivals.filter((arrived) => arrived === id).length;
					if (offline) expect({ id, times }).toEqual({ id, times: 1 });
				}
				expect(
					model.rows.filter(({ status }) => status === 'failed' || status === 'pending'),
				).toEqual([]);
			}),
			{ numRuns: 2_000 },
		);
	});
});
