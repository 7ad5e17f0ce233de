import { gzipSync } from 'node:zlib';
import {
	answerOf,
	callOf,
	conversionsOf,
	FORM_TYPE,
	JSON_TYPE,
	jsonCall,
	readyOf,
	receive,
} from './calls.mts';

const event = (number = 1, more: object = {}) => ({
	event_name: 'checkout',
	event_id: `order-${number}`,
	email: `marked${number}@example.com`,
	...more,
});
const events = (count: number) => Array.from({ length: count }, (_, number) => event(number));
const text = JSON.stringify(event());
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const typed = (type: string) => ({ 'content-type': type });

describe('one event is read', () => {
	it.each<[string, string | Uint8Array, Record<string, string>]>([
		['as JSON', text, JSON_TYPE],
		['as JSON with a charset', text, typed('Application/JSON; charset=UTF-8')],
		['as JSON of a vendor', text, typed('application/vnd.shop.order+json')],
		['with a byte-order mark', `\ufeff${text}`, JSON_TYPE],
		[
			'in UTF-16, where it says so',
			Buffer.from(text, 'utf16le'),
			typed('application/json; charset="utf-16le"'),
		],
		['as text, which is what sendBeacon sends', text, typed('text/plain;charset=UTF-8')],
		['as JSON made text of', JSON.stringify(text), JSON_TYPE],
		['as JSON made text of twice', JSON.stringify(JSON.stringify(text)), typed('text/plain')],
		['without a content type', text, {}],
		['without compression, said so', text, { ...JSON_TYPE, 'content-encoding': 'identity' }],
		['with blanks around it', ` \r\n${text}\n`, JSON_TYPE],
		['as a form’s fields', form(event() as Record<string, string>), FORM_TYPE],
		['as JSON that calls itself a form, as curl sends it', text, FORM_TYPE],
		['as a form’s name without a value', `${text}=`, FORM_TYPE],
		['encoded, as a form’s name without a value', `${encodeURIComponent(text)}=`, FORM_TYPE],
		['as JSON in a form’s only field', form({ data: text }), FORM_TYPE],
		['as JSON in a form’s only field, called payload', form({ payload: text }), FORM_TYPE],
	])('%s', (_, body, headers) => {
		expect(receive(callOf(body, headers))).toMatchObject({ isList: false });
		expect(readyOf(callOf(body, headers))).toMatchObject({ event_id: 'order-1', position: 0 });
	});
});

describe('a list is read', () => {
	it.each<[string, string, Record<string, string>]>([
		['bare', JSON.stringify(events(3)), JSON_TYPE],
		['in data, as Pinterest takes it', JSON.stringify({ data: events(3) }), JSON_TYPE],
		[
			'of JSON made text of',
			JSON.stringify(events(3).map((one) => JSON.stringify(one))),
			JSON_TYPE,
		],
		['made text of as a whole', JSON.stringify(JSON.stringify(events(3))), typed('text/plain')],
		['in a form', form({ data: JSON.stringify(events(3)) }), FORM_TYPE],
		['of a single one', JSON.stringify([event()]), JSON_TYPE],
	])('%s', (_, body, headers) => {
		const received = receive(callOf(body, headers));
		expect(received).toMatchObject({ isList: true });
		const conversions = conversionsOf(callOf(body, headers));
		expect(conversions.map(({ status }) => status)).toEqual(conversions.map(() => 'ready'));
		expect(conversions.map(({ position }) => position)).toEqual(conversions.map((_one, n) => n));
	});

	it('of 1,000, and not of 1,001', () => {
		expect(conversionsOf(jsonCall(events(1000)))).toHaveLength(1000);
		expect(answerOf(jsonCall(events(1001)))).toEqual({
			status: 413,
			body: { status: 'refused', error: expect.stringContaining('at most 1000 events') },
		});
	});

	it('to its end, whatever is in it: what is no event costs the others nothing', () => {
		const odd = [null, 7, 'no JSON', [], {}, [event(8), event(9)], { data: [] }, event(3)];
		const conversions = conversionsOf(jsonCall([event(1), ...odd]));
		expect(conversions.map(({ status }) => status)).toEqual([
			'ready',
			...odd.slice(1).map(() => 'refused'),
			'ready',
		]);
		for (const one of conversions) {
			if (one.status === 'refused')
				expect(one.problems).toContainEqual({
					field: expect.any(String),
					message: expect.stringMatching(/./),
				});
		}
	});
});

describe('a call is refused', () => {
	it.each<[string, number, string | Uint8Array, Record<string, string>, RegExp]>([
		['compressed', 415, gzipSync(text), { ...JSON_TYPE, 'content-encoding': 'gzip' }, /compressed/],
		['of another type', 415, text, typed('application/xml'), /Send JSON/],
		['with files', 415, text, typed('multipart/form-data; boundary=x'), /Send JSON/],
		[
			'of a type that only looks like JSON',
			415,
			text,
			typed('application/json-patch'),
			/Send JSON/,
		],
		[
			'in letters that nobody knows',
			415,
			text,
			typed('application/json; charset=klingon'),
			/UTF-8/,
		],
		['empty', 400, '', JSON_TYPE, /empty/],
		['of blanks', 400, ' \n', JSON_TYPE, /empty/],
		['not JSON', 400, '{"email": "marked1@example.com"', JSON_TYPE, /not JSON/],
		['a word', 400, 'marked1@example.com', typed('text/plain'), /not JSON/],
		['a number', 400, '7', JSON_TYPE, /not JSON/],
		['nothing', 400, 'null', JSON_TYPE, /not JSON/],
		['an empty list', 400, '[]', JSON_TYPE, /empty/],
		['an empty list in data', 400, '{"data": []}', JSON_TYPE, /empty/],
		['a form of nothing', 400, '&=&', FORM_TYPE, /not JSON/],
		['a form with broken JSON', 400, form({ data: '{"email": "marked1@' }), FORM_TYPE, /not JSON/],
		['bytes', 400, Buffer.from([0xff, 0xfe, 0x00, 0x80]), JSON_TYPE, /not JSON/],
	])('that is %s', (_, status, body, headers, reason) => {
		const answer = answerOf(callOf(body, headers));
		expect(answer).toEqual({
			status,
			body: { status: 'refused', error: expect.stringMatching(reason) },
		});
		expect(JSON.stringify(answer)).not.toContain('marked');
	});
});

describe('letters of another code', () => {
	const name = (body: Uint8Array, type: string) => {
		const { event: prepared } = readyOf(callOf(body, typed(type)));
		return (JSON.parse(prepared) as { user_data: { ln: unknown } }).user_data.ln;
	};
	const document = JSON.stringify(event(1, { last_name: 'Müller' }));
	const right = name(Buffer.from(document), 'application/json');

	it('are read as the call says', () => {
		expect(name(Buffer.from(document, 'latin1'), 'application/json; charset=ISO-8859-1')).toEqual(
			right,
		);
	});

	it('are not made question marks of where the call does not say: nobody would be found by them', () => {
		expect(name(Buffer.from(document, 'latin1'), 'application/json')).toEqual(right);
	});
});

describe('what is made to keep a program busy', () => {
	const MILLION = 1_000_000;

	it.each<[string, string, Record<string, string>]>([
		['lists in lists', '['.repeat(MILLION) + ']'.repeat(MILLION), JSON_TYPE],
		['objects in objects', '{"a":'.repeat(MILLION) + '1' + '}'.repeat(MILLION), JSON_TYPE],
		['text in text', JSON.stringify('"'.repeat(MILLION)), JSON_TYPE],
		['a field a million times', 'email=a&'.repeat(MILLION / 2), FORM_TYPE],
		[
			'a million fields',
			Array.from({ length: MILLION / 2 }, (_, n) => `f${n}=`).join('&'),
			FORM_TYPE,
		],
		['signs of a form', `{${'= '.repeat(MILLION)}`, FORM_TYPE],
		['blanks', `{"a":1}=${' '.repeat(MILLION)}x`, FORM_TYPE],
		['percent signs', '%7B'.repeat(MILLION), FORM_TYPE],
	])('is answered or refused: %s', (_, body, headers) => {
		const received = receive(callOf(body, headers));
		const refused = 'answer' in received || received.conversions[0].status === 'refused';
		expect(refused).toBe(true);
	});

	it('leaves what objects are made of as it is', () => {
		const names =
			'{"__proto__": {"event_name": "checkout"}, "constructor": {"prototype": {"polluted": 1}}}';
		const received = [
			receive(callOf(names, JSON_TYPE)),
			receive(callOf('__proto__=1&constructor=2&toString=3&email=a%40example.com', FORM_TYPE)),
			receive(callOf(`[${names}, {"user_data": ${names}}]`, JSON_TYPE)),
		];
		expect(received.map((one) => 'answer' in one)).toEqual([false, false, false]);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(({} as Record<string, unknown>).event_name).toBeUndefined();
	});
});
