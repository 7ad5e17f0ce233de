import { setImmediate } from 'node:timers/promises';
import { signedIn } from '../../../scripts/n8n/callers.mts';
import { makeLocks, runByHand, SET_UP } from '../../../scripts/templates/prepare.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import type { Workflow } from '../../../scripts/n8n/workflow.mts';
import { submitPrivateForm } from '../../../scripts/n8n/calls/production.mts';
import { fillInLaunch, submitLaunch } from '../../../scripts/n8n/calls/launch-form.mts';
import { LOCKS, lockOf } from '../../../scripts/templates/locks.mts';
import { readTemplates, withoutCredential } from '../../../scripts/templates/files.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { FormPages, wordsOf } from '../../../scripts/n8n/calls/form-pages.mts';
import { queryN8n, tableRows, tablesWith } from '../../../scripts/n8n/database/sqlite.mts';
import { placesWith } from '../../../scripts/n8n/database/traces.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { until } from '../../../scripts/until.mts';

const CONNECTION = 'pinterest_connection';
const TABLES = ['pinterest_audiences', 'pinterest_contacts', 'pinterest_conversions', CONNECTION];
const FOREIGN = '999999999999';

let templates: ConversionTemplates;

beforeAll(async () => {
	templates = await ConversionTemplates.start('doors', {
		N8N_LOG_LEVEL: 'debug',
		// Minutes between two rounds in which n8n deletes what it does not keep.
		EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '0.05',
	});
}, 20 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(() => expect(templates.simulator.violations()).toEqual([]));

const address = (path: string) => templates.n8n.api.url + path;
const formOf = (fields: ReadonlyArray<string | File>) => {
	const body = new FormData();
	fields.forEach((value, n) => body.set(`field-${n}`, value));
	return body;
};
const json = (body: object) => ({
	body: JSON.stringify(body),
	headers: { 'content-type': 'application/json' },
});

const CSV = new File(['email\nstranger@example.com'], 'contacts.csv', { type: 'text/csv' });
const CONTACTS = { audience: 'Strange', analysis_data: ['stranger@example.com'] };

/** What a stranger would like to have done, at each of the five entry points. */
const DOORS: ReadonlyArray<[path: string, request: () => RequestInit]> = [
	['/form/pinterest-campaign-launch', () => ({ body: formOf(['Strange']) })],
	['/form/pinterest-add-contacts', () => ({ body: formOf(['Strange', CSV]) })],
	['/form/pinterest-sync-form', () => ({ body: formOf(['']) })],
	['/webhook/pinterest-sync-now', () => json(CONTACTS)],
	['/webhook/pinterest-conversion', () => json(templates.checkout())],
];

/** Everything that a call could leave behind: executions, rows, requests to Pinterest. */
const traces = () => ({
	// The last one that there has ever been, also where n8n has deleted it meanwhile.
	executions: queryN8n(
		templates.n8n.folder,
		"SELECT seq FROM sqlite_sequence WHERE name = 'execution_entity'",
	),
	rows: TABLES.map((name) => tableRows(templates.n8n.folder, name)),
	requests: templates.simulator.ledger().length,
});

/** Headers of those who may not come in. */
function strangers(path: string): Array<[who: string, headers: Record<string, string>]> {
	const { form, webhook } = templates.n8n.api.callers!;
	const basic = (pair: string) => ({
		authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
	});
	return path.startsWith('/form')
		? [
				['nobody', {}],
				['a wrong password', basic(`${form.user}:${form.password}x`)],
				['an empty password', basic(`${form.user}:`)],
				['another user', basic(`admin:${form.password}`)],
				['a token that is none', { 'x-auth-token': 'x'.repeat(64) }],
				['the header of the webhooks', { [webhook.name]: webhook.value }],
			]
		: [
				['nobody', {}],
				['a wrong value', { [webhook.name]: `${webhook.value}x` }],
				['an empty value', { [webhook.name]: '' }],
				['another header', { 'x-api-key': webhook.value }],
				['the password of the forms', basic(`${form.user}:${form.password}`)],
			];
}

describe.each(DOORS)('%s', (path, request) => {
	it('is closed to strangers: nothing is shown, run, stored or sent', async () => {
		const before = traces();
		for (const [who, headers] of strangers(path)) {
			const { headers: own, ...rest } = request();
			const sent = { ...(own as Record<string, string>), ...headers };
			const post = await fetchN8n(address(path), { method: 'POST', ...rest, headers: sent });
			expect([who, [401, 403]]).toEqual([who, expect.arrayContaining([post.status])]);
			expect(await post.text()).not.toMatch(/formWaitingUrl|accepted|outcome/);
			if (!path.startsWith('/form')) continue;
			const page = await fetchN8n(address(path), { headers });
			expect([who, page.status]).toEqual([who, 401]);
			expect(await page.text()).not.toMatch(/<form|input/i);
		}
		expect(traces()).toEqual(before);
	});

	it('opens to whoever signs in', async () => {
		const headers = signedIn(templates.n8n.api, path);
		if (path.startsWith('/form')) {
			const page = await fetchN8n(address(path), { headers });
			expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<form')]);
			return;
		}
		const body = path.endsWith('conversion') ? templates.checkout() : { audience: 'Nobody knows' };
		const { headers: own, ...rest } = json(body);
		const sent = { ...own, ...headers };
		const answer = await fetchN8n(address(path), { method: 'POST', ...rest, headers: sent });
		expect(answer.status).toBe(path.endsWith('conversion') ? 202 : 404);
	});
});

describe('a workflow whose lock has no credential', () => {
	const locked = readTemplates().filter(({ nodes }) => nodes.some((node) => lockOf(node)));

	it('is not published by n8n', async () => {
		const { api } = templates.n8n;
		expect(locked).toHaveLength(5);
		for (const template of locked) {
			const types = template.nodes.flatMap((node) => lockOf(node)?.type ?? []);
			const open = types.reduce(withoutCredential, template);
			// Under other addresses, as the shipped ones have theirs.
			const elsewhere = JSON.stringify(open).replace(/"path":"pinterest-/g, '"path":"unlocked-');
			const other = { ...(JSON.parse(elsewhere) as Workflow), name: `${template.name}, unlocked` };
			const { id, versionId } = await api.createWorkflow(other);
			await expect(api.publish(id, versionId)).rejects.toThrow(/credential/i);
		}
	});
});

describe('a lock whose credential has been emptied', () => {
	it(
		'lets nobody in',
		async () => {
			const { api } = templates.n8n;
			const empty = { user: '', password: '', name: '', value: '' };
			const { user, password, ...header } = empty;
			for (const [type, data] of [
				['n8n-nodes-base.formTrigger', { user, password }],
				['n8n-nodes-base.webhook', header],
				[
					'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
					{ method: 'header', headerName: '', headerSecret: '' },
				],
			] as const)
				await api.saveCredential({ type: LOCKS[type].type, name: LOCKS[type].name, data });
			const before = traces();
			for (const [path, request] of DOORS) {
				const nobody = { authorization: `Basic ${Buffer.from(':').toString('base64')}` };
				for (const headers of [{}, nobody, signedIn(api, path)] as Array<Record<string, string>>) {
					const { headers: own, ...rest } = request();
					const sent = { ...(own as Record<string, string>), ...headers };
					const answer = await fetchN8n(address(path), { method: 'POST', ...rest, headers: sent });
					expect([path, [401, 403, 500]]).toEqual([path, expect.arrayContaining([answer.status])]);
					await answer.text();
				}
			}
			expect(traces()).toEqual(before);
			await makeLocks(api);
		},
		2 * MINUTES,
	);
});

describe('a page of a form that somebody else is filling in', () => {
	it('is not shown to whoever only guesses its number', async () => {
		const api = templates.n8n.api;
		const path = '/form/pinterest-sync-form';
		const audience = { audience_key: 'guessed', name: 'Guessed', active: true };
		const table = await api.table('pinterest_audiences');
		await table.insert([{ ...audience, list_type: 'EMAIL', sync_status: 'not_synced' }]);
		const body = new FormData();
		body.set('submit', '');
		const answer = await fetchN8n(address(path), {
			method: 'POST',
			body,
			headers: signedIn(api, path),
		});
		const { formWaitingUrl } = (await answer.json()) as { formWaitingUrl: string };
		const { pathname, search } = new URL(formWaitingUrl);
		expect(search).toMatch(/signature=/);
		const before = templates.simulator.ledger().length;
		for (const method of ['GET', 'POST']) {
			const guessed = await fetchN8n(address(pathname), {
				method,
				...(method === 'POST' ? { body: formOf(['Guessed']) } : {}),
			});
			expect(guessed.status).toBeGreaterThanOrEqual(400);
			expect(await guessed.text()).not.toContain('Guessed');
		}
		expect(templates.simulator.ledger()).toHaveLength(before);
	});
});

describe('the ceiling of a launch', () => {
	const details = (budget: string) => ({
		...{ Others: SEED.pins.image, 'Daily budget': budget, 'Once all': 'Switch it on' },
	});
	const asked = async (name: string, budget: string) => {
		const { page } = await fillInLaunch(templates.n8n.api, { name, details: details(budget) });
		return wordsOf(page);
	};
	const writes = () => templates.simulator.ledger().filter(({ method }) => method !== 'GET').length;

	it.each(['500000', '500000.00', '50.01', '0500000'])(
		'refuses %s a day as it is shipped, says why and where to change it, and creates nothing',
		async (budget) => {
			const before = writes();
			const page = await asked(`Dear ${budget}`, budget);
			expect(writes()).toBe(before);
			expect(page).toContain('Please correct this. Nothing has been created yet.');
			expect(page).toContain('is over the ceiling of this launch, 50.00');
			expect(page).toContain('max_daily_budget in the node “Your ceiling”');
		},
		2 * MINUTES,
	);

	it.each(['500.000', '500,000', '5e5', '1e400', '-500000', 'all of it'])(
		'is not got round with %s',
		async (budget) => {
			const before = writes();
			expect(await asked(`Odd ${budget}`, budget)).toContain('Please correct this');
			expect(writes()).toBe(before);
		},
		2 * MINUTES,
	);

	it(
		'holds for what would be switched on of an existing campaign, too: the launch itself is held against it',
		async () => {
			const { simulator, n8n } = templates;
			const table = await n8n.api.table(CONNECTION);
			await table.update('connection_key', 'main', { max_daily_budget: 19 });
			const before = writes();
			// It may spend 50 a day.
			const [running] = simulator
				.state()
				.campaigns.filter(({ id }) => id === SEED.campaigns.running);
			const { page } = await submitLaunch(n8n.api, {
				name: 'Into a dear one',
				details: { ...details('19'), Campaign: `Add to: ${String(running.name)}` },
			});
			expect(page).toContain('Not launched');
			expect(wordsOf(page)).toContain('is over the ceiling of this launch, 19.00');
			expect(writes()).toBe(before);
			await table.update('connection_key', 'main', { max_daily_budget: null });
		},
		2 * MINUTES,
	);

	it(
		'lets through what stays below it, and switches it on',
		async () => {
			const { page } = await submitLaunch(templates.n8n.api, {
				name: 'Modest',
				details: details('50'),
			});
			expect(page).toContain('Launched');
			const [campaign] = templates.simulator
				.state()
				.campaigns.filter(({ name }) => name === 'Modest');
			expect(campaign).toMatchObject({ status: 'ACTIVE', daily_spend_cap: 50_000_000 });
		},
		2 * MINUTES,
	);

	it(
		'does not matter for an ad account that is not connected: it cannot be chosen, and nobody is asked for it',
		async () => {
			await templates.connectAlso(SEED.euroAdAccountId);
			for (const account of [FOREIGN, `${FOREIGN} `, 'x', '']) {
				const before = templates.simulator.ledger().length;
				const { page } = await fillInLaunch(templates.n8n.api, {
					name: 'Elsewhere',
					goal: { 'Ad account': account },
				});
				expect(wordsOf(page)).toContain('Ad account: choose one of the list');
				expect(templates.simulator.ledger()).toHaveLength(before);
			}
			await templates.connectNoMore(SEED.euroAdAccountId);
		},
		2 * MINUTES,
	);
});

describe('an ad account that is not connected', () => {
	const post = async (path: string, body: object): Promise<{ status: number; answer: Row }> => {
		const { headers, ...rest } = json(body);
		const response = await fetchN8n(address(path), {
			method: 'POST',
			...rest,
			headers: { ...headers, ...signedIn(templates.n8n.api, path) },
		});
		return { status: response.status, answer: (await response.json()) as Row };
	};

	it.each([FOREIGN, SEED.euroAdAccountId, Number(FOREIGN)])(
		'gets no conversion: %s',
		async (ad_account_id) => {
			const before = traces();
			const event = templates.checkout({ ad_account_id });
			expect(await post('/webhook/pinterest-conversion', event)).toMatchObject({
				status: 400,
				answer: {
					status: 'refused',
					error: expect.stringContaining('not an ad account that is connected'),
					problems: [{ field: 'ad_account_id', message: expect.any(String) }],
				},
			});
			const { rows, requests } = traces();
			expect({ rows, requests }).toEqual({ rows: before.rows, requests: before.requests });
		},
		MINUTES,
	);

	it(
		'gets one where its row says that it is connected, and the chosen one always does',
		async () => {
			await templates.connectAlso(SEED.euroAdAccountId);
			for (const ad_account_id of [SEED.euroAdAccountId, SEED.adAccountId]) {
				const event = templates.checkout({ ad_account_id });
				expect(await post('/webhook/pinterest-conversion', event)).toMatchObject({ status: 202 });
				await templates.table.settled(event.event_id);
				expect(templates.arrived(event.event_id)).toMatchObject([{ ad_account_id }]);
			}
			await templates.connectNoMore(SEED.euroAdAccountId);
		},
		2 * MINUTES,
	);

	it(
		'gets no audience',
		async () => {
			const before = traces();
			const body = { ...CONTACTS, ad_account_id: FOREIGN };
			expect(await post('/webhook/pinterest-sync-now', body)).toMatchObject({
				status: 400,
				answer: { outcome: 'refused', reason: expect.stringContaining('ad_account_id: is not') },
			});
			const { rows, requests } = traces();
			expect({ rows, requests }).toEqual({ rows: before.rows, requests: before.requests });
			const chosen = { ...CONTACTS, audience: 'Ours', ad_account_id: SEED.adAccountId };
			expect(await post('/webhook/pinterest-sync-now', chosen)).toMatchObject({ status: 200 });
		},
		2 * MINUTES,
	);
});

describe('what callers sign in with', () => {
	const secrets = () => {
		const { form, webhook } = templates.n8n.api.callers!;
		const pair = Buffer.from(`${form.user}:${form.password}`).toString('base64');
		return [form.password, pair, webhook.value];
	};
	/** Where n8n has it in clear. */
	const found = () => secrets().flatMap((secret) => placesWith(templates.n8n.folder, secret));
	const webhook = async (path: string, body: string) => {
		const headers = {
			...signedIn(templates.n8n.api, path),
			'content-type': 'application/json',
		};
		const answer = await fetchN8n(address(path), { method: 'POST', body, headers });
		await answer.text();
		return answer.status;
	};
	const conversion = async () =>
		await webhook('/webhook/pinterest-conversion', JSON.stringify(templates.checkout()));
	const noAddresses = new File(['name\nnobody in particular'], 'contacts.csv', {
		type: 'text/csv',
	});

	it(
		'is in nothing that n8n keeps, whatever came of the calls',
		async () => {
			const { api, folder } = templates.n8n;
			const match = { operationId: 'ads/create' };
			templates.simulator.addFault({ match, fault: '429', resetSeconds: 7_200 });
			await submitLaunch(api, {
				name: 'Refused and kept',
				details: { Others: SEED.pins.image, 'Daily budget': '20' },
			});
			templates.simulator.clearFaults();
			for (const [file, said] of [
				[CSV, 'The contacts were added'],
				[noAddresses, 'Nothing was added'],
			] as const) {
				const page = await submitPrivateForm(api, 'pinterest-add-contacts', ['Secret', file]);
				expect(page).toContain(said);
			}
			const pages = await FormPages.begin(api, 'pinterest-sync-form');
			await pages.page();
			await pages.submit('Secret');
			await pages.page();
			await pages.end();
			for (const body of [JSON.stringify(CONTACTS), '{"audience":"Nobody"}', '[]', '"x"', 'null'])
				await webhook('/webhook/pinterest-sync-now', body);
			expect(await conversion()).toBe(202);
			for (const body of ['{}', '[]', 'null']) await webhook('/webhook/pinterest-conversion', body);
			await (await api.table('pinterest_conversions')).drop();
			expect(await conversion()).toBe(503);
			expect(await templates.told('pinAdsConversions', 0)).not.toEqual([]);
			expect(await templates.told('pinAdsLaunch', 0)).not.toEqual([]);
			await runByHand(api, SET_UP);

			await until(() => found().length === 0, found);
			expect(found()).toEqual([]);
			// What n8n does keep has been looked through.
			expect(tablesWith(folder, 'Refused and kept')).toContain('execution_data');
			await until(() => tablesWith(folder, 'nobody in particular').length === 0);
		},
		8 * MINUTES,
	);

	it(
		'is nowhere even while a conversion is on its way: the trigger hands on no header',
		async () => {
			await setImmediate();
			templates.fault({ fault: 'hang', count: 1 });
			const event = templates.checkout();
			expect(await webhook('/webhook/pinterest-conversion', JSON.stringify(event))).toBe(202);
			await until(() =>
				tablesWith(templates.n8n.folder, event.event_id).includes('execution_data'),
			);
			expect(found()).toEqual([]);
			templates.simulator.clearFaults();
		},
		2 * MINUTES,
	);

	it(
		'does not stay with what was cut off, once n8n runs again',
		async () => {
			// Searching blocks this process: it first takes notice of connections that n8n has closed meanwhile.
			await setImmediate();
			templates.simulator.addFault({ match: {}, fault: 'hang', count: 1 });
			const cutOff = webhook('/webhook/pinterest-sync-now', JSON.stringify(CONTACTS)).catch(
				() => undefined,
			);
			await until(() => found().includes('execution_data'), found, MINUTES);
			await templates.n8n.kill();
			await cutOff;
			expect(found()).toContain('execution_data');
			await templates.n8n.startAgain();
			await until(() => found().length === 0, found);
			expect(found()).toEqual([]);
		},
		8 * MINUTES,
	);
});
