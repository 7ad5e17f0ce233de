import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';
import { BARE, useCommandLine } from './commandLine.mts';

const on = useCommandLine();

const README = readFileSync(join(root, 'worker', 'README.md'), 'utf8');
const [, SECTION] = /## From the command line\n([\s\S]*?)\n## Connect\n/.exec(README) ?? [];

/** The files that it shows, by name. */
const FILES = [...SECTION.matchAll(/`(\S+)`:\n\n```(?:csv|json)\n([\s\S]*?)```/g)];
/** What it has typed, and what comes of it where it shows that. */
const RUNS = [...SECTION.matchAll(/```sh\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```)?/g)]
	.map(([, script, shown]) => ({ script, shown }))
	.filter(({ script }) => script.includes('illixis-pinterest'));

const onWindows = process.platform === 'win32';

(onWindows ? describe.skip : describe)('the command line as the worker’s README shows it', () => {
	beforeAll(() => {
		for (const [, name, content] of FILES) on.file(name, content);
		mkdirSync(join(on.folder, 'bin'));
		const bin = join(on.folder, 'bin', 'illixis-pinterest');
		writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${on.folder}/main.mjs" "$@"\n`);
		chmodSync(bin, 0o755);
	});

	it('has every command in it', () => {
		const typed = RUNS.map(({ script }) => script).join('');
		for (const command of ['check', 'sync', 'send', 'metrics', 'launch', 'diagnose']) {
			expect(typed).toContain(`illixis-pinterest ${command}`);
		}
		expect(RUNS.filter(({ shown }) => shown !== undefined)).toHaveLength(3);
		expect(FILES.map(([, name]) => name)).toEqual([
			'contacts.csv',
			'events.csv',
			'spring.csv',
			'limits.json',
		]);
	});

	it.each(RUNS)('runs $script', async ({ script, shown }) => {
		const stdout = await typed(script);
		if (shown !== undefined) expect(stdout).toBe(shown);
	});
});

/** What a shell that stops at the first failure prints. */
async function typed(script: string): Promise<string> {
	const { seed, url } = on.simulator;
	const env = {
		...BARE,
		PATH: `${join(on.folder, 'bin')}:${BARE.PATH}`,
		PINTEREST_API_URL: url,
		PINTEREST_ACCESS_TOKEN: seed.tokens.access,
		PINTEREST_AD_ACCOUNT_ID: seed.adAccountId,
	};
	return await new Promise((resolve, reject) => {
		execFile('/bin/sh', ['-ec', script], { cwd: on.folder, env }, (error, stdout, stderr) =>
			error ? reject(new Error(`${error.message}\n${stdout}\n${stderr}`)) : resolve(stdout),
		);
	});
}
