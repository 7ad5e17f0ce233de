import { createGotHttp } from '../adapters/gotHttp.mts';
import { silentLogger, systemClock } from '../adapters/systemClock.mts';
import {
	getAdAccountInput,
	SPENDING_FIELDS,
	type Logger,
	type SpendingPolicy,
	type WorkerContext,
} from '../index.ts';
import { API_HOSTS, apiBaseUrl, quoted } from '../port/index.ts';
import { readConfig, type Config } from './configFile.mts';
import { givenOf } from './declaredOptions.mts';
import { EXIT } from './exitCodes.mts';
import type { Progress, Say } from './progress.mts';
import { tokenFromFile, type TokenSource } from './tokenFile.mts';
import { UsageError } from './usageError.mts';

/** The options that every command has, and the limits of those that spend. */
export interface SharedOptions {
	readonly adAccount?: string;
	readonly tokenFile?: string;
	readonly config?: string;
	readonly verbose?: boolean;
	readonly preview?: boolean;
	readonly [limit: string]: unknown;
}

const LIMITS = Object.keys(SPENDING_FIELDS);

/** What the worker's tasks are called with: where Pinterest is, who asks, and how much may be spent. */
export async function openSession(
	options: SharedOptions,
	progress: Progress,
	signal: AbortSignal,
): Promise<WorkerContext> {
	const config = await readConfig(options.config);
	const baseUrl = addressOf(process.env.PINTEREST_API_URL || config.apiUrl);
	const adAccountId = adAccountIn(options.adAccount || config.adAccountId);
	const say: Say = (text) => progress.say(text);
	const token = await tokenOf(options.tokenFile, baseUrl, say);
	const http = createGotHttp({ baseUrl, ...token });
	return {
		http: progress.counting(http),
		clock: systemClock,
		logger: options.verbose ? loggerOn(say) : silentLogger,
		sandbox: baseUrl === API_HOSTS.sandbox,
		spending: limitsOf(options, config),
		preview: options.preview === true,
		signal,
		...(adAccountId === undefined ? {} : { adAccountId }),
	};
}

function addressOf(given: string | undefined): string {
	if (given === undefined) return API_HOSTS.production;
	return given === 'sandbox' ? API_HOSTS.sandbox : apiBaseUrl('custom', given);
}

/** A number, or the address of a page of Ads Manager. */
function adAccountIn(given: string | undefined): string | undefined {
	const read = getAdAccountInput.schema.safeParse({ adAccountId: given });
	if (read.success) return (read.data as { adAccountId?: string }).adAccountId;
	throw new UsageError(
		'The ad account is not an ID.',
		'Give the number in the address of Ads Manager with --ad-account or PINTEREST_AD_ACCOUNT_ID, or leave it out to use the first ad account that the token can see.',
	);
}

async function tokenOf(file: string | undefined, baseUrl: string, say: Say): Promise<TokenSource> {
	if (file !== undefined) return await tokenFromFile(file, baseUrl, say);
	const token = process.env.PINTEREST_ACCESS_TOKEN?.trim() ?? '';
	if (token !== '') return { accessToken: () => token };
	throw new UsageError(
		'There is no access token.',
		'Put it into the environment variable PINTEREST_ACCESS_TOKEN, or into a file and name that with --token-file. A token comes from your app in Pinterest’s developer portal.',
		EXIT.notConnected,
	);
}

/** A limit of the config file is its owner's: an option may add one, and change none. */
function limitsOf(options: SharedOptions, { limits }: Config): SpendingPolicy {
	const given = givenOf(
		// Without the option, it is true by default: then it says nothing.
		LIMITS.filter((name) => options[name] !== true),
		options,
	);
	const [twice] = Object.keys(given).filter((name) => name in limits);
	if (twice === undefined) return { ...limits, ...given };
	throw new UsageError(
		`The config file sets the limit ${twice} already.`,
		'Change it there, or leave the option out.',
	);
}

/** With what may be shown of the facts: neither tokens nor people. */
function loggerOn(say: Say): Logger {
	const log = (message: string, facts?: unknown) =>
		say(quoted(facts === undefined ? message : `${message} ${JSON.stringify(facts)}`));
	return { debug: log, info: log, warn: log };
}
