import { readFile } from 'node:fs/promises';
import { SPENDING_FIELDS } from '../index.ts';
import { fileTrouble, UsageError } from './usageError.mts';

/** What a config file may say. Tokens are not among it: they are in a file of their own. */
export interface Config {
	readonly adAccountId?: string;
	readonly apiUrl?: string;
	/** The limits of the spending guard. */
	readonly limits: Readonly<Record<string, string | number | boolean>>;
}

const NAMES = ['adAccountId', 'apiUrl', 'limits'];

/** @throws UsageError for a file that cannot be read, and for a name that nobody knows: a misspelt limit would be none */
export async function readConfig(path: string | undefined): Promise<Config> {
	if (path === undefined) return { limits: {} };
	let text: string;
	try {
		text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
	} catch (error) {
		throw wrong(path, fileTrouble(error));
	}
	let found: unknown;
	try {
		found = JSON.parse(text);
	} catch {
		throw wrong(path, 'is not valid JSON');
	}
	const { adAccountId, apiUrl, limits = {} } = objectIn(path, found, NAMES, 'It');
	const read = objectIn(path, limits, Object.keys(SPENDING_FIELDS), 'Its limits');
	for (const [name, value] of Object.entries(read)) {
		if (!['string', 'number', 'boolean'].includes(typeof value)) {
			throw wrong(
				path,
				`has a limit ${name} that is neither a text nor a number nor true or false`,
			);
		}
	}
	return {
		...(adAccountId === undefined ? {} : { adAccountId: String(adAccountId) }),
		...(apiUrl === undefined ? {} : { apiUrl: String(apiUrl) }),
		limits: read as Config['limits'],
	};
}

function objectIn(path: string, found: unknown, names: readonly string[], what: string) {
	if (typeof found !== 'object' || found === null || Array.isArray(found)) {
		throw wrong(path, `is not as it should be. ${what} must be an object`);
	}
	const unknown = Object.keys(found).filter((name) => !names.includes(name));
	if (unknown.length === 0) return found as Record<string, unknown>;
	throw wrong(
		path,
		`has names that mean nothing: ${unknown.join(', ')}. ${what} may have ${names.join(', ')}`,
	);
}

const wrong = (path: string, what: string) =>
	new UsageError(
		`The config file ${path} ${what}.`,
		'Correct it; the README of illixis-worker shows one.',
	);
