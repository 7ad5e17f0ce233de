import { runAutomation } from './harness.mts';
import { errorOf } from './onSimulator.mts';

const main = { connection_key: 'main', status: 'active', ad_account_id: '549755885175' };
const form = {
	campaign_name: 'Spring sale',
	ad_account_id: '',
	audience: '',
	max_daily_budget: 50,
};

const run = async (operation: string, items: object[], parameters: object = {}) => {
	const { output } = await runAutomation({
		parameters: { operation, ...parameters },
		items: items as never,
	});
	return output.map(({ json }) => json);
};

it('reads the answers of a form, one item for each', async () => {
	const [first, second] = await run('readLaunchForm', [
		{ campaign_name: ' Spring sale ', when_it_stands: 'Switch it on' },
		{},
	]);
	expect(first).toMatchObject({ campaign_name: 'Spring sale', status: 'ACTIVE' });
	expect(second).toMatchObject({ campaign_name: '', status: 'PAUSED' });
});

it('makes one claim out of all rows of the connection', async () => {
	const rows = [main, { connection_key: 'other', ad_account_id: '549755885176' }];
	const claims = await run('checkLaunch', rows, { form, audience: {} });
	expect(claims).toEqual([
		expect.objectContaining({
			launch_key: '549755885175:Spring sale',
			max_daily_budget: 50,
			status: 'waiting',
		}),
	]);
});

it('says in n8n’s words what to do where there is no connection or no ceiling', async () => {
	expect(await errorOf(run('checkLaunch', [{}], { form, audience: {} }))).toMatchObject({
		message: 'Pinterest is not connected (no connection).',
		description:
			'Run the workflow “Make the tables for Pinterest Ads”, then “Connect Pinterest Ads”.',
	});
	const open = { ...form, max_daily_budget: '' };
	expect(await errorOf(run('checkLaunch', [main], { form: open, audience: {} }))).toMatchObject({
		message: 'No ceiling for budgets is set, so nothing is launched.',
		description: expect.stringContaining('max_daily_budget in the node “Your ceiling”'),
	});
});

it('launches nothing with what its fields begin with', async () => {
	expect(await errorOf(run('checkLaunch', [main]))).toMatchObject({
		message: expect.stringContaining('No ceiling'),
	});
});

it('lets the own row of a launch pass, and nothing else', async () => {
	const own = {
		id: 7,
		status: 'waiting',
		claimed_until: new Date(Date.now() + 60_000).toISOString(),
	};
	expect(await run('claimLaunch', [own], { ownRow: 7 })).toEqual([own]);
	expect(await errorOf(run('claimLaunch', [{ ...own, id: 6 }, own], { ownRow: 7 }))).toMatchObject({
		message: expect.stringContaining('is being launched right now'),
	});
});

it('ends a launch that failed with a page and what its row says', async () => {
	const item = { error: 'Refused.', message: 'Ask for less.', details: { kind: 'invalid' } };
	expect(await run('endLaunch', [item])).toEqual([
		expect.objectContaining({ status: 'failed', title: 'Not launched', error_kind: 'invalid' }),
	]);
});

describe('the pages of a launch', () => {
	const begun = {
		...{ campaign_name: 'Spring sale', max_daily_budget: 50 },
		submittedAt: new Date().toISOString(),
	};
	const goal = {
		...{ campaign_name: 'Spring sale', objective: 'CONSIDERATION', promotes: 'pins' },
		...{ objective_label: 'Consideration', ad_account_id: '549755885175', currency: 'USD' },
		...{ max_daily_budget: 50, began_at: begun.submittedAt, again: {}, answers: {} },
		problems: [],
	};
	const choices = {
		...{ ad_account_id: '549755885175', currency: 'USD', country: 'US', notes: [] },
		promotable: [{ id: '813744226420795884', name: 'Win $$ & more' }],
		countries: [{ id: 'US', name: 'United States' }],
	};
	/** As n8n’s Form node reads it: into a text, by String.replace. */
	const fieldsOf = (page: unknown) =>
		JSON.parse('{{ $json.page }}'.replace('{{ $json.page }}', String(page))) as Array<
			Record<string, unknown>
		>;
	const ask = async (operation: string, items: object[], parameters: object) => {
		const [{ page, title, description }] = await run(operation, items, parameters);
		return { title, description, fields: fieldsOf(page) };
	};

	it('the first one is made of all rows of the connection, once, whatever goes in', async () => {
		const others = [main, { connection_key: 'other', ad_account_id: '549755885176' }];
		const { output } = await runAutomation({
			parameters: {
				...{ operation: 'askLaunchGoal', connectionsFrom: 'Connection', form: begun },
			},
			items: others as never,
			before: { Connection: others.map((json) => ({ json })) },
		} as never);
		expect(output).toHaveLength(1);
		const [{ json }] = output;
		expect(json).toMatchObject({ title: 'Launch “Spring sale”', button: 'Next' });
		expect(fieldsOf(json.page)).toMatchObject([
			{ fieldName: 'ad_account', fieldType: 'dropdown', requiredField: true },
			{ fieldName: 'objective', fieldType: 'radio', requiredField: true },
			{ fieldName: 'promotes', fieldType: 'radio', defaultValue: 'Pins' },
		]);
	});

	it('the second one is in fields that n8n shows, with headings between', async () => {
		const { fields, title } = await ask('askLaunchDetails', [{}], { goal, choices });
		expect(title).toBe('Launch “Spring sale”');
		expect(fields[0]).toEqual({ fieldType: 'html', html: '<h3>Pins</h3>' });
		expect(fields[1]).toMatchObject({
			...{ fieldName: 'promotable', fieldType: 'checkbox' },
			fieldOptions: { values: [{ option: 'Win $$ & more' }] },
		});
		expect(new Set(fields.map(({ fieldType }) => fieldType))).toEqual(
			new Set(['html', 'checkbox', 'text', 'dropdown', 'date', 'radio']),
		);
	});

	it('asked again has the answers, and says above them what is wrong', async () => {
		const sent = { promotable: ['Win $$ & more'], daily_budget: '500', country: 'United States' };
		const [read] = await run('readLaunchDetails', [{ ...sent, submittedAt: 'now' }], {
			...{ goal, choices },
		});
		expect(read).toMatchObject({
			pin_id: '813744226420795884',
			problems: [expect.stringContaining('max_daily_budget in the node “Your ceiling”')],
		});
		const { fields, description } = await ask('askLaunchDetails', [read], { goal, choices });
		expect(description).toContain('Please correct this');
		const startOf = (name: string) =>
			fields.find(({ fieldName }) => fieldName === name)?.defaultValue;
		expect([startOf('promotable'), startOf('daily_budget')]).toEqual(['Win $$ & more', '500']);
	});

	it('that somebody has left give nothing', async () => {
		// n8n hands on what went into the page.
		const left = [{ title: 'Launch “Spring sale”', page: '[]' }];
		expect(await run('readLaunchDetails', left, { goal, choices })).toEqual([]);
	});

	it('an ended launch links back to the form with all answers', async () => {
		const form = { form_name: 'Spring sale', all_answers: { daily_budget: '20' } };
		const [{ page }] = await run('endLaunch', [{ error: 'Refused.', details: {} }], {
			...{ form, formAddress: '../form/pinterest-campaign-launch' },
		});
		expect(page).toContain('href="../form/pinterest-campaign-launch?campaign_name=Spring+sale');
	});
});
