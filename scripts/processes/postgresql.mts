import { execFileSync, spawn } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from '../command.mts';
import { debianProgram } from './debian-programs.mts';
import { logs } from '../paths.mts';
import { freePort } from './ports.mts';
import { track } from './processes.mts';

export interface PostgreSqlLogin {
	readonly user: string;
	readonly password: string;
	readonly database: string;
}

export interface PostgreSql extends PostgreSqlLogin {
	readonly host: string;
	readonly port: number;
}

const HOST = '127.0.0.1';
const PATIENCE_MS = 60_000;

/**
 * Starts a PostgreSQL of its own, of Debian's package, which keeps everything in `folder`; the cluster
 * that the package itself may have made is left alone. stopAll() ends it.
 * @param login its superuser and the database, which are created when the folder is new
 */
export async function startPostgreSql(
	folder: string,
	{ user, password, database }: PostgreSqlLogin,
): Promise<PostgreSql> {
	const server = debianProgram('postgres');
	const isNew = !existsSync(join(folder, 'PG_VERSION'));
	if (isNew) createCluster(folder, user, password);
	mkdirSync(logs, { recursive: true });
	const logFile = join(logs, 'postgresql.log');
	const output = openSync(logFile, 'w');
	const port = await freePort();
	const settings = { listen_addresses: HOST, port, unix_socket_directories: '' };
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const [command, args] = asItsUser(server, ['-D', folder, ...options]);
	const child = spawn(command, args, {
		cwd: '/',
		stdio: ['ignore', output, output],
		detached: true,
	});
	closeSync(output);
	child.on('exit', track('postgresql', child));
	const deadline = Date.now() + PATIENCE_MS;
	while (!accepts(port)) {
		if (child.exitCode !== null || Date.now() > deadline) {
			throw new Error(
				`PostgreSQL did not start.\n${lastLines(logFile)}\nThe whole log: ${logFile}`,
			);
		}
		await sleep(100);
	}
	if (isNew) {
		execFileSync(debianProgram('createdb'), ['-h', HOST, '-p', `${port}`, '-U', user, database], {
			env: { PATH: process.env.PATH, PGPASSWORD: password },
			stdio: 'pipe',
		});
	}
	return { host: HOST, port, user, password, database };
}

function createCluster(folder: string, user: string, password: string): void {
	mkdirSync(folder, { recursive: true });
	const passwordFile = `${folder}.password`;
	writeFileSync(passwordFile, password, { mode: 0o600 });
	const ids = postgresUser();
	if (ids) for (const path of [folder, passwordFile]) chownSync(path, ids.uid, ids.gid);
	chmodSync(folder, 0o700);
	const options = [`--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
	const [command, args] = asItsUser(debianProgram('initdb'), [
		...['-D', folder, '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
		...options,
	]);
	try {
		execFileSync(command, args, { cwd: '/', stdio: 'pipe' });
	} finally {
		rmSync(passwordFile);
	}
}

/**
 * PostgreSQL refuses to run as root: then it is the user of its package. That one keeps root's way into
 * folders, as the folder may lie below a home that is closed to others.
 */
function asItsUser(program: string, args: string[]): [command: string, args: string[]] {
	const ids = postgresUser();
	if (!ids) return [program, args];
	const identity = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups'];
	const entry = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
	return ['setpriv', [...identity, ...entry, program, ...args]];
}

function postgresUser(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = (option: string) =>
		Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
	return { uid: idOf('-u'), gid: idOf('-g') };
}

function accepts(port: number): boolean {
	try {
		execFileSync(debianProgram('pg_isready'), ['-q', '-h', HOST, '-p', `${port}`]);
		return true;
	} catch {
		return false;
	}
}
