import fc from 'fast-check';
import { TABLES } from '../../../../worker/src/index.ts';
import { TEMPLATES } from '../../../../nodes/PinterestAds/install/templates.ts';
import type { WorkflowNode } from '../../../../nodes/PinterestAds/install/types.ts';
import { FakeN8n } from './fakeN8n.mts';
import { readVersion010 } from './version010.mts';

const BY_DEFAULT_UNPUBLISHED = [
	...['pinAdsCsvContacts', 'pinAdsSheetContacts', 'pinAdsSqlContacts', 'pinAdsWeekly'],
	'pinAdsAlerts',
	...['pinAdsAsk', 'pinAdsAssistant', 'pinAdsChange', 'pinAdsApprove'],
	...['pinAdsSetUp', 'pinAdsDisconnect', 'installer'],
];

let n8n: FakeN8n;
beforeEach(() => (n8n = new FakeN8n()));

const nodesOf = (id: string) => n8n.workflow(id).nodes;
const allNodes = () => [...n8n.workflows.values()].flatMap(({ nodes }) => nodes);
const writes = () => n8n.asked.filter(({ method }) => method !== 'GET').map(({ path }) => path);
const unpublished = () =>
	[...n8n.workflows.values()].filter(({ active }) => !active).map(({ id }) => id);
const note = (node: WorkflowNode): WorkflowNode =>
	node.type.endsWith('stickyNote') ? { ...node, parameters: { content: 'Mine' } } : node;

describe('on a fresh n8n', () => {
	it('installs every workflow with its settings, under the id that the others know it by', () => {
		const summary = n8n.install();
		for (const { id, name, settings } of TEMPLATES) {
			expect(n8n.workflow(id)).toMatchObject({ name, settings });
		}
		expect(summary?.message).toBe('Installed and connected to the ad account “Shop”.');
		expect(summary?.installed?.split('\n')).toHaveLength(TEMPLATES.length);
	});

	it('makes every table with its columns, and addresses each by its id', () => {
		n8n.install();
		expect(n8n.tables.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
		const ids = n8n.tables.map(({ id }) => id);
		const named = allNodes()
			.map(({ parameters }) => parameters.dataTableId as { mode: string; value: string })
			.filter((one) => one !== undefined);
		expect(named.length).toBeGreaterThan(10);
		for (const { mode, value } of named)
			expect([mode, ids.includes(value)]).toEqual(['list', true]);
	});

	it('chooses the Pinterest credential in every node that has one, with its way to sign in', () => {
		n8n.install();
		const chosen = allNodes().filter(({ credentials }) =>
			Object.keys(credentials ?? {}).some((type) => type.startsWith('pinterestAds')),
		);
		expect(chosen.length).toBeGreaterThan(5);
		for (const { credentials = {}, parameters } of chosen) {
			const { pinterestAdsWebhookApi: lock, ...others } = credentials;
			expect(others).toEqual({
				pinterestAdsOAuth2Api: { id: 'pin1', name: 'Pinterest Ads account' },
			});
			const isCalled = parameters.triggerOn === 'conversion';
			expect(lock?.name).toBe(isCalled ? 'Pinterest conversions' : undefined);
			expect(parameters.authentication).toBe('oAuth2');
		}
	});

	it('publishes all but what waits for something of the user’s, each after those that it calls', () => {
		n8n.install();
		expect(unpublished().sort()).toEqual(BY_DEFAULT_UNPUBLISHED.sort());
		const order = writes().filter((path) => path.endsWith('/publish'));
		expect(order.indexOf('/workflows/pinAdsSyncAudience/publish')).toBeLessThan(
			order.indexOf('/workflows/pinAdsDailySync/publish'),
		);
	});

	it('makes the credentials of forms and webhooks, and shows them as they were stored', () => {
		const summary = n8n.install();
		const [forms, webhooks, conversions] = n8n.credentials;
		expect([forms.name, webhooks.name, conversions.name]).toEqual([
			...['Pinterest forms', 'Pinterest webhooks', 'Pinterest conversions'],
		]);
		expect(summary?.sign_in_to_forms).toContain(
			`User ${forms.data.user}, password ${forms.data.password}`,
		);
		expect(summary?.webhook_header).toContain(`${webhooks.data.name}: ${webhooks.data.value}`);
		const locks = allNodes().flatMap(({ credentials }) => Object.entries(credentials ?? {}));
		expect(locks).toContainEqual(['httpBasicAuth', { id: forms.id, name: forms.name }]);
		expect(locks).toContainEqual(['httpHeaderAuth', { id: webhooks.id, name: webhooks.name }]);
		// One header for both, where both are new.
		expect(conversions.data).toEqual({
			method: 'header',
			headerName: webhooks.data.name,
			headerSecret: webhooks.data.value,
		});
		expect(summary).not.toHaveProperty('conversion_header');
		const lock = { id: conversions.id, name: conversions.name };
		expect(locks).toContainEqual(['pinterestAdsWebhookApi', lock]);
	});

	it('says in words what runs when, and where the forms and webhooks are', () => {
		const summary = n8n.install();
		expect(summary?.what_runs_now).toContain('Daily at 06:00 UTC');
		expect(summary?.forms).toContain('https://n8n.example.com/form/pinterest-campaign-launch');
		expect(summary?.webhooks).toContain(
			'POST https://n8n.example.com/webhook/pinterest-conversion',
		);
	});

	it('publishes what was chosen, and what that needs', () => {
		n8n.install({ publish: ['launch'] });
		const published = [...n8n.workflows.values()].filter(({ active }) => active);
		expect(published.map(({ id }) => id).sort()).toEqual([
			...['pinAdsConnect', 'pinAdsErrors', 'pinAdsLaunch', 'pinAdsTokenCheck'],
		]);
	});

	it('says why it is not connected, and leaves the workflows installed', () => {
		n8n.connected = { error: 'Invalid access token' };
		const summary = n8n.install();
		expect(summary?.message).toBe(
			'Installed, but not connected to Pinterest: Invalid access token',
		);
		expect(summary?.what_to_do).toContain('Connect Pinterest Ads');
		expect(n8n.workflow('pinAdsDailySync').active).toBe(true);
	});
});

describe('again', () => {
	it('changes nothing where nothing has changed', () => {
		n8n.install();
		n8n.asked.length = 0;
		const summary = n8n.install();
		expect(writes()).toEqual([]);
		expect(summary).not.toHaveProperty('installed');
		expect(summary).not.toHaveProperty('updated');
		expect(summary?.sign_in_to_forms).toContain('As before');
	});

	it('shows the token of assistants where only that is new, and no other secret again', () => {
		n8n.install();
		const at = n8n.credentials.findIndex(({ type }) => type === 'httpBearerAuth');
		n8n.credentials.splice(at, 1);
		const summary = n8n.install();
		const made = n8n.credentials.find(({ type }) => type === 'httpBearerAuth')!;
		expect(made.name).toBe('Pinterest assistant');
		expect(summary?.assistant_token).toContain(String(made.data.token));
		expect(summary?.webhook_header).toContain('As before');
		expect(n8n.install()?.assistant_token).toContain('As before');
	});

	it('publishes the tools of assistants with what they call, where that is chosen', () => {
		const summary = n8n.install({ publish: ['assistant'] });
		expect(summary?.assistants).toContain('/mcp/pinterest-assistant');
		for (const id of ['pinAdsAssistant', 'pinAdsChange', 'pinAdsApprove'])
			expect([id, n8n.workflow(id).active]).toEqual([id, true]);
		expect(n8n.workflow('pinAdsAsk').active).toBeFalsy();
		expect(summary?.what_to_do).toContain('Ask about your Pinterest campaigns');
	});

	it('shows the header of conversions where only that is new, as after an upgrade', () => {
		n8n.install();
		n8n.credentials.splice(2, 1);
		const summary = n8n.install();
		const made = n8n.credentials.find(({ type }) => type === 'pinterestAdsWebhookApi');
		const { headerName, headerSecret } = made!.data;
		expect(summary?.conversion_header).toContain(`${headerName}: ${headerSecret}`);
		expect(summary?.webhook_header).toContain('As before');
	});

	it('makes new passwords where they are asked for', () => {
		n8n.install();
		const before = n8n.credentials[0].data.password;
		const summary = n8n.install({ newPasswords: true });
		const after = n8n.credentials[0].data.password;
		expect(after).not.toBe(before);
		expect(summary?.sign_in_to_forms).toContain(after);
	});

	it('adds the columns that a table of an earlier version lacks', () => {
		n8n.install();
		n8n.tables[0].columns.splice(3, 2);
		const summary = n8n.install();
		expect(n8n.tables[0].columns.map(({ name }) => name).sort()).toEqual(
			Object.keys(TABLES[0].columns).sort(),
		);
		expect(summary?.columns_added?.split('\n')).toHaveLength(2);
	});

	it('says which column holds something else than it should', () => {
		n8n.install();
		n8n.tables[0].columns[0].type = 'number';
		expect(n8n.install()?.what_to_do).toContain('is number, not string');
	});

	it('takes tables whose names contain ours for what they are', () => {
		const backup = { id: 'other', name: 'pinterest_audiences_backup', projectId: 'project1' };
		n8n.tables.push({ ...backup, columns: [] });
		n8n.install();
		expect(JSON.stringify(allNodes())).not.toContain('"other"');
	});

	it('leaves what its user has changed, and says so', () => {
		n8n.install();
		n8n.change('pinAdsWeekly', ({ nodes }) => ({ nodes: nodes.map(note) }));
		const before = JSON.stringify(n8n.workflow('pinAdsWeekly'));
		const summary = n8n.install();
		expect(JSON.stringify(n8n.workflow('pinAdsWeekly'))).toBe(before);
		expect(summary?.left_as_you_changed_them).toBe('Mail the Pinterest report every week');
	});

	it('replaces it where that was chosen', () => {
		n8n.install();
		n8n.change('pinAdsWeekly', ({ nodes }) => ({ nodes: nodes.map(note) }));
		const summary = n8n.install({ replaceChanged: true });
		expect(JSON.stringify(nodesOf('pinAdsWeekly'))).not.toContain('Mine');
		expect(summary?.updated).toBe('Mail the Pinterest report every week');
	});

	it('sees no change in moved nodes, other credentials, and n8n’s own settings', () => {
		n8n.install();
		n8n.change('pinAdsWeekly', ({ nodes, settings }) => ({
			nodes: nodes.map((node) => ({ ...node, position: [1, 2] })),
			settings: { ...settings, executionOrder: 'v1', binaryMode: 'combined' },
		}));
		expect(n8n.install()).not.toHaveProperty('left_as_you_changed_them');
	});

	it('leaves archived what its user has archived', () => {
		n8n.install();
		n8n.change('pinAdsMetrics', () => ({ isArchived: true, active: false }));
		expect(n8n.install()?.left_archived).toBe('Refresh Pinterest metrics every 6 hours');
		expect(n8n.workflow('pinAdsMetrics')).toMatchObject({ isArchived: true, active: false });
	});

	it('keeps credentials that only its user has', () => {
		n8n.install();
		const gmail = { smtp: { id: 'mail1', name: 'My mail' } };
		n8n.change('pinAdsWeekly', ({ nodes }) => ({
			nodes: nodes.map((node) =>
				node.type.endsWith('emailSend') ? { ...node, credentials: gmail } : node,
			),
		}));
		n8n.install({ pinterest: PASTED });
		const mail = nodesOf('pinAdsWeekly').filter(({ type }) => type.endsWith('emailSend'));
		expect(mail.map(({ credentials }) => credentials)).toContainEqual(gmail);
	});

	it('switches on what asks n8n, with the credential that it is run with, and leaves one that was chosen', () => {
		const n8n = new FakeN8n();
		const asks = () =>
			n8n.workflow('pinAdsDashboard').nodes.find(({ type }) => type === 'n8n-nodes-base.n8n');
		n8n.install();
		expect(asks()).toMatchObject({ disabled: true });
		n8n.credentials.push({ id: 'other', name: 'Another n8n', type: 'n8nApi', data: {} });
		n8n.credentials.push({ id: 'key', name: 'n8n account', type: 'n8nApi', data: {} });
		const chosen = { n8nApi: { id: 'key', name: 'n8n account' } };
		const askN8n = {
			id: 'ask',
			name: 'Ask n8n',
			type: 'n8n-nodes-base.httpRequest',
			parameters: {},
		};
		n8n.change('installer', () => ({ nodes: [{ ...askN8n, credentials: chosen }] }));
		n8n.install();
		expect(asks()).toMatchObject({ disabled: false, credentials: chosen });
		const own = { n8nApi: { id: 'other', name: 'Another n8n' } };
		n8n.change('pinAdsDashboard', ({ nodes }) => ({
			nodes: nodes.map((node) =>
				node.type === 'n8n-nodes-base.n8n' ? { ...node, disabled: true, credentials: own } : node,
			),
		}));
		expect(n8n.install()).not.toHaveProperty('left_as_you_changed_them');
		expect(asks()).toMatchObject({ disabled: true, credentials: own });
	});

	it('chooses another Pinterest credential everywhere', () => {
		n8n.install();
		n8n.install({ pinterest: PASTED });
		expect(JSON.stringify(allNodes())).not.toContain('pinterestAdsOAuth2Api');
	});
});

const PASTED = {
	...{ id: 'pin2', name: 'Pasted', type: 'pinterestAdsApi' as const },
	authentication: 'accessToken',
};

describe('the ceiling for launches', () => {
	const rows = () => n8n.tables.find(({ name }) => name === 'pinterest_connection')?.rows;

	it('goes into the row of the connection, which is made for it', () => {
		n8n.install({ maxDailyBudget: 80 });
		expect(rows()).toMatchObject([
			{ connection_key: 'main', status: 'inactive', max_daily_budget: 80 },
		]);
	});

	it('goes into a row of an earlier version, and is left alone where it is set', () => {
		n8n.install({ maxDailyBudget: undefined });
		expect(rows()).toBeUndefined();
		n8n.tables.find(({ name }) => name === 'pinterest_connection')!.rows = [
			{ connection_key: 'main', status: 'active', max_daily_budget: null },
		];
		n8n.install({ maxDailyBudget: 80 });
		expect(rows()).toEqual([{ connection_key: 'main', status: 'active', max_daily_budget: 80 }]);
		n8n.install({ maxDailyBudget: 50 });
		expect(rows()).toMatchObject([{ max_daily_budget: 80 }]);
	});

	it('is left to its user where it cannot be written, and all else is installed', () => {
		n8n.instead = ({ method, path }) =>
			method === 'POST' && path.endsWith('/rows') ? [403, { message: 'Forbidden' }] : undefined;
		const summary = n8n.install({ maxDailyBudget: 80 });
		expect(summary?.what_to_do).toContain('What a launch may spend was not stored: Forbidden');
		expect(n8n.workflow('pinAdsDailySync').active).toBe(true);
	});
});

describe('over workflows that were imported by hand', () => {
	it.each(readVersion010())('knows that nobody has changed $name of 0.1.0', (old) => {
		n8n.store(old, true);
		const summary = n8n.install({ publish: [] });
		expect(summary).not.toHaveProperty('left_as_you_changed_them');
		const template = TEMPLATES.find(({ id }) => id === old.id)!;
		expect(n8n.workflow(old.id).nodes.map(({ name }) => name)).toEqual(
			template.nodes.map(({ name }) => name),
		);
	});

	it('knows what somebody has changed in 0.1.0', () => {
		const old = readVersion010().find(({ id }) => id === 'pinAdsWeekly')!;
		n8n.store({ ...old, nodes: old.nodes.map(note) });
		expect(n8n.install()?.left_as_you_changed_them).toBe('Mail the Pinterest report every week');
	});

	it('takes an import in the editor, which gives other ids, for what it is', () => {
		const template = TEMPLATES.find(({ id }) => id === 'pinAdsLaunch')!;
		n8n.store({ ...template, id: 'fromTheEditor', settings: {} });
		n8n.install();
		expect(n8n.workflows.has('pinAdsLaunch')).toBe(false);
		expect(n8n.workflow('fromTheEditor')).toMatchObject({ active: true });
		expect(n8n.workflow('fromTheEditor').settings).toMatchObject({ errorWorkflow: 'pinAdsErrors' });
	});
});

describe('where n8n has no import of packages', () => {
	it.each([400, 404, 409, 415, 501])('(HTTP %i) writes them one by one', (status) => {
		n8n.instead = ({ path }) => (path.startsWith('/n8n-packages') ? [status] : undefined);
		n8n.install();
		expect([...n8n.workflows.values()].map(({ name }) => name)).toEqual(
			expect.arrayContaining(TEMPLATES.map(({ name }) => name)),
		);
		const all = JSON.stringify([...n8n.workflows.values()].map((one) => [one.nodes, one.settings]));
		expect(all).not.toMatch(/"pinAds[A-Z]\w+"/);
		n8n.asked.length = 0;
		n8n.install();
		expect(writes()).toEqual([]);
	});
});

describe('what n8n does not do ends in words that say what to do', () => {
	it.each([
		['/data-tables', 403, /may not list the data tables/, /all scopes/],
		['/credentials', 403, /may not list the credentials/, /owner or an admin/],
		['/workflows/installer', 401, /does not accept the API key/, /Settings > n8n API/],
		['/workflows/installer', 404, /no public API/, /N8N_PUBLIC_API_DISABLED/],
		['/n8n-packages/import', 403, /may not import workflows/, /all scopes/],
		['/workflows/pinAdsErrors/publish', 403, /may not publish workflows/, /all scopes/],
		['/workflows/installer', 503, /HTTP 503/, /Wait a minute/],
		['/workflows/installer', 0, /did not answer at its own address/, /Base URL/],
	])('%s: HTTP %i', (path, status, message, hint) => {
		n8n.instead = (ask) => (ask.path.split('?')[0] === path ? [status, {}] : undefined);
		const run = () => n8n.install();
		expect(run).toThrow(message);
		expect(run).toThrow(expect.objectContaining({ hint: expect.stringMatching(hint) }));
	});

	it.each([
		['make data tables', (path: string) => path === '/data-tables'],
		['add columns to data tables', (path: string) => path.endsWith('/columns')],
	])('that its tables are full, where it is to %s', (what, isAsked) => {
		n8n.install();
		n8n.tables.splice(1, 1);
		n8n.tables[0].columns.splice(3, 1);
		const said = 'Data table size limit exceeded: 60MB used, limit is 50MB';
		n8n.instead = ({ method, path }) =>
			method === 'POST' && isAsked(path) ? [400, { message: said }] : undefined;
		const run = () => n8n.install();
		expect(run).toThrow(`n8n could not ${what}: ${said}`);
		expect(run).toThrow(
			expect.objectContaining({ hint: expect.stringMatching(/N8N_DATA_TABLES_MAX_SIZE_BYTES/) }),
		);
		n8n.instead = () => undefined;
		expect(n8n.install()?.message).toMatch(/^Installed and connected/);
	});

	it('tells which workflow could not be published, in n8n’s words, and goes on', () => {
		n8n.instead = ({ path }) =>
			path === '/workflows/pinAdsLaunch/publish' ? [400, { message: 'Path is taken' }] : undefined;
		const summary = n8n.install();
		expect(summary?.what_to_do).toContain(
			'“Launch a Pinterest campaign from a form” was not published: Path is taken',
		);
		expect(summary?.forms).not.toContain('pinterest-campaign-launch');
		expect(n8n.workflow('pinAdsDailySync').active).toBe(true);
	});
});

it('completes an installation that was killed after any step, in any order of kills', () => {
	const whole = new FakeN8n();
	whole.install();
	const essence = (one: FakeN8n) => [
		[...one.workflows.values()].map(({ id, name, active }) => [id, name, active]).sort(),
		one.tables.map(({ name, columns }) => [name, columns.length]),
		one.credentials.map(({ name }) => name),
	];
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 3 }),
			fc.boolean(),
			(kills, hasImport) => {
				const killed = new FakeN8n();
				if (!hasImport) {
					killed.instead = ({ path }) => (path.startsWith('/n8n-packages') ? [404] : undefined);
				}
				for (const rounds of kills) killed.install({}, rounds);
				killed.install();
				const [workflows, ...rest] = essence(killed);
				const [wanted, ...others] = essence(whole);
				expect(rest).toEqual(others);
				const names = (list: unknown) => (list as string[][]).map(([, ...one]) => one).sort();
				expect(names(workflows)).toEqual(names(wanted));
			},
		),
		{ numRuns: 10 },
	);
});
