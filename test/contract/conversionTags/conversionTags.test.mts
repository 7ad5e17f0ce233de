import { SEED } from '../../../simulator/simulator.mts';
import {
	createConversionTag,
	getConversionTag,
	getConversionTags,
	type PinterestAdsError,
} from '../../../worker/src/index.ts';
import { contextFor, patientContext, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);
const errorOf = async (work: Promise<unknown>) =>
	await work.then(
		() => undefined,
		(error: PinterestAdsError) => error,
	);
const creates = () =>
	on.simulator
		.ledger()
		.filter(({ method, path }) => method === 'POST' && path.endsWith('/conversion_tags'));
const tagsHeld = async (name: string) =>
	(await getConversionTags(context(), {})).filter((tag) => tag.name === name);

describe('getConversionTags', () => {
	it('says of each tag when it fired and what it recognizes people by, and gives its code', async () => {
		const firedAt = Date.UTC(2026, 10, 20, 8, 30, 0, 250);
		on.simulator.plant({
			conversionTags: [
				{ id: SEED.conversionTagId, lastFiredAt: firedAt, configs: { aem_enabled: true } },
			],
		});
		const [tag] = await getConversionTags(context());
		expect(Object.entries(tag)).toEqual([
			['name', 'Example shop tag'],
			['status', 'ACTIVE'],
			['last_fired_at', '2026-11-20T08:30:00.250Z'],
			['enhanced_match_status', 'VALIDATION_COMPLETE'],
			['automatic_match', ['email']],
			['code_snippet', expect.stringContaining(`pintrk('load', '${SEED.conversionTagId}')`)],
			['version', '3'],
			['configs', expect.objectContaining({ aem_ph_enabled: false, md_frequency: 1 })],
			['id', SEED.conversionTagId],
			['ad_account_id', SEED.adAccountId],
		]);
	});

	it('finds by a part of the name, as many as are wanted, and deleted ones where they are asked for', async () => {
		on.simulator.plant({
			conversionTags: [
				{ id: '31', name: 'Blog' },
				{ id: '32', name: 'Old blog', deleted: true },
				{ id: '33', name: 'blog in German' },
			],
		});
		const ids = async (filters: Parameters<typeof getConversionTags>[1]) =>
			(await getConversionTags(context(), filters)).map(({ id }) => id);
		expect(await ids({ nameContains: 'BLOG' })).toEqual(['31', '33']);
		expect(await ids({ nameContains: 'blog', limit: 1 })).toEqual(['31']);
		expect(await ids({ deleted: true })).toEqual(['32']);
	});
});

describe('getConversionTag', () => {
	it('says null of a tag that has never fired', async () => {
		on.simulator.plant({ conversionTags: [{ id: '31', name: 'New' }] });
		expect(await getConversionTag(context(), { conversionTagId: '31' })).toMatchObject({
			...{ name: 'New', last_fired_at: null, automatic_match: [] },
		});
	});

	it.each([
		['that does not exist', '404404'],
		['of another ad account', SEED.euroConversionTagId],
	])('says that a tag %s was not found', async (_, conversionTagId) => {
		expect(await errorOf(getConversionTag(context(), { conversionTagId }))).toMatchObject({
			kind: 'not-found',
			message: expect.stringContaining(conversionTagId),
		});
	});
});

describe('createConversionTag', () => {
	const wanted = {
		name: 'Lamp shop',
		matchEmail: true,
		matchPhone: 'true',
		metadataFrequency: '0.6',
	};
	const create = createConversionTag as (
		context: Parameters<typeof createConversionTag>[0],
		input: object,
	) => ReturnType<typeof createConversionTag>;

	it('sends what was asked for and gives the tag with its code', async () => {
		const tag = await create(context(), wanted);
		expect(creates().map(({ body }) => body)).toEqual([
			{ name: 'Lamp shop', aem_enabled: true, aem_ph_enabled: true, md_frequency: 0.6 },
		]);
		expect(tag).toMatchObject({
			...{ name: 'Lamp shop', last_fired_at: null, automatic_match: ['email', 'phone'] },
			...{ code_snippet: expect.stringContaining(tag.id), created: true, warnings: [] },
		});
	});

	it('gives the tag of that name where there is one, and says what of it is different', async () => {
		const { id } = await create(context(), { name: 'Lamp shop', matchEmail: false });
		const again = await create(context(), { ...wanted, name: ' lamp  shop '.replace('l', 'L') });
		expect(again).toMatchObject({ id, created: false });
		expect(again.warnings).toEqual([
			expect.stringContaining('Match by Email is off, Match by Phone is off'),
		]);
		expect(creates()).toHaveLength(1);
	});

	it('gives the oldest of several of that name, and takes no deleted one for it', async () => {
		on.simulator.plant({
			conversionTags: [
				{ id: '35', name: 'Twice' },
				{ id: '4', name: 'Twice', deleted: true },
				{ id: '34', name: 'Twice' },
			],
		});
		const tag = await create(context(), { name: 'Twice' });
		expect(tag).toMatchObject({ id: '34', created: false });
		expect(tag.warnings).toEqual([
			'2 conversion tags are called "Twice"; the oldest (34) is returned.',
		]);
	});

	it.each(['cut-after', 'done-500', 'truncated'] as const)(
		'is made once where its answer is lost (%s), also where lists lag',
		async (fault) => {
			on.simulator.settings({ listLagMs: 20_000 });
			on.simulator.addFault({ match: { operationId: 'conversion_tags/create' }, fault, count: 1 });
			const tag = await create(patientContext(on.simulator), wanted);
			expect(tag).toMatchObject({ name: 'Lamp shop', created: true, recovered: true });
			expect(tag.warnings).toEqual([expect.stringContaining('answer was lost')]);
			expect(creates()).toHaveLength(1);
		},
	);

	it('is not sent again where nobody can say what became of it', async () => {
		on.simulator.addFault({
			...{ match: { operationId: 'conversion_tags/create' }, fault: 'cut-after', count: 1 },
		});
		on.simulator.addFault({
			match: { operationId: 'conversion_tags/list' },
			fault: '500',
			after: 1,
		});
		const error = await errorOf(create(patientContext(on.simulator), wanted));
		expect(error).toMatchObject({
			kind: 'outcome-unknown',
			message: expect.stringContaining('conversion tag "Lamp shop"'),
			hint: expect.stringContaining('run this again'),
		});
		expect(creates()).toHaveLength(1);
	});

	it('finds in the same run what lists do not show yet', async () => {
		on.simulator.settings({ listLagMs: 60_000 });
		const shared = context();
		const { id } = await create(shared, wanted);
		expect(await create(shared, wanted)).toMatchObject({ id, created: false });
		on.simulator.advance(60_001);
		expect(await tagsHeld('Lamp shop')).toHaveLength(1);
	});

	it('is refused without a name, and with a switch that is neither on nor off', async () => {
		for (const [input, field] of [
			[{ name: ' ' }, 'Name'],
			[{ ...wanted, matchEmail: 'perhaps' }, 'Match by Email'],
			[{ ...wanted, metadataFrequency: -1 }, 'Metadata Frequency'],
		] as const) {
			expect(await errorOf(create(context(), input))).toMatchObject({ kind: 'invalid', field });
		}
		expect(on.simulator.ledger()).toEqual([]);
	});

	it('needs a token that may write', async () => {
		const reading = contextFor(on.simulator, { token: SEED.tokens.readOnly });
		expect(await getConversionTags(reading)).toHaveLength(1);
		expect(await errorOf(create(reading, wanted))).toMatchObject({
			kind: expect.stringMatching(/scope|permission/),
		});
	});
});
