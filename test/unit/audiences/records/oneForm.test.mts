import { createHash } from 'node:crypto';
import { AD, AD_GROUP, CAMPAIGN } from '../../../../worker/src/entities.ts';
import { syncAudience } from '../../../../worker/src/audiences/index.ts';
import { email } from '../../../../worker/src/conversions/person/normalForms.ts';
import { emails } from '../file/expectations.mts';
import { audiencesInMemory } from '../audiencesInMemory.mts';

const [composed, decomposed] = ['Caf\u00e9', 'Cafe\u0301'];

it.each([
	[composed, decomposed],
	[decomposed, composed],
])('an audience is one, however its accent is typed: %j, %j', async (first, second) => {
	const pinterest = await audiencesInMemory();
	const list = pinterest.addList(first, emails(100));
	pinterest.addAudience(first, { customer_list_id: list.id });
	const other = await syncAudience(pinterest.context, { name: second, records: emails(100, 50) });
	expect(other).toMatchObject({
		name: composed,
		customer_list_id: list.id,
		created_list: false,
		created_audience: false,
	});
	expect(pinterest.lists.size).toBe(1);
	expect(pinterest.audiences.size).toBe(1);
});

it('so is a campaign, an ad group and an ad', () => {
	const place = { campaign_id: '1', ad_group_id: '2', pin_id: '3' };
	for (const kind of [CAMPAIGN, AD_GROUP, AD]) {
		expect(kind.isSame({ name: composed, ...place }, { name: decomposed, ...place })).toBe(true);
		expect(kind.isSame({ name: composed, ...place }, { name: 'Cafe', ...place })).toBe(false);
	}
});

it('an address has one digest, in lists and conversions alike', async () => {
	const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
	const pinterest = await audiencesInMemory();
	const records = ['jos\u00e9@example.com', 'JOSE\u0301@example.com', "'jose\u0301@example.com"];
	const list = await syncAudience(pinterest.context, { name: 'H', records, hashing: 'sha256' });
	expect(list.counts).toMatchObject({ received: 3, valid: 1, duplicate: 2 });
	expect([...pinterest.lists.values()][0].members).toEqual(
		new Set([sha256('jos\u00e9@example.com')]),
	);
	for (const record of records) expect(email(record)).toBe('jos\u00e9@example.com');
});
