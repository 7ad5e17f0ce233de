import { createActalike } from '../../../worker/src/audiences/index.ts';
import { failureOf } from './file/expectations.mts';
import {
	audiencesInMemory,
	FIRST_AUDIENCE,
	FAULTS,
	isReady,
	type AudiencesInMemory,
} from './audiencesInMemory.mts';

let pinterest: AudiencesInMemory;

beforeEach(async () => {
	pinterest = await audiencesInMemory();
});
afterEach(() => {
	expect(pinterest.violations()).toEqual([]);
});

const SECOND_AUDIENCE = String(BigInt(FIRST_AUDIENCE) + 1n);
/** How long an audience is INITIALIZING at the simulator. */
const INITIALISING_MS = 3_600_000;

/** An audience to start from. */
function seedOf(status: 'READY' | 'TOO_SMALL' | 'INITIALIZING', name = 'Spring') {
	const seed = pinterest.addAudience(name, { customer_list_id: pinterest.addList(name).id });
	if (status !== 'INITIALIZING') isReady(pinterest, seed, status === 'READY' ? 120 : 20);
	return seed;
}

const create = async (input: object) =>
	await createActalike(pinterest.context, { country: 'US', percentage: 5, ...input });

describe('createActalike', () => {
	it('makes one, and finds it again', async () => {
		const seed = seedOf('READY');
		const first = await create({ seedAudienceId: seed.id, country: 'us', id: 'row-1' });
		expect(first).toEqual({
			id: 'row-1',
			name: 'Spring – actalike US 5%',
			ad_account_id: '549755885175',
			pinterest_audience_id: SECOND_AUDIENCE,
			seed_audience_id: seed.id,
			seed_name: 'Spring',
			country: 'US',
			percentage: 5,
			audience_status: 'INITIALIZING',
			size: null,
			created: true,
			warnings: [],
		});
		expect(pinterest.audiences.get(SECOND_AUDIENCE)!.rule).toEqual({
			seed_id: [seed.id],
			country: 'US',
			percentage: 5,
		});
		seed.createdAt = pinterest.now();
		const second = await create({ seedName: ' Spring ', percentage: '5', name: 'Another name' });
		expect(second).toMatchObject({ pinterest_audience_id: SECOND_AUDIENCE, created: false });
		expect(pinterest.writes).toHaveLength(1);
	});

	it.each([
		['country', { country: 'GB' }],
		['percentage', { percentage: 6 }],
	])('makes another for another %s', async (_what, other) => {
		const seed = seedOf('READY');
		await create({ seedAudienceId: seed.id });
		expect(await create({ seedAudienceId: seed.id, ...other })).toMatchObject({ created: true });
		expect(pinterest.writes).toHaveLength(2);
	});

	it('knows it by a percentage that Pinterest answers as text', async () => {
		const seed = seedOf('READY');
		const rule = { seed_id: [seed.id], country: 'US', percentage: '5' };
		const there = pinterest.addAudience('Mine', rule, 'ACTALIKE');
		expect(await create({ seedAudienceId: seed.id })).toMatchObject({
			pinterest_audience_id: there.id,
			name: 'Mine',
			created: false,
		});
	});

	it('does not take an actalike of the same name for its seed', async () => {
		const seed = seedOf('READY');
		pinterest.addAudience('Spring', { seed_id: ['9'] }, 'ACTALIKE');
		seedOf('READY');
		const record = await create({ seedName: 'Spring' });
		expect(record.seed_audience_id).toBe(seed.id);
		expect(record.warnings).toEqual([expect.stringMatching(/^2 audiences are called "Spring"/)]);
	});

	it('says when to come back where the seed is not READY', async () => {
		const seed = seedOf('INITIALIZING');
		const error = await failureOf(create({ seedAudienceId: seed.id }));
		expect(error).toMatchObject({ kind: 'unavailable', retryable: true, retryAfterMs: 3_600_000 });
		expect(error.message).toMatch(
			new RegExp(`"Spring" \\(${seed.id}\\) is not READY: .*INITIALIZING`),
		);
		expect(error.hint).toMatch(/in an hour or later/);
		expect(pinterest.writes).toEqual([]);
	});

	it('waits for the seed as long as it is told, less often each time', async () => {
		const seed = seedOf('INITIALIZING');
		const waiting = failureOf(create({ seedAudienceId: seed.id, waitForReadyMs: 100_000 }));
		expect((await waiting).message).toMatch(/not READY after 100 seconds/);
		expect(pinterest.sleeps).toEqual([10_000, 20_000, 40_000, 30_000]);

		isReady(pinterest, seed);
		seed.createdAt = pinterest.now() + 5_000 - INITIALISING_MS;
		const record = await create({ seedAudienceId: seed.id, waitForReadyMs: 100_000 });
		expect(record.created).toBe(true);
		expect(pinterest.sleeps.slice(4)).toEqual([10_000]);
	});

	it('asks for more records where the seed is too small', async () => {
		const seed = seedOf('TOO_SMALL');
		const error = await failureOf(create({ seedAudienceId: seed.id, waitForReadyMs: 1e6 }));
		expect(error).toMatchObject({ kind: 'invalid', field: 'Seed Audience' });
		expect(error.hint).toMatch(/100/);
		expect(pinterest.sleeps).toEqual([]);
	});

	it('warns of a country without actalikes, and lets Pinterest decide', async () => {
		const seed = seedOf('READY');
		const body = { id: '5', audience_type: 'ACTALIKE', status: 'INITIALIZING' };
		pinterest.answerWith({ operationId: 'audiences/create' }, { body });
		const { warnings } = await create({ seedAudienceId: seed.id, country: 'DE' });
		expect(warnings).toEqual([expect.stringMatching(/US, CA, GB .*DE may be refused/)]);
	});

	it.each([
		['no seed', {}, /^Seed Audience: is missing/],
		['no country', { seedName: 'Spring', country: undefined }, /^Country: is missing/],
		['a country in full', { seedName: 'Spring', country: 'France' }, /^Country: .*two letters/],
		['11 percent', { seedName: 'Spring', percentage: 11 }, /^Percentage: .*from 1 to 10/],
		['half a percent', { seedName: 'Spring', percentage: 0.5 }, /^Percentage: .*whole number/],
		['no percentage', { seedName: 'Spring', percentage: '' }, /^Percentage: /],
	])('refuses %s before anything is sent', async (_what, input, message) => {
		const error = await failureOf(create(input));
		expect(error.message).toMatch(message);
		expect(pinterest.requests).toEqual([]);
	});

	it('says that there is no such seed', async () => {
		expect(await failureOf(create({ seedName: 'Sprung' }))).toMatchObject({ kind: 'not-found' });
		expect(await failureOf(create({ seedAudienceId: '77' }))).toMatchObject({ kind: 'not-found' });
	});

	it.each(FAULTS)('makes one only after a fault at any request: %s', async (fault) => {
		for (let at = 0; at < 5; at++) {
			pinterest = await audiencesInMemory();
			const seed = seedOf('READY');
			pinterest.faults.set(at, fault);
			const again = async () => await create({ seedAudienceId: seed.id });
			await again().catch(again);
			expect(pinterest.audiences.size).toBe(2);
		}
	});
});
