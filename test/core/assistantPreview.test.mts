import { readFileSync } from 'node:fs';
import type { INodeParameters } from 'n8n-workflow';
import { readTemplateFiles } from '../../scripts/template-checks/template.mts';
import { SEED } from '../../simulator/simulator.mts';
import { runAutomation } from './harness.mts';
import { errorOf, nodeOnSimulator, type NodeOnSimulator } from './onSimulator.mts';

/** What an assistant’s change goes through before a person is asked: the template’s own nodes. */

let node: NodeOnSimulator;
beforeAll(async () => {
	node = await nodeOnSimulator();
});
afterAll(async () => await node.close());
beforeEach(() => node.simulator.reset());
afterEach(() => {
	expect(node.simulator.violations()).toEqual([]);
	expect(node.writes()).toEqual([]);
});

const { templates } = readTemplateFiles('workflows-templates');
const template = templates.find(({ id }) => id === 'pinAdsChange')!;

type Json = Record<string, unknown>;
/** What the nodes before have given; `''` is the incoming item. */
type Given = Readonly<Record<string, Json>>;

/** A parameter as n8n makes it of an expression, as far as this template has such. */
function filledIn(value: unknown, given: Given): unknown {
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value).map(([key, one]) => [key, filledIn(one, given)]);
		return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
	}
	const expression =
		/^=\{\{ (?:\$\('([^']+)'\)\.first\(\)\.json|\$json)\.([\w.]+)(?: \?\? '')? \}\}$/;
	const found = typeof value === 'string' ? expression.exec(value) : null;
	if (!found) return value;
	const [, name = '', path] = found;
	return path.split('.').reduce<unknown>((json, key) => (json as Json)[key], given[name]) ?? '';
}

const main = {
	...{ connection_key: 'main', status: 'active', ad_account_id: SEED.adAccountId },
	max_daily_budget: 50,
};

async function decide(operation: string, items: object[], parameters: object = {}): Promise<Json> {
	const setup = { parameters: { operation, ...parameters }, items: items as never };
	return (await runAutomation(setup)).output[0].json;
}

async function run(name: string, given: Given, limits: object = {}): Promise<Json> {
	const { parameters, typeVersion } = template.nodes.find((one) => one.name === name)!;
	const filled = filledIn(parameters, given) as INodeParameters;
	return (await node.run({ parameters: filled, typeVersion, limits })).output[0].json;
}

async function askToUpdate(asked: object, limits?: object): Promise<string> {
	const question = await decide('askForUpdate', [main], { asked });
	const name = question.kind === 'update' ? 'Preview the change' : 'Preview the ad group';
	const preview = await run(name, { '': question }, limits);
	return String((await decide('addPreview', [preview], { question })).summary);
}

async function askToLaunch(answers: object, limits?: object): Promise<string> {
	const form = await decide('readLaunchForm', [answers]);
	const claim = await decide('checkLaunch', [main], { form, audience: {} });
	const question = await decide('askForLaunch', [claim], { form });
	const given = { 'Read the form': form, 'Audience record': {}, 'May it be launched?': claim };
	const preview = await run('Preview the launch', given, limits);
	return String((await decide('addPreview', [preview], { question })).summary);
}

const LAUNCH = {
	...{ campaign_name: 'Garden sale', objective: 'CONSIDERATION', daily_budget: '20.00' },
	...{ bid: '1.50', countries: 'US, CA', pin_ids: SEED.pins.image },
	keywords: 'sofa, [leather sofa]',
};
const CHANGE = { campaign_id: SEED.campaigns.running };

it('a change of a campaign says from what to what', async () => {
	const summary = await askToUpdate({ ...CHANGE, daily_spend_cap: '20', status: 'PAUSED' });
	expect(summary).toContain('Status: from ACTIVE to PAUSED');
	expect(summary).toContain('Daily Spend Cap: from 50.00 USD to 20.00 USD');
});

it('a change of an ad group says from what to what', async () => {
	const adGroup = { ad_group_id: SEED.adGroups.running };
	const summary = await askToUpdate({ ...adGroup, budget: '30', bid: '1.20', status: 'PAUSED' });
	expect(summary).toMatch(/^Budget: from [\d.]+ USD to 30\.00 USD$/m);
	expect(summary).toMatch(/^Bid: from [\d.]+ USD to 1\.20 USD$/m);
	expect(summary).toMatch(/^Status: from ACTIVE to PAUSED$/m);
});

it('nobody is asked about what is so already', async () => {
	expect(await errorOf(askToUpdate({ ...CHANGE, daily_spend_cap: '50' }))).toMatchObject({
		message: expect.stringContaining('it is so at Pinterest already'),
	});
});

it.each([
	['a cap', () => askToUpdate({ ...CHANGE, daily_spend_cap: '20' }, limit('highestDailyBudget'))],
	['a bid', () => askToLaunch(LAUNCH, limit('highestBid'))],
	['a launch', () => askToLaunch(LAUNCH, limit('highestDailyBudget'))],
])('nobody is asked about %s over a limit of the credential, which is named', async (_, ask) => {
	const { message } = await errorOf(ask());
	expect(message).toMatch(/is more than the 1\.00 USD .*\(Highest (?:Daily Budget|Bid)\)/);
});

const limit = (name: string) => ({ limitSpending: true, [name]: '1' });

it('docs/assistant.md shows what an assistant is really answered', async () => {
	const page = readFileSync('docs/assistant.md', 'utf8');
	const [launch, update] = [...page.matchAll(/```json\n(\{\n {2}"status": "waiting[^`]+)```/g)].map(
		([, text]) => JSON.parse(text) as Record<string, string>,
	);
	expect(launch.what_would_be_done).toBe(await askToLaunch(LAUNCH));
	expect(update.what_would_be_done).toBe(await askToUpdate({ ...CHANGE, daily_spend_cap: '20' }));
	const [, over] = [...page.matchAll(/```json\n(\{\n {2}"status": "refused"[^`]+)```/g)].map(
		([, text]) => JSON.parse(text) as Record<string, string>,
	);
	const { message, description } = await errorOf(askToLaunch(LAUNCH, limit('highestBid')));
	expect(over.reason).toBe(`${message} ${description}`);
});
