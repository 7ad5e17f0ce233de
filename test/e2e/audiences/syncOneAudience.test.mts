import { readTemplate } from '../../../scripts/templates/files.mts';
import { AudienceTemplates } from './audienceTemplates.mts';
import { people } from './contacts.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { until } from '../../../scripts/until.mts';

const KEY = 'newsletter';
const LONG_AGO = '2026-01-01T00:00:00.000Z';

let templates: AudienceTemplates;

beforeAll(async () => {
	templates = await AudienceTemplates.start('sync-one');
}, 20 * MINUTES);
afterAll(async () => await templates.stop());
beforeEach(async () => {
	templates.simulator.reset();
	await templates.forget(KEY);
	await templates.connect('active');
	await templates.add([{ audience_key: KEY }], () => people(3));
});
afterEach(() => expect(templates.simulator.violations()).toEqual([]));

const lists = () => templates.simulator.state().customerLists.filter(({ name }) => name === KEY);
const hanging = () => templates.simulator.ledger().some(({ fault }) => fault === 'hang');

it(
	'gives back the row with its outcome',
	async () => {
		const answer = await templates.sync({ audience_key: KEY });
		expect(answer).toMatchObject({ outcome: 'synced', reason: '', sync_status: 'synced' });
		const { sync_round: round, customer_list_id: list } = templates.audience(KEY);
		expect([round, list]).toEqual([1, lists()[0].id]);
		expect(answer).toMatchObject({ sync_round: 1, customer_list_id: list, contacts_sent: 3 });
	},
	15 * MINUTES,
);

it(
	'touches nothing while Pinterest is not connected',
	async () => {
		await templates.connect('unauthorized', { message: 'Token refused.', hint: 'Run connect.' });
		const before = templates.audience(KEY);
		expect(await templates.sync({ audience_key: KEY })).toMatchObject({
			outcome: 'resting',
			reason: 'Pinterest is not connected (unauthorized). Token refused. Run connect.',
			audience_key: KEY,
		});
		expect(templates.audience(KEY)).toEqual(before);
		expect(templates.simulator.ledger()).toEqual([]);
	},
	15 * MINUTES,
);

it(
	'fails only for an audience that is in no row',
	async () => {
		expect(await templates.sync({ audience_key: 'nobody knows it' })).toEqual({});
		const [{ message }] = await templates.told('pinAdsSyncAudience');
		expect(message).toMatch(/^There is no audience “nobody knows it”/);
	},
	15 * MINUTES,
);

it(
	'leaves an audience alone that has been taken, or switched off, since its caller looked',
	async () => {
		expect(await templates.sync({ audience_key: KEY, sync_round: 0 })).toMatchObject({
			outcome: 'synced',
		});
		expect(await templates.sync({ audience_key: KEY, sync_round: 0 })).toMatchObject({
			outcome: 'skipped',
			reason: 'Another run has taken it meanwhile.',
		});
		await templates.change(KEY, { active: false });
		expect(await templates.sync({ audience_key: KEY, sync_round: 1 })).toMatchObject({
			outcome: 'skipped',
			reason: 'It is not active any more.',
		});
		// A person who asks for it by name wants it all the same.
		expect(await templates.sync({ audience_key: KEY })).toMatchObject({ outcome: 'synced' });
		expect(templates.audience(KEY)).toMatchObject({ sync_round: 2 });
	},
	15 * MINUTES,
);

it(
	'says that another run is at it, and is free again when that has been so for too long',
	async () => {
		templates.fault({ match: { operationId: 'customer_lists/create' }, fault: 'hang', count: 1 });
		const first = templates.sync({ audience_key: KEY });
		await until(hanging);
		const before = templates.audience(KEY);
		const second = await templates.sync({ audience_key: KEY });
		expect(second).toMatchObject({ outcome: 'skipped', sync_status: 'syncing' });
		expect(second.reason).toMatch(/^Another run is at it, since 20/);
		expect(templates.audience(KEY)).toEqual(before);

		await templates.change(KEY, { sync_started_at: LONG_AGO });
		expect(await templates.sync({ audience_key: KEY })).toMatchObject({ outcome: 'synced' });
		const synced = templates.audience(KEY);
		// The first one comes back from its wait: the row is not its own any more.
		expect(await first).toMatchObject({
			outcome: 'skipped',
			reason: 'Another run has taken it meanwhile.',
		});
		expect(templates.audience(KEY)).toEqual(synced);
		expect(lists()).toHaveLength(1);
		expect([...lists()[0].members].sort()).toEqual(people(3));
	},
	15 * MINUTES,
);

it(
	'writes down what it ends with, though the start of n8n took it for cut off',
	async () => {
		templates.fault({ match: { operationId: 'audiences/list' }, fault: 'hang', count: 1 });
		const first = templates.sync({ audience_key: KEY });
		await until(hanging);
		await templates.change(KEY, { sync_status: 'error', error_kind: 'interrupted' });
		expect(await first).toMatchObject({ outcome: 'synced' });
		expect(templates.audience(KEY)).toMatchObject({ sync_status: 'synced', error_kind: '' });
	},
	15 * MINUTES,
);

describe('contacts from elsewhere', () => {
	const id = 'pinAdsContacts';
	const shipped = readTemplate(id);
	/** As somebody presses D on a node. */
	const switched = async (contacts: boolean, elsewhere: boolean) => {
		const disabled: Record<string, boolean> = {
			Contacts: !contacts,
			'Contacts from elsewhere': !elsewhere,
		};
		await templates.publishSync(({ nodes, ...workflow }) => ({
			...workflow,
			nodes: nodes.map((node) => ({ ...node, disabled: disabled[node.name] ?? false })),
		}));
	};
	const members = () => [...lists()[0].members].sort();

	afterAll(async () => await templates.publishSync());

	it.each([
		['switched on in place of the table', false],
		['switched on beside the table, which then does not count', true],
	])(
		'are taken when they are %s',
		async (_, contacts) => {
			await switched(contacts, true);
			const other = {
				...shipped.nodes.find(({ name }) => name === 'Its contacts')!,
				...{ id: 'other', name: 'Another contact' },
				...{ type: 'n8n-nodes-base.set', typeVersion: 3.4 },
				parameters: {
					mode: 'raw',
					jsonOutput: '{ "record": "other@example.com" }',
					options: {},
				},
			};
			const toOther = [[{ node: other.name, type: 'main', index: 0 }]];
			await templates.n8n.publish({
				...shipped,
				nodes: [...shipped.nodes, other],
				connections: { ...shipped.connections, 'Its contacts': { main: toOther } },
			});
			expect(await templates.sync({ audience_key: KEY })).toMatchObject({ outcome: 'synced' });
			expect(members()).toEqual(['other@example.com']);
			expect(templates.audience(KEY)).toMatchObject({ contacts_received: 3 });
		},
		15 * MINUTES,
	);

	it(
		'end with an error, whose text is kept',
		async () => {
			await switched(false, true);
			const nodes = shipped.nodes.map((node) =>
				node.name === 'Its contacts'
					? {
							...node,
							type: 'n8n-nodes-base.stopAndError',
							typeVersion: 1,
							parameters: { errorMessage: 'The sheet is gone.' },
						}
					: node,
			);
			await templates.n8n.publish({ ...shipped, nodes });
			expect(await templates.sync({ audience_key: KEY })).toMatchObject({
				outcome: 'error',
				error_kind: 'contacts',
				reason: expect.stringContaining('The sheet is gone.'),
				error_message: expect.stringContaining('The sheet is gone.'),
			});
			await templates.n8n.publish(shipped);
			expect(await templates.sync({ audience_key: KEY })).toMatchObject({ outcome: 'synced' });
			expect(members()).toEqual(people(3));
		},
		15 * MINUTES,
	);
});
