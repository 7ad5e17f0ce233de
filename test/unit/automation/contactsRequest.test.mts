import {
	audienceMeant,
	checkSyncRequest,
	readAudienceRequest,
} from '../../../worker/src/automation/contacts/audienceRequest.ts';
import { audienceKeyOf } from '../../../worker/src/automation/contacts/audienceKey.ts';
import {
	audienceChoices,
	chosenAudience,
} from '../../../worker/src/automation/contacts/audienceChoices.ts';
import type { PinterestAdsError } from '../../../worker/src/client/errors.ts';

function refusal(doing: () => unknown) {
	try {
		doing();
	} catch (error) {
		const { kind, message, hint } = error as PinterestAdsError;
		return { kind, said: `${message} ${hint}`.trim() };
	}
	throw new Error('It was not refused.');
}

describe('the key of an audience', () => {
	it.each([
		['Newsletter subscribers', 'newsletter subscribers'],
		['  Spring \t\n Buyers ', 'spring buyers'],
		['Caf\u00e9', 'caf\u00e9'],
		['Cafe\u0301', 'caf\u00e9'],
		['CAFE\u0301', 'caf\u00e9'],
		['\u0130zmir', 'i\u0307zmir'],
		['Zebra\u00a0"fans" & friends', 'zebra "fans" & friends'],
	])('of %j is %j', (name, key) => {
		expect(audienceKeyOf(name)).toBe(key);
		expect(audienceKeyOf(key)).toBe(key);
	});
});

describe('a request for an audience', () => {
	it('is read whatever the case and the spaces', () => {
		const request = {
			audience: ' Spring  Buyers',
			list_type: ' maid ',
			ad_account_id: 549755885175,
		};
		expect(readAudienceRequest({ ...request, analysis_data: [] })).toEqual({
			audience_key: 'spring buyers',
			name: 'Spring Buyers',
			list_type: 'MAID',
			ad_account_id: '549755885175',
			brings_contacts: true,
		});
	});

	it.each([
		null,
		undefined,
		'x',
		7,
		[],
		{},
		{ audience: '  ' },
		{ audience: {} },
		{ audience: null },
	])('that names none is refused: %j', (request) => {
		expect(refusal(() => readAudienceRequest(request))).toEqual({
			kind: 'invalid',
			said: 'audience: is missing. Name the audience, for example {"audience": "Newsletter subscribers"}.',
		});
	});

	it.each([
		[{ audience: 'A', list_type: 'PHONE' }, /^list_type: must be EMAIL, MAID or IDFA\.$/],
		[{ audience: 'x'.repeat(251) }, /^audience: is longer than 250 characters\. Give .* shorter/],
	])('that cannot be meant is refused: %j', (request, said) => {
		expect(refusal(() => readAudienceRequest(request)).said).toMatch(said);
	});

	it.each([{}, { analysis_data: null }, { analysis_data: undefined }])(
		'brings no contacts with %j',
		(request) => {
			const read = readAudienceRequest({ audience: 'A', ...request });
			expect(read.brings_contacts).toBe(false);
		},
	);
});

describe('the audience that is meant', () => {
	const request = readAudienceRequest({ audience: 'phones' });

	it.each([
		['none', {}, { name: 'phones', list_type: 'EMAIL', is_known: false }],
		[
			'one',
			{ id: 3, name: 'Phones', list_type: 'IDFA' },
			{ name: 'Phones', list_type: 'IDFA', is_known: true },
		],
		[
			'one without a type',
			{ id: 3, name: '', list_type: null },
			{ name: 'phones', list_type: 'EMAIL', is_known: true },
		],
		['one typed by hand', { id: 3, list_type: ' maid' }, { list_type: 'MAID', is_known: true }],
	])('is what its row says, where there is %s', (_what, row, meant) => {
		expect(audienceMeant(request, row)).toMatchObject({ audience_key: 'phones', ...meant });
	});

	it('holds records of one type', () => {
		const devices = readAudienceRequest({ audience: 'Spring buyers', list_type: 'MAID' });
		const row = { id: 1, name: 'Spring Buyers', list_type: 'EMAIL' };
		expect(refusal(() => audienceMeant(devices, row)).said).toBe(
			'list_type: the audience “Spring Buyers” holds EMAIL records. Leave list_type out, or give the MAID records to an audience of another name.',
		);
	});
});

describe('a request to sync', () => {
	const row = { id: 1, name: 'Known', list_type: 'EMAIL' };
	const connection = { ad_account_id: '549755885175' };
	const ask = (more: object) => readAudienceRequest({ audience: 'known', ...more });

	it.each(['549755885175', 549755885175, ' 549755885175 ', '', null])(
		'may name the ad account that is connected: %j',
		(ad_account_id) => {
			expect(checkSyncRequest(ask({ ad_account_id }), row, connection)).toMatchObject({
				audience_key: 'known',
				name: 'Known',
			});
		},
	);

	it.each([
		['999999999999', connection],
		[999999999999, connection],
		['549755885175', {}],
		['549755885175', undefined],
		['549755885175', { ad_account_id: null }],
		['x', connection],
	])('may not name another one: %j', (ad_account_id, connected) => {
		const asked = ask({ ad_account_id, analysis_data: ['a@example.com'] });
		expect(refusal(() => checkSyncRequest(asked, row, connected))).toEqual({
			kind: 'invalid',
			said: expect.stringMatching(/^ad_account_id: is not the ad account that is connected/),
		});
	});

	it('needs an audience that is known, or its contacts', () => {
		expect(refusal(() => checkSyncRequest(ask({}), {}, connection))).toEqual({
			kind: 'not-found',
			said: 'There is no audience “known” in the table pinterest_audiences. Send its contacts with the request, as analysis_data, or add them with the form “Add contacts to an audience”.',
		});
		const brought = ask({ analysis_data: ['a@example.com'] });
		expect(checkSyncRequest(brought, {}, connection).is_known).toBe(false);
	});
});

describe('the audiences to choose from', () => {
	const rows = [
		{ audience_key: 'a', name: 'Same' },
		{ audience_key: 'b', name: 'Same' },
		{ audience_key: 'c', name: '' },
		{ audience_key: 'd', name: 'Zebra "fans" & friends' },
		{ audience_key: 'd', name: 'A second row' },
		{},
	];

	it('are told apart, each once', () => {
		expect(audienceChoices(rows).map(({ label }) => label)).toEqual([
			'Same (a)',
			'Same (b)',
			'c',
			'Zebra "fans" & friends',
		]);
	});

	it('are found again by what was chosen', () => {
		for (const { label, audience_key } of audienceChoices(rows)) {
			expect(chosenAudience(rows, label)).toEqual({ label, audience_key });
		}
		for (const label of [undefined, '', 'Same', 'x']) {
			expect(chosenAudience(rows, label)).toBeUndefined();
		}
	});
});
