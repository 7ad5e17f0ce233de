import { checkConnected, PinterestAdsError } from '../../../worker/src/index.ts';

const BY_HAND = true;
const BY_THE_CLOCK = false;

const said = (row: object, question: Parameters<typeof checkConnected>[1], byHand: boolean) => {
	try {
		return checkConnected(row, question, byHand);
	} catch (error) {
		const { kind, message, hint } = error as PinterestAdsError;
		return { kind, message, hint };
	}
};

const INACTIVE = { status: 'inactive', message: 'Disconnected.', hint: 'Connect again.' };

describe('what runs by the clock', () => {
	it.each([
		['active', true],
		['unauthorized', false],
		['inactive', false],
		['something else', false],
		[null, false],
		[undefined, false],
	])('with a connection that is %s goes on: %s', (status, goesOn) => {
		expect(said({ status }, {}, BY_THE_CLOCK)).toBe(goesOn);
	});

	it.each([
		['active', true],
		['unauthorized', true],
		['inactive', false],
		[undefined, false],
	])('where it renews the token, with a connection that is %s goes on: %s', (status, goesOn) => {
		expect(said({ status }, { alsoUnauthorized: true }, BY_THE_CLOCK)).toBe(goesOn);
	});
});

describe('whoever waits for what comes of it is told', () => {
	it('the state, what was said last, and what to do', () => {
		const told = {
			kind: 'invalid',
			message: 'Pinterest is not connected (inactive). Disconnected.',
			hint: 'Connect again.',
		};
		expect(said(INACTIVE, {}, BY_HAND)).toEqual(told);
		expect(said(INACTIVE, { otherwise: 'fail' }, BY_THE_CLOCK)).toEqual(told);
	});

	it('that there is no connection yet', () => {
		expect(said({}, {}, BY_HAND)).toEqual({
			kind: 'invalid',
			message: 'Pinterest is not connected (no connection).',
			hint: 'Set up the tables, then connect.',
		});
	});
});
