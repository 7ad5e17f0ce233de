import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const POSTGRESQL = '/usr/lib/postgresql';

/**
 * Where a program of Debian's packages is. Those of PostgreSQL's server are not in the path; of several
 * versions it is the newest.
 * @throws if it is not installed, with the command that installs it
 */
export function debianProgram(name: string): string {
	const versions = existsSync(POSTGRESQL) ? readdirSync(POSTGRESQL) : [];
	const folders = [
		...versions
			.sort((one, other) => Number(other) - Number(one))
			.map((version) => join(POSTGRESQL, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter),
	];
	const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
	if (found) return found;
	throw new Error(
		`${name} is not installed. On Debian or Ubuntu: sudo apt-get install -y postgresql redis-server chromium`,
	);
}
