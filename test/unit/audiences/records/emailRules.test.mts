import fc from 'fast-check';
import { parseRecords } from '../../../../simulator/audiences/customerRecords.mts';
import { emailRecord } from '../../../../worker/src/audiences/identifiers/emails.ts';

describe('addresses', () => {
	const text = fc.oneof(
		fc.emailAddress(),
		fc.string({
			unit: fc.constantFrom('a', 'O', "'", '.', '-', '+', '1', 'é', '用', '_'),
			maxLength: 12,
		}),
	);
	const address = fc
		.tuple(
			text,
			fc.constantFrom('example.com', 'müller.example', '例え.テスト', 'a-b.example.co.uk', 'b'),
		)
		.map(([local, host]) => (local.includes('@') ? local : `${local}@${host}`));

	it('that are sent are ones that the simulator, with rules of its own, takes', () => {
		fc.assert(
			fc.property(address, (given) => {
				const record = emailRecord(given, 'none');
				if (typeof record === 'string') expect(parseRecords(record, 'EMAIL')).toEqual([record]);
			}),
			{ numRuns: 2000 },
		);
	});

	it.each(["o'brien@example.com", 'anna@müller.example', '用户@例え.テスト'])(
		'of people like %s are sent',
		(given) => {
			expect(emailRecord(given, 'none')).toBe(given);
			expect(parseRecords(given, 'EMAIL')).toEqual([given]);
		},
	);
});
