import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'first-minute-'));
	mkdirSync(join(folder, 'scripts'));
	for (const name of ['dependencies.mjs', 'test.mjs', 'start.mjs'])
		cpSync(join('scripts', name), join(folder, 'scripts', name));
	const locked = { packages: { 'node_modules/node': { version: '24.21.0' } } };
	writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(locked));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const WARNINGS = [
	'npm warn EBADENGINE Unsupported engine {',
	"npm warn EBADENGINE   package: 'nock@15.0.6',",
	'npm warn install-scripts 3 packages had install scripts',
];
const ERRORS = ['npm error code E404', 'npm error 404 no-such-package is not in this registry.'];

/** The first command in a fresh clone, with something in npm's place that says this and ends so. */
function firstRun(script: string, says: readonly string[], code: number) {
	const npm = join(folder, 'npm-cli.js');
	const node = join(folder, 'node_modules', 'node', 'bin');
	writeFileSync(
		npm,
		`const { mkdirSync, writeFileSync } = require('node:fs');
		if (process.argv.includes('--version')) process.exit(0);
		console.error(${JSON.stringify(says.join('\n'))});
		if (${code} !== 0) process.exit(${code});
		mkdirSync(${JSON.stringify(node)}, { recursive: true });
		writeFileSync(${JSON.stringify(join(node, 'node'))}, '#!/bin/sh\\necho It goes on.\\n', { mode: 0o755 });`,
	);
	const env = { ...process.env, npm_execpath: npm, npm_node_execpath: process.execPath };
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(folder, 'scripts', script)],
		{ cwd: folder, env, encoding: 'utf8' },
	);
	return { status, stdout: stdout.trim().split('\n'), stderr: stderr.trim() };
}
const log = () => readFileSync(join(folder, '.work', 'logs', 'npm-ci.log'), 'utf8');

it.each(['test.mjs', 'start.mjs'])(
	'the first screen of %s says what is done and how long it takes, and no warning of npm',
	(script) => {
		const { status, stdout, stderr } = firstRun(script, WARNINGS, 0);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout).toEqual([
			expect.stringMatching(/^• Installing the dependencies .*\(once, .*1 to 3 minutes.*\) …$/),
			expect.stringMatching(/^ {2}done in \d+ s$/),
			'It goes on.',
		]);
		expect(log()).toContain('EBADENGINE');
	},
);

it('shows what has stopped npm, without its warnings, and where the rest is', () => {
	const { status, stdout, stderr } = firstRun('test.mjs', [...WARNINGS, ...ERRORS], 1);
	expect(status).toBe(1);
	expect(stdout.join()).not.toContain('done in');
	for (const line of ERRORS) expect(stderr).toContain(line);
	expect(stderr).not.toContain('EBADENGINE');
	expect(stderr).toContain('The dependencies could not be installed');
	expect(stderr).toContain(join('.work', 'logs', 'npm-ci.log'));
});

it('shows the end of what npm has said where it has named no error', () => {
	const { status, stderr } = firstRun('test.mjs', ['Killed while unpacking'], 137);
	expect(status).toBe(1);
	expect(stderr).toContain('Killed while unpacking');
});
