import { DISTILLED_FILE, readDescription } from '../../../../simulator/description/files.mts';
import {
	ACCOUNTED,
	carriedOf,
	isAccounted,
	lostOf,
	realId,
	withoutNothing,
} from '../../../../worker/src/campaigns/duplicate/accountedFields.ts';
import { createCampaignInput } from '../../../../worker/src/index.ts';

/** What a copy does with each field, held against Pinterest's description: a new field there is noticed here. */

interface Schema {
	readonly $ref?: string;
	readonly allOf?: readonly Schema[];
	readonly items?: Schema;
	readonly properties?: Readonly<Record<string, Schema>>;
}
type Content = { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
interface Operation {
	readonly requestBody?: Content;
	readonly responses: { readonly 200?: Content };
}

const { paths, components } = readDescription(DISTILLED_FILE) as unknown as {
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

function resolved(schema: Schema): Schema {
	const name = schema.$ref?.split('/').pop();
	return name === undefined ? schema : resolved(components.schemas[name]);
}

function propertiesOf(schema: Schema): Record<string, Schema> {
	const { allOf = [], properties = {} } = resolved(schema);
	return { ...Object.assign({}, ...allOf.map(propertiesOf)), ...properties } as Record<
		string,
		Schema
	>;
}

const jsonOf = ({ content }: Content) => content['application/json'].schema;
const at = (path: string) => paths[`/ad_accounts/{ad_account_id}/${path}`];
const answerOf = (path: string) => jsonOf(at(path).get.responses[200] as Content);
const bodyOf = (path: string) => jsonOf(at(path).post.requestBody as Content);
const itemsOf = (schema: Schema) => resolved(schema).items as Schema;

/** What Pinterest answers of one, and what a create takes for one. */
const DESCRIBED = {
	campaigns: [answerOf('campaigns/{campaign_id}'), itemsOf(bodyOf('campaigns'))],
	ad_groups: [answerOf('ad_groups/{ad_group_id}'), itemsOf(bodyOf('ad_groups'))],
	ads: [answerOf('ads/{ad_id}'), itemsOf(bodyOf('ads'))],
	product_group_promotions: [
		answerOf('product_group_promotions/{product_group_promotion_id}'),
		itemsOf(propertiesOf(bodyOf('product_group_promotions')).product_group_promotion),
	],
	keywords: [
		itemsOf(propertiesOf(answerOf('keywords')).items),
		itemsOf(propertiesOf(bodyOf('keywords')).keywords),
	],
} satisfies Record<keyof typeof ACCOUNTED, [Schema, Schema]>;

describe.each(Object.entries(DESCRIBED))('the fields of %s', (path, [answer, create]) => {
	const table: Readonly<Record<string, string>> = ACCOUNTED[path as keyof typeof ACCOUNTED];
	const answered = Object.keys(propertiesOf(answer));
	const taken = Object.keys(propertiesOf(create));

	it('are each accounted for in a copy, and no other is', () => {
		expect(answered.length).toBeGreaterThan(6);
		expect(Object.keys(table).sort()).toEqual([...new Set([...answered, ...taken])].sort());
	});

	it('are carried where a create takes them, and named as lost where it does not', () => {
		const fate = (...wanted: string[]) =>
			Object.keys(table).filter((name) => wanted.includes(table[name]));
		expect(fate('carried', 'fitted').filter((name) => !taken.includes(name))).toEqual([]);
		expect(fate('not-taken').filter((name) => taken.includes(name))).toEqual([]);
		expect(fate('not-taken').filter((name) => !answered.includes(name))).toEqual([]);
	});
});

it('a new campaign’s input has no field that a copy knows nothing of', () => {
	const sent = Object.values(createCampaignInput.fields).flatMap((field) =>
		'sentAs' in field ? [String(field.sentAs)] : [],
	);
	expect(sent.length).toBeGreaterThan(8);
	expect(sent.filter((name) => !isAccounted('campaigns', name))).toEqual([]);
});

it('carries a field as it is, without what is null or empty in it', () => {
	const adGroup = {
		...{ id: '1', name: 'US', billable_event: 'IMPRESSION', placement_group: null },
		auto_targeting_enabled: false,
		tracking_urls: { click: ['https://t.example.com'], impression: null, engagement: [] },
	};
	expect(carriedOf('ad_groups', adGroup)).toEqual({
		billable_event: 'IMPRESSION',
		auto_targeting_enabled: false,
		tracking_urls: { click: ['https://t.example.com'] },
	});
});

it('names what a create does not take and what is not known, where it holds anything', () => {
	const nothing = { dca_assets: null, feed_profile_id: '0', newer_ids: ['0'], newest: {} };
	expect(lostOf('ad_groups', nothing)).toEqual({ notTaken: [], unknown: [] });
	const something = { dca_assets: { logo: '1' }, feed_profile_id: '626736533506', newer: 0 };
	expect(lostOf('ad_groups', something)).toEqual({
		notTaken: ['dca_assets', 'feed_profile_id'],
		unknown: ['newer'],
	});
});

it.each([
	['0', undefined],
	[0, undefined],
	['', undefined],
	[null, undefined],
	['643', '643'],
	[643, '643'],
])('%j as an ID is %j', (given, id) => {
	expect(realId(given)).toBe(id);
});

it('keeps what is false or zero', () => {
	expect(withoutNothing({ a: false, b: 0, c: [null, ''] })).toEqual({ a: false, b: 0 });
});
