import type { N8nApi, Login } from '../n8n/api.mts';
import type { SimulatorProcess } from '../processes/simulator.mts';
import type { StepResult } from './main-job.mts';

interface Demo {
	readonly api: N8nApi;
	readonly login: Login;
	readonly simulator: SimulatorProcess;
	readonly results: readonly StepResult[];
}

/**
 * What to try next, with addresses to open: each on a line of its own, so that a terminal makes a link of the whole of it.
 */
export async function whatNext({ api, login, simulator, results }: Demo): Promise<string> {
	const { url, callers } = api;
	if (!callers) throw new Error('Nobody has signed in to n8n yet.');
	const { form, webhook, assistant } = callers;
	const { baseUrl, accessToken } = await simulator.connection();
	const pages: ReadonlyArray<[what: string, path: string]> = [
		['See how the audience and the campaigns are doing', '/webhook/pinterest-dashboard'],
		['Read the report of the last 30 days', '/webhook/demo-report'],
		['Launch a campaign', '/form/pinterest-campaign-launch'],
		['Add contacts to an audience', '/form/pinterest-add-contacts'],
		['Sync an audience', '/form/pinterest-sync-form'],
	];
	const seen = results.filter(
		({ where }, n) => where !== '' && results.findLastIndex((one) => one.where === where) === n,
	);
	return [
		'What to try next',
		...addressed(pages.map(([what, path]) => [what, `${url}${path}`])),
		`  Sign in to these with  ${form.user}  ${form.password}`,
		'',
		'What came of the steps above',
		...addressed(seen.map(({ step, where }) => [step, where])),
		'',
		'The editor, for everything else',
		`  ${url}`,
		`  Login  ${login.email}  ${login.password}`,
		'',
		'A credential of your own, for workflows that you build here',
		'  Credentials → Add credential → Pinterest Ads API, with these:',
		'  Environment   Custom',
		`  API Base URL  ${baseUrl}`,
		`  Access Token  ${accessToken}`,
		'',
		'For programs',
		`  Webhooks want the header  ${webhook.name}: ${webhook.value}`,
		`  Assistants connect to     ${url}/mcp/pinterest-assistant`,
		`  with the token            ${assistant.token}`,
		`  Requests and violations   ${simulator.origin}/__sim/status`,
		'',
	].join('\n');
}

const addressed = (all: ReadonlyArray<readonly [what: string, address: string]>): string[] =>
	all.flatMap(([what, address]) => [`  ${what}`, `    ${address}`]);
