import fc from 'fast-check';
import {
	isHeld,
	LEASE_MS,
	READING_MS,
	SYNCING_MS,
} from '../../../../worker/src/automation/audiences/index.ts';
import { connection } from './rows.mts';
import { IN_FLIGHT_MS, Model, type Answer } from './model.mts';

const COUNT = 2;
const MINUTE_MS = 60_000;

const answer = fc.constantFrom<Answer>(
	...(['well', 'well', 'well', 'refused', 'token refused', 'contacts are gone'] as const),
);
const some = fc.nat(5);
const wait = fc.oneof(
	fc.integer({ min: 1, max: 3 * MINUTE_MS }),
	fc.constantFrom(READING_MS, SYNCING_MS, IN_FLIGHT_MS, LEASE_MS - 1, LEASE_MS, LEASE_MS + 1),
);

/** Something that happens: a step of some run far more often than all else. */
const event = fc.oneof(
	{ weight: 30, arbitrary: fc.record({ what: fc.constant('step' as const), n: some, answer }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('pass' as const), ms: wait }) },
	fc.record({ what: fc.constant('bulk' as const) }),
	fc.record({ what: fc.constant('ask' as const), n: some }),
	fc.record({ what: fc.constant('kill' as const), n: some }),
	fc.record({ what: fc.constant('start' as const) }),
	fc.record({ what: fc.constant('switch' as const), n: some, active: fc.boolean() }),
	fc.record({ what: fc.constant('connect' as const) }),
);
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

function happens(model: Model, one: Event): void {
	if (one.what === 'step') model.step(one.n, one.answer);
	else if (one.what === 'pass') model.pass(one.ms);
	else if (one.what === 'bulk') model.bulk();
	else if (one.what === 'ask') model.begin(one.n % COUNT);
	else if (one.what === 'kill') model.kill(one.n);
	else if (one.what === 'start') model.start();
	else if (one.what === 'switch') model.write(one.n % COUNT, { active: one.active });
	else model.connection = connection();
}

const statuses = ({ rows }: Model) => rows.map(({ sync_status: status }) => status);

it('no order of runs, crashes and answers makes a second list', () => {
	fc.assert(
		fc.property(fc.array(event, { minLength: 100, maxLength: 200, size: 'max' }), (events) => {
			const model = new Model(COUNT);
			for (const one of events) happens(model, one);
			// A list that is there stays.
			expect(Math.max(...model.lists)).toBeLessThanOrEqual(1);
		}),
		{ numRuns: 1_000 },
	);
});

it('whatever has happened, nothing stays claimed or syncing, and one more run ends it', () => {
	fc.assert(
		fc.property(fc.array(event, { maxLength: 150, size: 'max' }), (events) => {
			const model = new Model(COUNT);
			for (const one of events) happens(model, one);
			// Everything stops and is started again; then the leases are over.
			while (model.atWork > 0) model.kill(0);
			model.start();
			model.pass(LEASE_MS);
			expect(statuses(model)).not.toContain('syncing');
			expect(model.rows.filter((row) => isHeld(row, model.now))).toEqual([]);

			model.connection = connection();
			for (let n = 0; n < COUNT; n++) model.write(n, { active: true });
			model.bulk();
			while (model.atWork > 0) model.step(0, 'well');
			expect(statuses(model)).toEqual(model.rows.map(() => 'synced'));
			expect(model.lists).toEqual(model.rows.map(() => 1));
		}),
		{ numRuns: 500 },
	);
});

it('a lease is longer than a run can be at work', () => {
	expect(READING_MS + SYNCING_MS + IN_FLIGHT_MS).toBeLessThan(LEASE_MS);
});
