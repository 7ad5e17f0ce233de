import fc from 'fast-check';
import { z } from 'zod';
import { id, longId, parseInput } from '../../../worker/src/input.ts';
import {
	idInAddress,
	idsListed,
	isAddress,
	type IdOf,
} from '../../../worker/src/values/address.ts';

const PIN = '813744226420795884';

describe('an address copied from Pinterest', () => {
	it.each<[IdOf, string, string]>([
		['pin', 'https://www.pinterest.com/pin/813744226420795884/', PIN],
		['pin', 'http://pinterest.com/pin/813744226420795884', PIN],
		['pin', 'www.pinterest.de/pin/813744226420795884/?lp=true#x', PIN],
		['pin', 'pinterest.co.uk/pin/813744226420795884/', PIN],
		['pin', 'https://de.pinterest.com/pin/spring-sofa--813744226420795884/', PIN],
		['pin', 'https://www.pinterest.com.au/pin/a-b--c--813744226420795884/sent/?invite=1', PIN],
		['pin', 'HTTPS://WWW.PINTEREST.COM/pin/813744226420795884/', PIN],
		['adAccount', 'https://ads.pinterest.com/advertiser/549755885175/reporting/', '549755885175'],
		[
			'campaign',
			'https://ads.pinterest.com/advertiser/549755885175/reporting/campaigns/?campaignIds=626735565838',
			'626735565838',
		],
		[
			'campaign',
			'https://ads.pinterest.com/advertiser/1/reporting/campaigns/626735565838/ad-groups/2680060704746/',
			'626735565838',
		],
		[
			'adGroup',
			'https://ads.pinterest.com/advertiser/1/reporting/campaigns/626735565838/ad-groups/2680060704746/',
			'2680060704746',
		],
		[
			'adGroup',
			'https://ads.pinterest.com/advertiser/1/reporting/adgroups/?adGroupIds=%5B%222680060704746%22%5D',
			'2680060704746',
		],
		['ad', 'https://ads.pinterest.com/advertiser/1/ads/687195134316/edit', '687195134316'],
		[
			'audience',
			'https://ads.pinterest.com/advertiser/1/audiences/2542620905475/',
			'2542620905475',
		],
		[
			'conversionTag',
			'https://ads.pinterest.com/advertiser/1/conversions/tag/2612345678901/',
			'2612345678901',
		],
		[
			'catalog',
			'https://www.pinterest.com/business/catalogs/?catalogId=3551100996745001',
			'3551100996745001',
		],
		[
			'catalogProductGroup',
			'https://www.pinterest.com/business/catalogs/product-groups/443727193917/',
			'443727193917',
		],
		[
			'feed',
			'https://www.pinterest.com/business/catalogs/data-sources/2680059592705/?catalog_id=1',
			'2680059592705',
		],
	])('gives the id of its %s (%s)', (of, address, expected) => {
		expect(isAddress(address)).toBe(true);
		expect(idInAddress(address, of)).toEqual({ id: expected });
	});

	it.each<[string, IdOf, RegExp]>([
		['https://pin.it/4mJEJbZ', 'pin', /short link.*copy the address that it leads to/],
		['https://example.com/pin/813744226420795884/', 'pin', /address of pinterest\.com/],
		['https://pinterest.example.com/pin/1/', 'pin', /address of pinterest\.com/],
		['https://pinterest.com.example.com/pin/1/', 'pin', /address of pinterest\.com/],
		['https://notpinterest.com/pin/1/', 'pin', /address of pinterest\.com/],
		['https://pinterest.com@example.com/pin/1/', 'pin', /address of pinterest\.com/],
		['https://www.pinterest.com/jane/sofas/', 'pin', /without the ID of a Pin/],
		['https://ads.pinterest.com/advertiser/1/ads/2/', 'campaign', /without the ID of a campaign/],
		['https://ads.pinterest.com/x/?campaignIds=1,2', 'campaign', /2 IDs/],
		['https://', 'pin', /is not an address that can be read/],
	])('%s is refused', (address, of, message) => {
		expect(idInAddress(address, of)).toEqual({ problem: expect.stringMatching(message) });
	});

	it('is not looked into where it is longer than any of Pinterest’s', () => {
		const address = `https://www.pinterest.com/pin/${'-'.repeat(1_000_000)}`;
		expect(idInAddress(address, 'pin')).toEqual({ problem: 'is too long an address' });
	});

	it('gives no id that is not in it, whatever stands there', () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
				expect(idInAddress(address, 'campaign')).toHaveProperty('problem');
			}),
			{ numRuns: 50 },
		);
	});
});

it.each(['C12', '1.5', 'jane@example.com', 'sofa', '12 34', ''])('%p is no address', (text) => {
	expect(isAddress(text)).toBe(false);
});

describe('a text that lists ids', () => {
	const ADS = 'https://ads.pinterest.com/advertiser/5/reporting';

	it.each<[string, IdOf, string[]]>([
		['1, 2;3\n4 5', 'campaign', ['1', '2', '3', '4', '5']],
		[`${ADS}/campaigns/?campaignIds=1,2`, 'campaign', ['1', '2']],
		[`${ADS}/adgroups/?campaignIds=1,2&adGroupIds=3,4`, 'campaign', ['1', '2']],
		[`${ADS}/adgroups/?campaignIds=1,2&adGroupIds=3,4`, 'adGroup', ['3', '4']],
		[`${ADS}/ads/?adGroupIds=3,4&adIds=["5","6"]&tab=ads, 7`, 'ad', ['5', '6', '7']],
		[`${ADS}/campaigns/?campaignIds=%5B%221%22%2C%222%22%5D`, 'campaign', ['1', '2']],
		[`${ADS}/campaigns/1/,2,${ADS}/campaigns/?campaignIds=3,4`, 'campaign', ['1', '2', '3', '4']],
		['https://www.pinterest.com/pin/1/?lp=1,222', 'pin', ['1', '222']],
	])('%j has all of them', (text, of, ids) => {
		expect(idsListed(text, of)).toEqual(ids);
	});

	it('keeps what is no id as it is, for the reader to refuse', () => {
		const other = `${ADS}/campaigns/1/`;
		expect(idsListed(`${other},sofa,C12`, 'ad')).toEqual([other, 'sofa', 'C12']);
	});

	it('may be of any length', () => {
		for (const text of ['?', '&ids=1,', 'a', '?a', ',']) {
			expect(idsListed(text.repeat(3_000_000), 'ad')).toBeInstanceOf(Array);
		}
	});
});

describe('where an id is wanted', () => {
	const schema = z.object({ pinId: longId.optional(), campaignId: id.optional() }).strict();

	it('an address is taken by what the field is about', () => {
		const address = 'https://ads.pinterest.com/advertiser/1/campaigns/626735565838/';
		expect(parseInput(schema, { campaignId: ` ${address} ` })).toEqual({
			campaignId: '626735565838',
		});
		expect(() => parseInput(schema, { pinId: address })).toThrow(
			'Pin: is an address without the ID of a Pin: give the ID',
		);
	});

	it('an id in it that is too long is no id', () => {
		const address = `https://www.pinterest.com/campaigns/${'1'.repeat(19)}/`;
		expect(() => parseInput(schema, { campaignId: address })).toThrow('at most 18');
	});
});
