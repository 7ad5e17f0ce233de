import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses, and tokens as long as Pinterest's own are: those of the tests are shorter, or say "simulator". */
const ADDRESS = /(?<![\w.+-])[\w.+-]+@((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w@])/gi;
const REAL_TOKEN = /\bpin[acr]_(?!simulator)[A-Z0-9_-]{32,}/gi;

/**
 * Domains that belong to nobody (RFC 2606 and 6761), and what a test writes wrongly on purpose: `jane@-example.com`.
 */
const NOBODYS = /(?:^|[.-])example(?:[.-]|$)|\.(?:test|invalid|localhost)$|^xn--bcher-kva\.xn$/i;

/** What in a text could belong to somebody. @returns the addresses and tokens, the latter shortened */
export function realDataIn(text: string): string[] {
	const addresses = [...text.matchAll(ADDRESS)]
		.filter(([, domain]) => !NOBODYS.test(domain))
		.map(([address]) => address);
	const tokens = [...text.matchAll(REAL_TOKEN)].map(([token]) => `${token.slice(0, 8)}…`);
	return [...addresses, ...tokens];
}

/** Looks through every text that git knows of. @returns "file: what" */
export function realDataInRepository(root: string): string[] {
	const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
		.split('\0')
		.filter(
			(name) => name !== '' && !/\.(?:png|jpe?g|svg|gz|xlsx)$|package-lock\.json$/.test(name),
		);
	return files.flatMap((name) =>
		realDataIn(textOf(join(root, name))).map((found) => `${name}: ${found}`),
	);
}

/** A file that has been deleted and not yet committed holds nothing. */
function textOf(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
		throw error;
	}
}
