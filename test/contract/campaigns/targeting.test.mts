import { SEED } from '../../../simulator/simulator.mts';
import {
	choicesFor,
	createAdGroup,
	createAdGroups,
	createAds,
	estimateAudience,
	findTargetingOptions,
	interestChoices,
	type NewAdGroup,
} from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);
const asked = (path: string) =>
	on.simulator.ledger().filter((entry) => entry.path.includes(path)).length;

const audienceId = '2542620905475';
const plantAudience = (id = audienceId, name = 'Buyers') =>
	on.simulator.plant({ audiences: [{ id, ad_account_id: SEED.adAccountId, name }] });

const adGroup = (change: Partial<NewAdGroup>): NewAdGroup => ({
	campaignId: SEED.campaigns.running,
	name: 'Narrow',
	billableEvent: 'CLICKTHROUGH',
	locations: 'US',
	...change,
});

const specOf = (id: string) =>
	on.simulator.state().adGroups.find((held) => held.id === id)?.targeting_spec;

describe('an ad group’s targeting', () => {
	it('takes interests by name or ID, as one list', async () => {
		const records = recordsOf(
			await createAdGroups(context(), [
				adGroup({ name: 'One', interests: 'home decor, Womens Fashion' }),
				adGroup({ name: 'Two', interests: '901179409185, Recipes', interestIds: '901179409185' }),
				adGroup({
					name: 'Three',
					targeting: { INTEREST: ['918530398158'] },
					interests: 'Gardening',
				}),
			]),
		);
		expect(records.map(({ id }) => specOf(id))).toEqual([
			{ LOCATION: ['US'], INTEREST: ['935249274030', '948967005229'] },
			{ LOCATION: ['US'], INTEREST: ['901179409185', '926295590241'] },
			{ LOCATION: ['US'], INTEREST: ['918530398158', '901179409185'] },
		]);
	});

	it('is refused for interests and audiences that do not exist, near names named', async () => {
		plantAudience();
		const before = on.simulator.state().adGroups;
		const outcomes = await createAdGroups(context(), [
			adGroup({ interests: 'Home Decoration' }),
			adGroup({ interests: 'Quantum Physics' }),
			adGroup({ interests: '111' }),
			adGroup({ audienceIncludeIds: audienceId, audienceExcludeIds: '222,333' }),
		]);
		const errors = outcomes.map((outcome) => (outcome.ok ? undefined : outcome.error));
		expect(errors.map((error) => [error?.kind, error?.field])).toEqual([
			['not-found', 'Interests'],
			['not-found', 'Interests'],
			['not-found', 'Interests'],
			['not-found', 'Exclude Audience Names or IDs'],
		]);
		expect(errors[0]?.message).toMatch(
			/no interest “Home Decoration”; did you mean “Home Decor” \(935249274030\)/,
		);
		expect(errors[1]?.message).toContain('no interest “Quantum Physics”');
		expect(errors[1]).toMatchObject({ action: 'look-up-targeting' });
		expect(errors[2]?.message).toContain('knows no interest 111');
		expect(errors[3]?.message).toContain('no audience 222, 333 in the ad account');
		expect(on.simulator.state().adGroups).toEqual(before);
	});

	it('is what stands there afterwards, field by field', async () => {
		plantAudience();
		plantAudience('2542620905476', 'Staff');
		const { id } = await createAdGroup(
			context(),
			adGroup({
				locations: '',
				regions: 'US-CA, DE-BY',
				audienceIncludeIds: [audienceId],
				audienceExcludeIds: '2542620905476',
				ageBuckets: ['25-34', '35-44'],
				genders: ['female'],
				devices: ['iphone', 'ipad'],
				locales: 'en, de',
				shoppingRetargeting: '{"lookback_window": 30, "exclusion_window": 14, "tag_types": [0, 6]}',
			}),
		);
		expect(specOf(id)).toEqual({
			GEO: ['US-CA', 'DE-BY'],
			AUDIENCE_INCLUDE: [audienceId],
			AUDIENCE_EXCLUDE: ['2542620905476'],
			AGE_BUCKET: ['25-34', '35-44'],
			GENDER: ['female'],
			APPTYPE: ['iphone', 'ipad'],
			LOCALE: ['en', 'de'],
			SHOPPING_RETARGETING: [{ lookback_window: 30, exclusion_window: 14, tag_types: [0, 6] }],
		});
	});
});

describe('an ad group’s keywords', () => {
	const keywords = 'sofa, [red sofa], -"free sofa"';
	const held = (parentId: string) =>
		on.simulator.state().keywords.filter((keyword) => keyword.parent_id === parentId);

	it('are added once it stands', async () => {
		const record = await createAdGroup(context(), adGroup({ keywords }));
		expect(held(record.id).map(({ match_type, value }) => [match_type, value])).toEqual([
			['BROAD', 'sofa'],
			['EXACT', 'red sofa'],
			['PHRASE_NEGATIVE', 'free sofa'],
		]);
		expect(record).toMatchObject({
			keywords: held(record.id).map(({ id }) => ({ id, added: true })),
			keyword_errors: [],
			warnings: [],
		});
	});

	it('that fail do not hide that it exists', async () => {
		on.simulator.addFault({
			match: { operationId: 'keywords/create' },
			fault: 'item-exception',
			items: [1],
			message: 'This keyword is not allowed.',
		});
		const record = await createAdGroup(context(), adGroup({ keywords }));
		expect(specOf(record.id)).toEqual({ LOCATION: ['US'] });
		expect(held(record.id)).toHaveLength(2);
		expect(record).toMatchObject({
			keyword_errors: [{ match_type: 'EXACT', value: 'red sofa', kind: 'invalid' }],
			warnings: [
				expect.stringMatching(/ad group \d+ was created, but 1 of 3 keywords .*not allowed/),
			],
		});
	});

	it('that cannot be sent at all do not hide it either', async () => {
		on.simulator.addFault({ match: { path: '/keywords' }, fault: 'cut-before' });
		const record = await createAdGroup(context(), adGroup({ keywords }));
		expect(held(record.id)).toEqual([]);
		expect(record.keyword_errors).toMatchObject(
			Array.from({ length: 3 }, () => ({ kind: 'outcome-unknown' })),
		);
	});

	it('and the ad group stand once after every answer is lost', async () => {
		for (const operationId of ['ad_groups/create', 'keywords/create']) {
			on.simulator.addFault({ match: { operationId }, fault: 'cut-after', count: 1 });
		}
		const record = await createAdGroup(context(), adGroup({ keywords }));
		expect(record.recovered).toBe(true);
		expect(held(record.id)).toHaveLength(3);
		expect(on.simulator.state().adGroups.filter(({ name }) => name === 'Narrow')).toHaveLength(1);
	});
});

describe('Find Options', () => {
	it.each([
		['interests', { nameContains: 'HOME' }, ['Home Decor', 'Home Accessories'], 'INTEREST'],
		['locations', { nameContains: 'united' }, ['United Kingdom', 'United States'], 'LOCATION'],
		['regions', { nameContains: 'bav' }, ['Bavaria'], 'GEO'],
		['locales', { nameContains: 'german' }, ['German'], 'LOCALE'],
		['devices', { nameContains: 'ip' }, ['iPad', 'iPhone'], 'APPTYPE'],
		['ages', { nameContains: '65' }, ['65+'], 'AGE_BUCKET'],
		['genders', { limit: 1 }, ['Female'], 'GENDER'],
	] as const)('lists %s by name', async (optionType, filter, names, targeting_key) => {
		const found = await findTargetingOptions(context(), { optionType, ...filter });
		expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
		expect(found[0]).toMatchObject({ id: expect.any(String), type: optionType, targeting_key });
	});

	it('lists the audiences of the ad account', async () => {
		plantAudience();
		expect(await findTargetingOptions(context(), { optionType: 'audiences' })).toMatchObject([
			{ id: audienceId, name: 'Buyers', targeting_key: 'AUDIENCE_INCLUDE' },
		]);
	});

	it('lists the interests below another one, with level and children where wanted', async () => {
		const children = await findTargetingOptions(context(), {
			optionType: 'interests',
			parentInterestId: '935249274030',
		});
		expect(children).toMatchObject([
			{ name: 'Living Room', parent_id: '935249274030' },
			{ name: 'Home Accessories' },
		]);
		const [food] = await findTargetingOptions(context(), {
			optionType: 'interests',
			nameContains: 'food',
			includeDetails: true,
		});
		expect(food).toMatchObject({ level: 1, child_ids: ['926295590241'] });
	});
});

describe('Estimate', () => {
	it('gives the bounds, with names resolved and keywords counted', async () => {
		const wide = await estimateAudience(context(), { locations: 'US' });
		expect(wide).toMatchObject({
			ad_account_id: SEED.adAccountId,
			audience_size_lower_bound: 18_000_000,
			audience_size_upper_bound: 22_000_000,
			size: 'enough',
			verdict: 'About 18,000,000 to 22,000,000 people a month.',
			warnings: [],
		});
		const narrow = await estimateAudience(context(), {
			locations: 'US',
			interests: 'Gardening',
			keywords: 'sofa, [red sofa]',
		});
		expect(narrow.targeting_spec).toEqual({ LOCATION: ['US'], INTEREST: ['901179409185'] });
		expect(narrow.audience_size_upper_bound).toBeLessThan(wide.audience_size_lower_bound);
	});

	it('says so when hardly anybody is left', async () => {
		plantAudience();
		const record = await estimateAudience(context(), {
			locations: 'US',
			audienceIncludeIds: audienceId,
		});
		expect(record.size).toBe('too_small');
		expect(record.warnings).toEqual([expect.stringContaining('very few')]);
	});

	it('names the kinds of ad that Pinterest estimates, before it asks', async () => {
		const input = { locations: 'US', creativeTypes: untyped('SHOWCASE') };
		await expect(estimateAudience(context(), input)).rejects.toMatchObject({
			kind: 'invalid',
			message: expect.stringContaining('must be one of REGULAR, VIDEO, SHOPPING, CAROUSEL'),
		});
		expect(on.simulator.ledger()).toEqual([]);
	});

	it('needs a place before it asks', async () => {
		await expect(estimateAudience(context(), { genders: 'male' })).rejects.toMatchObject({
			kind: 'invalid',
			field: 'Locations',
		});
		expect(on.simulator.ledger()).toEqual([]);
	});
});

describe('the Pin of an ad', () => {
	const ad = (pinId: string, name = 'One') => ({
		adGroupId: SEED.adGroups.running,
		pinId,
		name,
	});
	const adsNow = () => on.simulator.state().ads.length;

	it('is looked at once, however many ads promote it', async () => {
		const ads = ['One', 'Two', 'Three'].map((name) => ad(SEED.pins.image, name));
		recordsOf(await createAds(context(), ads));
		expect(asked('/pins/')).toBe(1);
	});

	it('that is gone is said so before anything is created, and costs no other its ad', async () => {
		const before = adsNow();
		const outcomes = await createAds(context(), [
			ad(SEED.pins.deleted),
			ad(SEED.pins.image, 'Two'),
		]);
		expect(outcomes[0]).toMatchObject({
			ok: false,
			error: {
				kind: 'not-found',
				field: 'Pin',
				message: expect.stringContaining(`no Pin ${SEED.pins.deleted}`),
				hint: expect.stringContaining('has not been deleted'),
			},
		});
		expect(outcomes[1].ok).toBe(true);
		expect(adsNow()).toBe(before + 1);
	});

	it('that is somebody else’s is said so', async () => {
		const [outcome] = await createAds(context(), [ad(SEED.pins.foreign)]);
		expect(outcome).toMatchObject({
			ok: false,
			error: { field: 'Pin', hint: expect.stringContaining('belongs to the business') },
		});
	});

	it.each(['500', 'hang'] as const)(
		'is Pinterest’s to judge where reading it meets a %s',
		async (fault) => {
			on.simulator.addFault({ match: { operationId: 'pins/get' }, fault });
			recordsOf(await createAds(context(), [ad(SEED.pins.image), ad(SEED.pins.image2, 'Two')]));
		},
	);
});

describe('the picker', () => {
	it('of conversion tags lists those of the ad account', async () => {
		const { choices } = await choicesFor(context(), 'conversionTag');
		expect(choices.map(({ id }) => id)).toEqual([SEED.conversionTagId]);
	});

	it('of interests searches by name', async () => {
		const { choices, bookmark } = await interestChoices(context(), { filter: 'room' });
		expect(choices).toEqual([{ id: '923628399226', name: 'Living Room' }]);
		expect(bookmark).toBeUndefined();
	});

	it('of Pins shows the account’s own by title, not those that are gone', async () => {
		const { choices } = await choicesFor(context(), 'pin');
		const ids = choices.map(({ id }) => id);
		expect(ids).toContain(SEED.pins.image);
		expect(ids).not.toContain(SEED.pins.deleted);
		expect(ids).not.toContain(SEED.pins.foreign);
		const named = choices.find(({ id }) => id === SEED.pins.image);
		expect(named?.name).toBe('Minimalist desk setup');
	});
});
