import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
	couldBeMd5,
	deviceRecord,
} from '../../../../worker/src/audiences/identifiers/deviceIds.ts';

const ID = 'aebe52e7-03ee-455a-b3c4-e57283966239';
const digestOf = (algorithm: string, text: string) =>
	createHash(algorithm).update(text).digest('hex');

describe('deviceRecord', () => {
	it.each([
		['as it is', ID],
		['in capitals', ID.toUpperCase()],
		['with spaces', ` ${ID}\n`],
		['without dashes', ID.replaceAll('-', '')],
		['without dashes in capitals', ID.replaceAll('-', '').toUpperCase()],
		['in quotation marks', `"${ID}"`],
	])('hashes an id %s to the same record', (_how, value) => {
		expect(deviceRecord(value, 'sha256')).toBe(digestOf('sha256', ID));
	});

	it.each(['md5', 'sha1', 'sha256'] as const)('hashes with %s', (algorithm) => {
		expect(deviceRecord(ID, algorithm)).toBe(digestOf(algorithm, ID));
	});

	it.each(['sha1', 'sha256'] as const)('passes a %s on in lower case', (algorithm) => {
		const digest = digestOf(algorithm, ID);
		expect(deviceRecord(digest.toUpperCase(), 'sha256')).toBe(digest);
	});

	it('takes 32 digits for an MD5 only in a list that is MD5', () => {
		const md5 = digestOf('md5', ID);
		expect(deviceRecord(md5, 'md5')).toBe(md5);
		expect(deviceRecord(md5, 'sha256')).not.toBe(md5);
	});

	it.each([
		['00000000-0000-0000-0000-000000000000', /opted out/],
		['0'.repeat(32), /opted out/],
		['', /^empty$/],
		[7, /^not text$/],
		['jane@example.com', /not a device ID/],
		[`${ID}0`, /not a device ID/],
		['aebe52e7-03ee-455a-b3c4', /not a device ID/],
		['aebe52e703ee-455a-b3c4-e57283966239', /not a device ID/],
		['gebe52e7-03ee-455a-b3c4-e57283966239', /not a device ID/],
		[digestOf('sha256', ''), /hash of nothing/],
	])('refuses %j', (value, reason) => {
		expect(deviceRecord(value, 'sha256')).toEqual({ reason: expect.stringMatching(reason) });
	});

	it('never lets an id through in the clear', () => {
		fc.assert(
			fc.property(
				fc.uuid(),
				fc.constantFrom('sha256', 'sha1'),
				fc.boolean(),
				(id, hash, dashes) => {
					const record = deviceRecord(dashes ? id : id.replaceAll('-', ''), hash as 'sha256');
					expect(record).toBe(digestOf(hash, id));
				},
			),
		);
	});
});

describe('couldBeMd5', () => {
	it('asks about digits that are no random UUID', () => {
		expect(couldBeMd5('0123456789abcdef0123456789abcdef')).toBe(true);
		expect(couldBeMd5(ID.replaceAll('-', ''))).toBe(false);
		expect(couldBeMd5(ID)).toBe(false);
	});
});
