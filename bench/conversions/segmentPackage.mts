import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from '../../scripts/command.mts';
import { cacheFolder, outsideEnvironment } from '../../scripts/n8n/install/runtime.mts';

const VERSION = '3.497.0';
export const SEGMENT = `@segment/action-destinations ${VERSION}`;

/**
 * No development dependency, since `npm ci` could not install it: it asks for exactly one version of
 * an AWS client that not every registry has, and with a newer fast-uri its validation refuses its own
 * schema's name. Both are of no use to the Pinterest action, and an `overrides` field is not allowed in
 * the package.json of a community node.
 */
const OVERRIDES = { '@aws-sdk/client-kinesis': '3.1143.0', 'fast-uri': '3.0.6' };

/** Segment's package in the user's cache folder, installed once per version. @returns its folder */
export async function ensureSegment(): Promise<string> {
	const home = join(cacheFolder(), `segment-${VERSION}`);
	if (existsSync(home)) return home;
	console.error(`Installing ${SEGMENT} (once, 100 MB) …`);
	mkdirSync(cacheFolder(), { recursive: true });
	const folder = mkdtempSync(`${home}.installing-`);
	try {
		const dependencies = { '@segment/action-destinations': VERSION };
		const manifest = { private: true, dependencies, overrides: OVERRIDES };
		writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
		const args = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
		const env = outsideEnvironment();
		await run(...npm(args), { cwd: folder, env, log: 'segment-install' });
		// Another bench may have been faster.
		if (!existsSync(home)) renameSync(folder, home);
		return home;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
