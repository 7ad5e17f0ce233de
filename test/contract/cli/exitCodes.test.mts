import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SEED } from '../../../simulator/simulator.mts';
import { useCommandLine } from './commandLine.mts';

const on = useCommandLine();

const TOKEN_FILE = {
	access_token: SEED.tokens.expired,
	refresh_token: SEED.tokens.refresh,
	app_id: SEED.clientId,
	app_secret: SEED.clientSecret,
	kept: 'as it is',
};
const NO_TOKEN = { PINTEREST_ACCESS_TOKEN: '' };

describe('what illixis-pinterest says about wrong usage, with exit code 2', () => {
	it.each([
		['no command', [], /Usage: illixis-pinterest/],
		['an unknown command', ['destroy'], /unknown command 'destroy'/],
		['an unknown option', ['check', '--colour', 'red'], /unknown option '--colour'/],
		[
			'a word that a format is not',
			['check', '--format', 'xml'],
			/Allowed choices are json, csv, table/,
		],
		['a file that does not exist', ['send', 'nothing.csv'], /nothing\.csv does not exist/],
		[
			'an ad account that is none',
			['check', '--ad-account', 'shop'],
			/The ad account is not an ID/,
		],
		['a word that a field does not have', ['metrics', '--level', 'planet'], /Level: must be/],
		['a sync without a name', ['sync'], /Name: /],
	])('%s', async (_, args, says) => {
		const { exit, stdout, stderr } = await on.run(args, { input: 'a@example.com' });

		expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
		expect(stderr).toMatch(says);
		expect(on.writes()).toEqual([]);
	});

	it('an input that is not valid JSON, without quoting it', async () => {
		const { exit, stderr } = await on.run(['send'], { input: '[{"email": "ada@example.com"' });

		expect(exit).toBe(2);
		expect(stderr).toContain('The input is not valid JSON.');
		expect(stderr).not.toContain('ada@');
	});

	it('a CSV file with a quotation mark that is never closed', async () => {
		const { exit, stderr } = await on.run(['send'], {
			input: 'event_name,email\n"checkout,a@example.com\n',
		});

		expect(exit).toBe(2);
		expect(stderr).toContain('row 2 opens a quotation mark');
	});

	it('a token as an argument, which it does not repeat', async () => {
		for (const args of [['--token=pina_typed'], ['--access-token', 'pina_typed'], ['pina_typed']]) {
			expect(await on.run(['check', ...args])).toMatchObject({ exit: 2, stdout: '' });
		}
	});
});

describe('what illixis-pinterest says about the connection, with exit code 3', () => {
	it('no token: where to put one', async () => {
		const { exit, stderr } = await on.run(['check'], { env: NO_TOKEN });

		expect(exit).toBe(3);
		expect(stderr).toContain('PINTEREST_ACCESS_TOKEN');
		expect(on.simulator.ledger()).toEqual([]);
	});

	it.each([
		['check', ['check']],
		['metrics', ['metrics']],
		['a sync', ['sync', '--name', 'Fans']],
		['conversions', ['send']],
		['a launch', ['launch', '--input-format', 'json']],
		['a diagnosis', ['diagnose', SEED.campaigns.running]],
	])('a token that Pinterest refuses, of %s', async (what, args) => {
		const input =
			what === 'a launch'
				? `{"name":"A","objective":"CONSIDERATION","billableEvent":"CLICKTHROUGH","locations":"US","pinIds":"${SEED.pins.image}"}`
				: 'event_name,email\ncheckout,ada@example.com\n';

		const { exit, stderr } = await on.run(args, {
			input,
			env: { PINTEREST_ACCESS_TOKEN: SEED.tokens.expired },
		});

		expect(exit).toBe(3);
		expect(stderr).toMatch(/Invalid access token/);
	});
});

describe('what illixis-pinterest says when Pinterest is not there, with exit code 4', () => {
	it('of an address that nobody answers at', async () => {
		const { exit, stdout, stderr } = await on.run(['check'], {
			env: { PINTEREST_API_URL: 'http://127.0.0.1:9/v5' },
		});

		expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
		expect(stderr).toMatch(/^Error: .*no connection to Pinterest.*\n {2}What to do: /m);
	}, 60_000);
});

describe('illixis-pinterest when it is stopped from the keyboard', () => {
	it('ends at once, with exit code 130', async () => {
		on.simulator.addFault({ fault: 'hang' });

		const { exit, stdout, stderr } = await on.run(['check'], { isStopped: true });

		expect({ exit, stdout }).toEqual({ exit: 130, stdout: '' });
		expect(stderr).toMatch(/^Error: /);
	});
});

describe('the help of illixis-pinterest', () => {
	it('names the commands, the environment and the exit codes', async () => {
		const { exit, stdout } = await on.run(['--help']);

		expect(exit).toBe(0);
		for (const word of ['check', 'sync', 'send', 'metrics', 'launch', 'diagnose']) {
			expect(stdout).toMatch(new RegExp(`^ {2}${word} `, 'm'));
		}
		expect(stdout).toContain('PINTEREST_ACCESS_TOKEN');
		expect(stdout).toMatch(/^ {2}5 {2}/m);
	});

	it.each(['check', 'sync', 'send', 'metrics', 'launch', 'diagnose'])(
		'has an example of %s',
		async (command) => {
			const { exit, stdout } = await on.run([command, '--help']);

			expect(exit).toBe(0);
			expect(stdout).toMatch(new RegExp(`Examples?:\n {2}illixis-pinterest ${command}`));
		},
	);
});

describe('a token file', () => {
	const check = async (env: Record<string, string> = {}) =>
		await on.json(['check', '--token-file', 'token'], { env: { ...NO_TOKEN, ...env } });
	const kept = () =>
		JSON.parse(readFileSync(join(on.folder, 'token'), 'utf8')) as typeof TOKEN_FILE;

	it('may hold the token alone', async () => {
		on.file('token', `${SEED.tokens.access}\n`);

		expect(await check()).toMatchObject({ exit: 0, result: { status: 'active' } });
	});

	it('is taken before the token of the environment', async () => {
		on.file('token', SEED.tokens.access);

		expect(await check({ PINTEREST_ACCESS_TOKEN: SEED.tokens.expired })).toMatchObject({ exit: 0 });
	});

	it('has its token renewed, and holds the new ones afterwards, for its owner only', async () => {
		on.file('token', TOKEN_FILE);

		expect(await check()).toMatchObject({ exit: 0, result: { status: 'active' } });
		const renewed = kept();
		expect(renewed).toMatchObject({ app_id: SEED.clientId, kept: 'as it is' });
		expect(renewed.access_token).not.toBe(SEED.tokens.expired);
		expect(statSync(join(on.folder, 'token')).mode & 0o077).toBe(0);
		// The next run needs no renewal.
		on.simulator.clearLedger();
		expect(await check()).toMatchObject({ exit: 0 });
		expect(on.simulator.ledger().filter(({ path }) => path.includes('oauth'))).toEqual([]);
	});

	it('stays as it is where Pinterest refuses to renew it', async () => {
		on.file('token', { ...TOKEN_FILE, refresh_token: 'pinr_unknown' });

		expect(await check()).toMatchObject({ exit: 3 });
		expect(kept().refresh_token).toBe('pinr_unknown');
	});

	it.each([
		['not valid JSON', '{"access_token": "pina_half', 'is not valid JSON', 2],
		['without a token', '{}', 'holds no access token', 3],
	])('that is %s is named, and nothing in it', async (_, content, says, code) => {
		on.file('token', content);

		const { exit, stderr } = await check();

		expect(exit).toBe(code);
		expect(stderr).toContain(says);
	});
});
