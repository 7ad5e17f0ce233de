import { getAudience, listAudiences } from '../../../worker/src/audiences/index.ts';
import { failureOf } from './file/expectations.mts';
import type { Audience } from '../../../simulator/world/world.mts';
import {
	audiencesInMemory,
	FIRST_AUDIENCE,
	isReady,
	type AudiencesInMemory,
} from './audiencesInMemory.mts';

let pinterest: AudiencesInMemory;

beforeEach(async () => {
	pinterest = await audiencesInMemory();
	pinterest.settings({ largestPage: 3 });
});

const list = async (input: object = {}) =>
	(await listAudiences(pinterest.context, input)).map(({ id }) => id);

const bareAudience = ({ id, name, audience_type, rule }: Audience) => ({
	...{ id, name, audience_type, rule },
	...{ status: 'TOO_SMALL', size: 12, created_timestamp: 1764000000 },
});
const bareList = (id: string) => ({
	...{ id, name: 'Records of spring', type: 'customerlist', status: 'PROCESSING' },
	...{ num_uploaded_user_records: 1, exceptions: {} },
});

describe('getAudience', () => {
	it('gives the audience with its customer list, in words too', async () => {
		const { id } = pinterest.addList('Records of spring', ['a@example.com']);
		const audience = pinterest.addAudience('Spring', { customer_list_id: id });
		// Pinterest leaves most of it out now and then, and is not always of one mind with itself.
		pinterest.answerWith({ operationId: 'audiences/get' }, { body: bareAudience(audience) });
		pinterest.answerWith({ operationId: 'customer_lists/get' }, { body: bareList(id) });
		expect(await getAudience(pinterest.context, { audienceId: audience.id })).toEqual({
			id: audience.id,
			name: 'Spring',
			ad_account_id: '549755885175',
			audience_type: 'CUSTOMER_LIST',
			status: 'TOO_SMALL',
			status_explanation: expect.stringMatching(/^Fewer than 100/),
			size: 12,
			description: null,
			customer_list_id: id,
			rule: { customer_list_id: id },
			created_by_company_name: null,
			created_at: '2025-11-24T16:00:00.000Z',
			updated_at: null,
			customer_list: {
				id,
				name: 'Records of spring',
				status: 'PROCESSING',
				status_explanation: expect.stringMatching(/matching/),
				num_batches: null,
				num_uploaded_user_records: 1,
				num_removed_user_records: null,
				created_at: null,
				updated_at: null,
			},
		});
	});

	it('gives one that is made of something else, or of a list that is gone', async () => {
		const visitors = pinterest.addAudience('Visitors', { visitor_source_id: '5' }, 'VISITOR');
		const orphan = pinterest.addAudience('Spring', { customer_list_id: '77' });
		for (const [{ id }, customer_list_id] of [[visitors, null] as const, [orphan, '77'] as const]) {
			const record = await getAudience(pinterest.context, { audienceId: id });
			expect(record).toMatchObject({ id, customer_list_id, customer_list: null });
		}
	});

	it('says which field is wrong, and that there is no such audience', async () => {
		const unnamed = await failureOf(getAudience(pinterest.context, { audienceId: '' }));
		expect(unnamed).toMatchObject({ kind: 'invalid', field: 'Audience' });
		const unknown = await failureOf(getAudience(pinterest.context, { audienceId: '77' }));
		expect(unknown.kind).toBe('not-found');
	});
});

describe('listAudiences', () => {
	const ids = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, n) => String(BigInt(FIRST_AUDIENCE) + BigInt(from + n)));

	beforeEach(() => {
		for (let n = 0; n < 10; n++) {
			const audience = pinterest.addAudience(
				`${n < 5 ? 'Spring' : 'Autumn'} ${n}`,
				n < 8 ? {} : { customer_list_id: pinterest.addList('Records').id },
				n % 2 ? 'ACTALIKE' : 'CUSTOMER_LIST',
			);
			if (n >= 8) isReady(pinterest, audience);
		}
	});

	it('gives all, over all pages', async () => {
		expect(await list()).toEqual(ids(0, 10));
		expect(pinterest.calls).toHaveLength(4);
	});

	it('reads no further than the limit', async () => {
		expect(await list({ limit: 4 })).toEqual(ids(0, 4));
		expect(pinterest.calls).toHaveLength(2);
		expect(pinterest.requests[0].path).toContain('page_size=4');
	});

	it.each([
		['status', { status: 'READY' }, ids(8, 10)],
		['several statuses', { status: ['ready', 'INITIALIZING'] }, ids(0, 10)],
		['no status in particular', { status: [], audienceType: '' }, ids(0, 10)],
		['type', { audienceType: ['ACTALIKE'] }, [1, 3, 5, 7, 9].flatMap((n) => ids(n, n + 1))],
		['part of the name', { nameContains: 'SPRING' }, ids(0, 5)],
		[
			'all of it',
			{ nameContains: 'autumn', audienceType: 'ACTALIKE', limit: 2 },
			[...ids(5, 6), ...ids(7, 8)],
		],
	])('filters by %s', async (_what, input, found) => {
		expect(await list(input)).toEqual(found);
	});

	it('asks for those that others share', async () => {
		await list({ ownershipType: 'RECEIVED' });
		expect(pinterest.requests[0].path).toContain('ownership_type=RECEIVED');
	});
});
