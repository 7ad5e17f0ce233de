import { DateTime } from 'luxon';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { NOW, recordIn, sha256 } from '../sending/eventsEndpoint.mts';

const BASE = { eventName: 'checkout', eventId: 'e1' };
/** Enough for Pinterest, and in no hashed field. */
const SOMEBODY = { clientIpAddress: '192.0.2.1', clientUserAgent: 'Mozilla/5.0' };

const read = (identifiers: object) => {
	const { event, warnings } = recordIn(readEvent({ ...BASE, ...SOMEBODY, ...identifiers }, NOW));
	const userData = { ...event.user_data };
	delete userData.client_ip_address;
	delete userData.client_user_agent;
	return { userData, warnings };
};

/** What is hashed, written out by hand from the API description: input, its normal form. */
type Row = [value: unknown, form: string];

const hashes = (field: string, key: string, rows: Row[]) =>
	describe(`${field} (${key})`, () => {
		it.each(rows)('%p', (value, form) => {
			const { userData, warnings } = read({ [field]: value });
			expect(userData).toEqual({ [key]: [sha256(form)] });
			expect(warnings).toEqual([]);
		});
	});

hashes('email', 'em', [
	[' Jane.Doe@Example.COM\t', 'jane.doe@example.com'],
	['"jane@example.com"', 'jane@example.com'],
	['\u200bjane@example.com\ufeff', 'jane@example.com'],
	['jane+shop@example.com', 'jane+shop@example.com'],
	['j.a.n.e@example.com', 'j.a.n.e@example.com'],
	["O'Brien@Example.Co.Uk", "o'brien@example.co.uk"],
	['почта@example.com', 'почта@example.com'],
	['JÜRGEN@exämple.com', 'jürgen@exämple.com'],
	['taro..yamada.@mobile.example.com', 'taro..yamada.@mobile.example.com'],
]);

hashes('phone', 'ph', [
	['+1 (555) 010-9999', '15550109999'],
	['+1.555.010.9999', '15550109999'],
	['15550109999', '15550109999'],
	[15550109999, '15550109999'],
	[15550109999n, '15550109999'],
	['0049 30 901820', '4930901820'],
	['+0049 30 901820', '4930901820'],
	['00000493090182', '493090182'],
	['+44 (0)20 7946 0958', '442079460958'],
	['44 ( 0 ) 20 7946 0958', '442079460958'],
	['(0)20 7946 0958', '2079460958'],
	['+39 06 1234 5678', '390612345678'],
	['+1 555-010-9999 ext. 123', '15550109999'],
	['+1 555 010 9999 Extension 123', '15550109999'],
	['tel:+15550109999;ext=7', '15550109999'],
	['+1.555.010.9999x42', '15550109999'],
	['+1 555 010 9999 #42', '15550109999'],
	['+33 1 99 00 12 34 poste 12', '33199001234'],
	['+7 495 123-45-67 доб. 12', '74951234567'],
	['#15550109999', '15550109999'],
	['1-800-FLOWERS', '1800'],
	['٠٠٩٦٦٥٠١٢٣٤٥٦٧', '966501234567'],
	['+९१ ९८७६५ ४३२१०', '919876543210'],
	['＋８１３１２３４５６７８', '81312345678'],
	['+1\u00a0555\u2011010\u20119999', '15550109999'],
]);

const NAMES: Row[] = [
	[' Mary Ann ', 'mary ann'],
	['JOSÉ', 'josé'],
	['Jose\u0301', 'jos\u00e9'],
	["O'BRIEN", "o'brien"],
	['O’Brien-Smith', 'o’brien-smith'],
	['Dr. Smith', 'dr. smith'],
	['GROẞ', 'groß'],
	['Müller-Lüdenscheidt', 'müller-lüdenscheidt'],
	// The Unicode standard's lower case of the dotted capital, as every programming language has it.
	['İnönü', 'i\u0307nönü'],
	['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
	['ИВАНОВА', 'иванова'],
	['李小龍', '李小龍'],
	['محمد', 'محمد'],
	['Ann\u00ada\u200b', 'anna'],
	['Null', 'null'],
	[7, '7'],
];
hashes('firstName', 'fn', NAMES);
hashes('lastName', 'ln', NAMES);

hashes('gender', 'ge', [
	['f', 'f'],
	[' Female ', 'f'],
	['WOMAN', 'f'],
	['M', 'm'],
	['male', 'm'],
	['n', 'n'],
	['Non-Binary', 'n'],
	['non binary', 'n'],
	['non_binary', 'n'],
]);

hashes('dateOfBirth', 'db', [
	['19960201', '19960201'],
	[19960201, '19960201'],
	['1996-02-01', '19960201'],
	['1996/2/1', '19960201'],
	['1996.02.01', '19960201'],
	['1996-02-29T00:00:00Z', '19960229'],
	['1996-02-29 23:59:59', '19960229'],
	['1996-02-29T00:30:00+09:00', '19960229'],
	['28/02/1996', '19960228'],
	['02/28/1996', '19960228'],
	['28.2.1996', '19960228'],
	['01/01/1900', '19000101'],
	['April 23, 1990', '19900423'],
	['23 Apr 1990', '19900423'],
	['23rd September 1990', '19900923'],
	['١٩٩٦-٠٢-٠١', '19960201'],
	[new Date('1996-02-29T00:00:00Z'), '19960229'],
	[DateTime.fromISO('1996-02-29', { zone: 'Asia/Tokyo' }), '19960229'],
]);

hashes('city', 'ct', [
	['San Francisco', 'sanfrancisco'],
	["St. John's", 'stjohns'],
	['Saint-Étienne', 'saintétienne'],
	['São Paulo', 'sãopaulo'],
	['Sa\u0303o Paulo', 's\u00e3opaulo'],
	['Düren', 'düren'],
	['Llanfair\u00adpwll', 'llanfairpwll'],
	['Winston\u2011Salem, NC', 'winstonsalemnc'],
	['6th of October City', '6thofoctobercity'],
	['ΑΓΙΟΣ ΝΙΚΟΛΑΟΣ', 'αγιοςνικολαος'],
	['Санкт-Петербург', 'санктпетербург'],
	['मुंबई', 'मुंबई'],
	['東京 都', '東京都'],
]);

hashes('state', 'st', [
	['CA', 'ca'],
	[' n.y. ', 'ny'],
	['US-NY', 'ny'],
	['New York', 'ny'],
	['WASHINGTON, D.C.', 'dc'],
	['Québec', 'qc'],
	['Newfoundland and Labrador', 'nl'],
	['DE-BY', 'by'],
]);

hashes('zip', 'zp', [
	['94107', '94107'],
	[94107, '94107'],
	['94107-1234', '941071234'],
	['CA 94107', '94107'],
	['02138', '02138'],
	['100-0001', '1000001'],
	['〒１００－０００１', '1000001'],
	['SW1A 1AA', '11'],
	['K1A 0B6', '106'],
	['1012 LG', '1012'],
]);

describe('zip (zp) that lost the zeros at its beginning as a number', () => {
	it.each([
		['US', 2138, '02138'],
		['US', '501', '00501'],
		['US', 21381234, '021381234'],
		['US', 94107, '94107'],
		['US', 123456, '123456'],
		['Germany', 1067, '01067'],
		['BR', 1310100, '01310100'],
		['JP', 600001, '0600001'],
		['NO', 10, '0010'],
		['CH', 8001, '8001'],
		['GB', 'E1 6AN', '16'],
		[undefined, 2138, '2138'],
	])('%s %p', (country, zip, form) => {
		expect(read({ zip, country }).userData.zp).toEqual([sha256(form)]);
	});
});

hashes('country', 'country', [
	['US', 'us'],
	[' de ', 'de'],
	['UK', 'gb'],
	['USA', 'us'],
	['GBR', 'gb'],
	['aut', 'at'],
	['United States', 'us'],
	['United States of America', 'us'],
	['The Netherlands', 'nl'],
	['germany', 'de'],
	['Turkey', 'tr'],
	['Türkiye', 'tr'],
	["Cote d'Ivoire", 'ci'],
	['Côte d’Ivoire', 'ci'],
	['Bosnia and Herzegovina', 'ba'],
	['Saint Lucia', 'lc'],
	['Hong Kong', 'hk'],
]);

hashes('externalId', 'external_id', [
	[' User-42 ', 'User-42'],
	['USER 42', 'USER 42'],
	[42, '42'],
	['00042', '00042'],
	[9007199254740993n, '9007199254740993'],
	['d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'],
	['Ünique', 'Ünique'],
]);

hashes('maids', 'hashed_maids', [
	['AEBE52E7-03EE-455A-B3C4-E57283966239', 'aebe52e7-03ee-455a-b3c4-e57283966239'],
	['cdda802e-fb9c-47ad-9866-0794d394c912', 'cdda802e-fb9c-47ad-9866-0794d394c912'],
	['AEBE52E703EE455AB3C4E57283966239', 'aebe52e7-03ee-455a-b3c4-e57283966239'],
	['device-7', 'device-7'],
]);

describe('a state', () => {
	it('of the US or Canada is not read into a region that only has its name', () => {
		const { userData } = read({ country: 'MX', state: 'California' });
		expect(userData.st).toBeUndefined();
	});
});
