import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process was started, in the system's own terms; undefined if it runs no more. Two processes
 * that have had the same pid differ in it.
 */
export function birthOf(pid: number): string | undefined {
	try {
		if (process.platform === 'linux') return birthOnLinux(pid);
		if (process.platform === 'win32') {
			return said('powershell', [
				'-NoProfile',
				'-Command',
				`(Get-Process -Id ${pid}).StartTime.Ticks`,
			]);
		}
		return said('ps', ['-o', 'lstart=', '-p', String(pid)]);
	} catch {
		return undefined;
	}
}

function birthOnLinux(pid: number): string | undefined {
	// What follows the command, which stands in brackets and may hold anything: first the state, and
	// as the twentieth field the start in clock ticks since boot.
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	if (fields[0] === 'Z') return undefined;
	return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
}

function said(command: string, args: string[]): string | undefined {
	return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' }).trim() || undefined;
}
