import { SEED, type FaultRule } from '../../../simulator/simulator.mts';
import { addKeywords, createActalike, syncAudience } from '../../../worker/src/index.ts';
import { emails, membersOf } from '../audiences/audienceContext.mts';
import { named, patientContext, recordsOf, useSimulator } from './campaignsOnSimulator.mts';
import { levelsOn } from './levels.mts';
import { ask, A, campaign } from '../simulator/simulatorClient.mts';

/** Pinterest's lists show what is new only after a while: nothing may be created twice for that. */

const on = useSimulator();
const context = () => patientContext(on.simulator);
const SECOND = 1000;

describe('the lag of the simulator’s lists', () => {
	const listedNames = async () => {
		const { body } = await ask(on.simulator, 'GET', `${A}/campaigns?entity_statuses=PAUSED`);
		return (body.items as Array<{ name: string }>).map(({ name }) => name);
	};

	it('hides what was created less than that ago, but not from who asks by its ID', async () => {
		on.simulator.setNow('2026-11-24T06:00:00Z', true);
		on.simulator.settings({ listLagMs: 10 * SECOND });
		const made = await ask(on.simulator, 'POST', `${A}/campaigns`, { body: [campaign()] });
		expect(await listedNames()).not.toContain('Spring');
		const { id } = made.body.items[0].data;
		expect((await ask(on.simulator, 'GET', `${A}/campaigns/${id}`)).body.name).toBe('Spring');
		on.simulator.advance(10 * SECOND - 1);
		expect(await listedNames()).not.toContain('Spring');
		on.simulator.advance(1);
		expect(await listedNames()).toContain('Spring');
	});

	it('is none unless it is asked for', async () => {
		await ask(on.simulator, 'POST', `${A}/campaigns`, { body: [campaign()] });
		expect(await listedNames()).toContain('Spring');
	});
});

const LAGS = [3, 10, 60];
const DONE: Array<FaultRule['fault']> = ['cut-after', 'truncated', 'done-500'];
const NOT_DONE: Array<FaultRule['fault']> = ['cut-before', '500', '502', 'html'];

describe.each(levelsOn(on))(
	'$operationId under a lag',
	({ operationId, listId, create, input, held }) => {
		const match = { operationId };
		const names = ['One', 'Two'];
		const counts = () => names.map((name) => named(held(), name).length);
		const inputs = (more: object = {}) => names.map((name) => ({ ...input(name), ...more }));

		describe.each(LAGS)('of %i seconds', (lag) => {
			beforeEach(() => on.simulator.settings({ listLagMs: lag * SECOND }));

			it.each(DONE)('finds what was done before a %s, PAUSED or ACTIVE', async (fault) => {
				for (const status of ['PAUSED', 'ACTIVE']) {
					on.simulator.reset();
					on.simulator.settings({ listLagMs: lag * SECOND });
					on.simulator.addFault({ match, fault, count: 1 });
					const records = recordsOf(await create(context(), inputs({ status })));
					expect(records.map(({ recovered }) => recovered)).toEqual([true, true]);
					expect(counts()).toEqual([1, 1]);
				}
			});
		});

		it.each(NOT_DONE)('sends again what was not done for a %s, once', async (fault) => {
			on.simulator.settings({ listLagMs: 60 * SECOND });
			on.simulator.addFault({ match, fault, count: 1 });
			const records = recordsOf(await create(context(), inputs()));
			expect(records.map(({ recovered }) => recovered)).toEqual([undefined, undefined]);
			expect(counts()).toEqual([1, 1]);
		});

		it('does not send again what would spend at once', async () => {
			on.simulator.addFault({ match, fault: 'cut-before', count: 1 });
			const began = new Date(on.simulator.now()).toISOString().slice(0, 13).replace('T', ' ');
			const outcomes = await create(context(), inputs({ status: 'ACTIVE' }));
			expect(outcomes).toMatchObject(
				names.map((name) => ({
					ok: false,
					error: {
						kind: 'outcome-unknown',
						message: expect.stringMatching(`“${name}” .*status ACTIVE, sent ${began}`),
						hint: expect.stringMatching(
							`ad account ${SEED.adAccountId}, for the .*“${name}”.*run this item again`,
						),
					},
				})),
			);
			expect(counts()).toEqual([0, 0]);
		});

		it('stays unknown, and is not sent again, where the last look fails', async () => {
			on.simulator.settings({ listLagMs: 60 * SECOND });
			on.simulator.addFault({ match, fault: 'cut-after', count: 1 });
			// The first four looks find an empty list, the later ones none at all.
			on.simulator.addFault({ match: { operationId: listId }, fault: 'html', after: 4 });
			const outcomes = await create(context(), inputs());
			expect(outcomes.map((one) => !one.ok && one.error.kind)).toEqual([
				'outcome-unknown',
				'outcome-unknown',
			]);
			expect(counts()).toEqual([1, 1]);
		});
	},
);

describe.each(LAGS)('under a lag of %i seconds', (lag) => {
	const lagging = () => on.simulator.settings({ listLagMs: lag * SECOND });
	const namedSpring = (entities: ReadonlyArray<{ name?: unknown }>) =>
		entities.filter(({ name }) => name === 'Spring');

	it.each(DONE)('every keyword is added once after a %s', async (fault) => {
		lagging();
		on.simulator.addFault({ match: { operationId: 'keywords/create' }, fault, count: 1 });
		const adGroupId = SEED.adGroups.running;
		const [record] = recordsOf(
			await addKeywords(context(), [{ adGroupId, keywords: 'one, [two]' }]),
		);
		expect(record.keywords.map(({ recovered }) => recovered)).toEqual([true, true]);
		const texts = on.simulator.state().keywords.map(({ value }) => value);
		expect(texts.filter((text) => ['one', 'two'].includes(text))).toEqual(['one', 'two']);
	});

	it.each(DONE)('a sync makes one list and one audience after a %s of either', async (fault) => {
		for (const operationId of ['customer_lists/create', 'audiences/create']) {
			on.simulator.reset();
			lagging();
			on.simulator.addFault({ match: { operationId }, fault, count: 1 });
			const record = await syncAudience(context(), { name: 'Spring', records: emails(120) });
			const { customerLists, audiences } = on.simulator.state();
			expect(namedSpring(customerLists)).toHaveLength(1);
			expect(namedSpring(audiences)).toHaveLength(1);
			expect(membersOf(on.simulator, record.customer_list_id)).toEqual(new Set(emails(120)));
			expect(record).toMatchObject({ recovered: true, created_list: true, created_audience: true });
			expect(record.warnings).toEqual([expect.stringMatching(/answer was lost.*was then found/)]);
		}
	});

	it('a sync that fails half way is completed by the next, be it at once', async () => {
		lagging();
		const refused: FaultRule = { fault: '429', resetSeconds: 3600, count: 1 };
		on.simulator.addFault({ ...refused, match: { operationId: 'audiences/create' } });
		const sync = async () =>
			await syncAudience(context(), { name: 'Spring', records: emails(120) });
		await expect(sync()).rejects.toMatchObject({ kind: 'rate-limited' });
		expect(await sync()).toMatchObject({ created_list: false, created_audience: true });
		const { customerLists, audiences } = on.simulator.state();
		expect(namedSpring(customerLists)).toHaveLength(1);
		expect(namedSpring(audiences)).toHaveLength(1);
	});

	it('two items of the same name make one list and one audience', async () => {
		lagging();
		const shared = context();
		await syncAudience(shared, { name: 'Spring', records: emails(120) });
		const second = await syncAudience(shared, { name: 'Spring', records: emails(60, 100) });
		const { customerLists, audiences } = on.simulator.state();
		expect(namedSpring(customerLists)).toHaveLength(1);
		expect(namedSpring(audiences)).toHaveLength(1);
		expect(second).toMatchObject({ created_list: false, counts: { sent: 60 } });
		expect(membersOf(on.simulator, second.customer_list_id)).toEqual(new Set(emails(160)));
	});

	it.each(DONE)('one actalike is made after a %s', async (fault) => {
		const seed = await syncAudience(context(), { name: 'Seed', records: emails(200) });
		on.simulator.advance(24 * 3600 * SECOND);
		lagging();
		on.simulator.addFault({ match: { operationId: 'audiences/create' }, fault, count: 1 });
		const wanted = { seedAudienceId: seed.pinterest_audience_id, country: 'US', percentage: 3 };
		const shared = context();
		const first = await createActalike(shared, wanted);
		expect(first).toMatchObject({ created: true, recovered: true });
		const second = await createActalike(shared, wanted);
		expect(second.pinterest_audience_id).toBe(first.pinterest_audience_id);
		const actalikes = on.simulator
			.state()
			.audiences.filter(({ audience_type }) => audience_type === 'ACTALIKE');
		expect(actalikes).toHaveLength(1);
	});
});

it('a list that cannot be read makes no sync create anything', async () => {
	for (const operationId of ['customer_lists/list', 'audiences/list']) {
		on.simulator.addFault({ match: { operationId }, fault: 'html' });
		const error = await syncAudience(context(), { name: 'Spring', records: emails(120) }).catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toMatchObject({ kind: 'unavailable' });
		on.simulator.clearFaults();
	}
	const writes = on.simulator.ledger().filter(({ method }) => method !== 'GET');
	expect(writes).toEqual([]);
});
