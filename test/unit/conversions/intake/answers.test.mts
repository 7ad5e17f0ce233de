import {
	answerToCall,
	notAuthorized,
	type Caller,
	type EventAnswer,
} from '../../../../worker/src/conversions/intake/index.ts';

const one = (status: EventAnswer['status'], number = 1): EventAnswer => ({
	status,
	event_id: `order-${number}`,
});
const accepted = one('accepted');
const sent = one('sent', 2);
const known = one('known', 3);
const refused: EventAnswer = { status: 'refused', error: 'It cannot be sent.', problems: [] };
const notAccepted: EventAnswer = { status: 'not accepted', error: 'There is no room.' };
const SHOPS = ['shopify', 'wooCommerce', 'stripe'] as const;

describe('the answer to one event', () => {
	it.each<[EventAnswer, number]>([
		[accepted, 202],
		[sent, 200],
		[known, 200],
		[refused, 400],
		[notAccepted, 503],
	])('is what became of it: %j', (event, status) => {
		expect(answerToCall([event], false, 'ownSite')).toMatchObject({ status, body: event });
	});

	it('tells who is not taken when to come again', () => {
		expect(answerToCall([notAccepted], false, 'ownSite').headers).toEqual({ 'Retry-After': '600' });
		expect(answerToCall([accepted], false, 'ownSite').headers).toBeUndefined();
	});
});

describe('the answer to a list', () => {
	const answer = (events: EventAnswer[], caller: Caller = 'ownSite') =>
		answerToCall(events, true, caller);

	it.each<[string, EventAnswer[], number, object]>([
		['all of them new', [accepted, accepted], 202, { status: 'accepted', accepted: 2 }],
		['all of them sent', [sent, sent], 200, { status: 'done', sent: 2 }],
		['all of them known', [known], 200, { status: 'done', known: 1 }],
		['none that can be sent', [refused, refused], 400, { status: 'refused', refused: 2 }],
		[
			'some that cannot',
			[accepted, refused],
			202,
			{ status: 'see results', accepted: 1, refused: 1 },
		],
		[
			'some sent, others not to be',
			[sent, refused],
			200,
			{ status: 'see results', sent: 1, refused: 1 },
		],
		[
			'one for which there was no room',
			[accepted, notAccepted, known],
			503,
			{ status: 'not accepted', accepted: 1, not_accepted: 1, known: 1 },
		],
	])('has a result for each, in their order: %s', (_, events, status, body) => {
		expect(answer(events)).toMatchObject({ status, body: { ...body, results: events } });
	});

	it('is a list also where it was one of a single event', () => {
		expect(answer([accepted]).body).toEqual({
			status: 'accepted',
			accepted: 1,
			results: [accepted],
		});
	});
});

it.each(SHOPS)('%s is never refused: it would switch its webhook off', (caller) => {
	expect(answerToCall([refused], false, caller)).toEqual({ status: 200, body: refused });
	expect(answerToCall([accepted], false, caller).status).toBe(202);
});

it.each(SHOPS)('%s is asked to come again where nothing could be written', (caller) => {
	expect(answerToCall([notAccepted], false, caller).status).toBe(503);
});

it('tells a stranger nothing but how one signs in', () => {
	const body = { status: 'refused', error: 'Not authorized.' };
	expect(notAuthorized({ method: 'header', name: 'X-Secret-Name', value: 'k' })).toEqual({
		status: 401,
		body,
	});
	expect(notAuthorized({ method: 'signature', secret: 'k' })).toEqual({ status: 401, body });
	expect(notAuthorized({ method: 'bearer', token: 'k' })).toEqual({
		status: 401,
		body,
		headers: { 'WWW-Authenticate': 'Bearer' },
	});
	expect(notAuthorized({ method: 'basic', user: 'marketing', password: 'k' })).toEqual({
		status: 401,
		body,
		headers: { 'WWW-Authenticate': 'Basic realm="conversions"' },
	});
});
