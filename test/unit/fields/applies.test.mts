import { applies, metricsInput } from '../../../worker/src/index.ts';

const { fields } = metricsInput;
const appliesWith = (name: string, given: Readonly<Record<string, unknown>>) =>
	applies(fields, name, (other) => given[other]);

it.each([
	['targetingTypes', 'account', false],
	['breakdownOf', 'Targeting', true],
	['targetingTypes', 'TARGETING', true],
	['targetingTypes', 'keyword', false],
	['breakdownOf', ' keyword ', true],
	['breakdownOf', 'campain', false],
])('%s with the level %j: %p', (name, level, expected) => {
	expect(appliesWith(name, { level })).toBe(expected);
});

it.each([undefined, null, ''])('a level that is %j is the default one', (level) => {
	expect(appliesWith('targetingTypes', { level })).toBe(false);
	expect(appliesWith('breakdownOf', { level })).toBe(false);
});

it('days without a period count', () => {
	expect(appliesWith('startDate', { period: '' })).toBe(true);
	expect(appliesWith('startDate', { period: 'Custom' })).toBe(true);
	expect(appliesWith('startDate', { period: 'today' })).toBe(false);
});
