import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';
import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { CredentialStore, runNode, type CredentialTypeName } from '../harness.mts';
import { errorOf } from '../onSimulator.mts';

/** The limits of a credential, through the node that uses it. */

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());
afterEach(() => expect(simulator.violations()).toEqual([]));

const account = { __rl: true, mode: 'id', value: SEED.adAccountId };
const create = {
	...{ resource: 'campaign', operation: 'create', adAccountId: account, name: 'Spring' },
	...{ objective: 'CONSIDERATION', amountUnit: 'accountCurrency' },
};
const LIMITS = { limitSpending: true, highestDailyBudget: '50', maySwitchOn: true };

function credentialOf(store: CredentialStore, type: CredentialTypeName, limits: object) {
	const address = { environment: 'custom', apiBaseUrl: simulator.url };
	const token =
		type === 'pinterestAdsApi'
			? { accessToken: SEED.tokens.access }
			: { oauthTokenData: { access_token: SEED.tokens.access, token_type: 'bearer' } };
	return store.add(type, { ...address, ...token, ...limits });
}

async function run(
	parameters: Record<string, unknown>,
	limits: object,
	{ type = 'pinterestAdsApi' as CredentialTypeName, ...more } = {},
) {
	const store = new CredentialStore();
	const credential = credentialOf(store, type, limits);
	return await runNode({ store, credential, parameters: parameters as never, ...more });
}
const writes = () => simulator.ledger().filter(({ method }) => method !== 'GET');

describe.each<CredentialTypeName>(['pinterestAdsApi', 'pinterestAdsOAuth2Api'])(
	'a credential of the type %s that limits spending',
	(type) => {
		it.each([1, 1.1])(
			'refuses what is over a limit, in version %s of the node',
			async (version) => {
				const more = { type, typeVersion: version };
				const error = await errorOf(run({ ...create, dailySpendCap: '75' }, LIMITS, more));
				expect(error.message).toBe(
					'Daily Spend Cap: 75.00 USD a day is more than the 50.00 USD that this connection allows (Highest Daily Budget)',
				);
				expect(error.description).toBe(
					'Ask for less, or have the owner of the Pinterest credential raise the limit there, under Limit Spending. Nothing was sent.',
				);
				expect(writes()).toEqual([]);
			},
		);

		it('sends what is not', async () => {
			const { output } = await run({ ...create, dailySpendCap: '50' }, LIMITS, { type });
			expect(output[0].json).toMatchObject({ daily_spend_cap: 50_000_000 });
		});
	},
);

it('a credential as they were before there were limits has none', async () => {
	const { output } = await run({ ...create, dailySpendCap: '5000' }, {});
	expect(output[0].json).toMatchObject({ daily_spend_cap: 5_000_000_000 });
});

it('limits that are switched off are none, whatever is left in their fields', async () => {
	const off = { ...LIMITS, limitSpending: false, maySwitchOn: false };
	const { output } = await run({ ...create, dailySpendCap: '75', status: 'ACTIVE' }, off);
	expect(output[0].json).toMatchObject({ status: 'ACTIVE' });
});

it('a limit may come by an expression', async () => {
	const limits = { limitSpending: '={{ 1 < 2 }}', highestDailyBudget: '={{ 20 + 30 }}' };
	const error = await errorOf(run({ ...create, dailySpendCap: '50.01' }, limits));
	expect(error.message).toMatch(/more than the 50.00 USD that this connection allows/);
});

it('an item over a limit goes to the error output, and names the limit for programs', async () => {
	const items = [{ cap: '75' }, { cap: '5' }];
	const { output, failed } = await run({ ...create, dailySpendCap: '={{ $json.cap }}' }, LIMITS, {
		items,
		errorOutput: true,
	} as object);
	expect(output).toHaveLength(1);
	expect(failed[0].json).toMatchObject({
		details: { kind: 'invalid', action: 'raise-the-limit', limit: 'highestDailyBudget' },
	});
});

it('API: Call cannot go around them', async () => {
	const call = {
		...{ resource: 'api', operation: 'call', adAccountId: account, method: 'PATCH', unsafe: true },
		path: '/ad_accounts/{ad_account_id}/campaigns',
		body: JSON.stringify([{ id: SEED.campaigns.running, daily_spend_cap: '75000000' }]),
	};
	const error = await errorOf(run(call, LIMITS));
	expect(error.message).toMatch(/^Daily Spend Cap: 75.00 USD a day is more than/);
	expect(writes()).toEqual([]);
});

it('docs/spending-guard.md shows a refusal as it is', async () => {
	const page = readFileSync(join(root, 'docs', 'spending-guard.md'), 'utf8');
	const [, example] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
	const options = { errorOutput: true } as object;
	const { failed } = await run({ ...create, dailySpendCap: '75.00' }, LIMITS, options);
	expect(failed[0].json).toMatchObject(JSON.parse(example) as object);
});
