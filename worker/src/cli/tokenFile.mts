import { randomUUID } from 'node:crypto';
import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import got from 'got';
import { systemClock } from '../adapters/systemClock.mts';
import { RefreshOnce, type Post, type RefreshGrant } from '../port/index.ts';
import { EXIT } from './exitCodes.mts';
import type { Say } from './progress.mts';
import { fileTrouble, UsageError } from './usageError.mts';

/** The file's fields where it is JSON, by the names that Pinterest gives them. */
interface Kept {
	readonly access_token?: unknown;
	readonly refresh_token?: unknown;
	readonly app_id?: unknown;
	readonly app_secret?: unknown;
}

/** A token that is asked for before each request, and renewed if that can be done. */
export interface TokenSource {
	accessToken(): string;
	/** Left out where there is nothing to renew it with. */
	readonly refresh?: () => Promise<void>;
}

const POST_MS = 30_000;
/** Others than its owner can read or write a file. */
const OPEN_TO_OTHERS = 0o077;

/**
 * A token out of a file: the token by itself, or JSON. With the app's id and secret and a refresh token in it, the
 * token is renewed when Pinterest does not take it any more, and what is new is written into the file.
 */
export async function tokenFromFile(path: string, baseUrl: string, say: Say): Promise<TokenSource> {
	await warnIfOpen(path, say);
	let kept = await readKept(path);
	if (textOf(kept.access_token) === '') {
		if (grantOf(kept, baseUrl) === undefined) throw noTokenIn(path);
	}
	const source = { accessToken: () => textOf(kept.access_token) };
	if (grantOf(kept, baseUrl) === undefined) return source;
	const once = new RefreshOnce(() => systemClock.now());

	async function refresh(): Promise<void> {
		const spent = textOf(kept.access_token);
		// Another run may have renewed it: a refresh token is good for one use.
		if (await takeNewer(spent)) return;
		const grant = grantOf(kept, baseUrl);
		if (grant === undefined) throw noTokenIn(path);
		const renewed = await once.refresh(grant, spent, post);
		if (renewed instanceof Error) {
			if (await takeNewer(spent)) return;
			throw renewed;
		}
		const { accessToken, refreshToken, expiresAt, refreshExpiresAt } = renewed;
		kept = {
			...kept,
			access_token: accessToken,
			...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
			...(expiresAt === undefined ? {} : { expires_at: iso(expiresAt) }),
			...(refreshExpiresAt === undefined ? {} : { refresh_expires_at: iso(refreshExpiresAt) }),
		};
		await save(path, kept);
	}

	async function takeNewer(spent: string): Promise<boolean> {
		const present = await readKept(path);
		const isNewer = ![spent, ''].includes(textOf(present.access_token));
		if (isNewer) kept = present;
		return isNewer;
	}

	if (source.accessToken() === '') await refresh();
	return { ...source, refresh };
}

async function readKept(path: string): Promise<Kept> {
	let text: string;
	try {
		text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '').trim();
	} catch (error) {
		throw new UsageError(
			`The token file ${path} ${fileTrouble(error)}.`,
			'Give the file that holds your access token with --token-file or PINTEREST_TOKEN_FILE.',
		);
	}
	if (!text.startsWith('{')) {
		if (/\s/.test(text)) throw noTokenIn(path);
		return { access_token: text };
	}
	try {
		return JSON.parse(text) as Kept;
	} catch {
		// What is wrong with it is not quoted: it is full of secrets.
		throw new UsageError(
			`The token file ${path} begins like JSON and is not valid JSON.`,
			'Correct it, or put only the access token into it.',
		);
	}
}

function grantOf(kept: Kept, baseUrl: string): RefreshGrant | undefined {
	const clientId = textOf(kept.app_id);
	const clientSecret = textOf(kept.app_secret);
	const refreshToken = textOf(kept.refresh_token);
	if ([clientId, clientSecret, refreshToken].includes('')) return undefined;
	return { baseUrl, clientId, clientSecret, refreshToken };
}

const post: Post = async ({ url, method, headers, body }) => {
	const answer = await got(url, {
		...{ method, headers, body },
		retry: { limit: 0 },
		throwHttpErrors: false,
		followRedirect: false,
		timeout: { request: POST_MS },
	});
	return { status: answer.statusCode, body: answer.body };
};

/** Whoever reads it at the same time sees the old file or the new one, never half of one. */
async function save(path: string, kept: Kept): Promise<void> {
	const beside = join(dirname(path), `.${randomUUID()}.tmp`);
	try {
		await writeFile(beside, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
		await chmod(beside, 0o600);
		await rename(beside, path);
	} catch (error) {
		await rm(beside, { force: true });
		throw new UsageError(
			`The token was renewed, but the token file ${path} could not be written: it ${fileTrouble(error)}.`,
			'Let this user write it and its folder, then connect again: the refresh token in it has been used and is not good any more.',
			EXIT.notConnected,
		);
	}
}

async function warnIfOpen(path: string, say: Say): Promise<void> {
	if (process.platform === 'win32') return;
	const mode = await stat(path).then(
		(found) => found.mode,
		() => 0,
	);
	if ((mode & OPEN_TO_OTHERS) === 0) return;
	say(`Warning: others can read the token file ${path}. Close it to them: chmod 600 ${path}`);
}

const noTokenIn = (path: string) =>
	new UsageError(
		`The token file ${path} holds no access token.`,
		'Put the token into it, or JSON with access_token, and with app_id, app_secret and refresh_token to have it renewed.',
		EXIT.notConnected,
	);

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const iso = (ms: number) => new Date(ms).toISOString();
