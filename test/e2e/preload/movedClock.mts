import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';

/**
 * n8n's environment under which its clock, and that of the processes it starts, shows `utc` when it is
 * started now: `N8nServer.start(name, movedClock('2026-11-25T05:00:00Z', 60))`.
 * SQLite has a clock of its own: columns that the database fills (`createdAt`) keep the real time.
 * @param secondsBefore how long n8n may take to start before it is `utc`
 */
export function movedClock(utc: string, secondsBefore = 0): NodeJS.ProcessEnv {
	const start = Date.parse(utc);
	if (Number.isNaN(start)) throw new Error(`${utc} is no time.`);
	return {
		NODE_OPTIONS: `--require "${join(root, 'test', 'e2e', 'preload', 'movedClock.cjs')}"`,
		TEST_CLOCK_OFFSET_MS: String(start - secondsBefore * 1000 - Date.now()),
		// The other engine evaluates $now in an isolate, where the real clock is.
		N8N_EXPRESSION_ENGINE: 'legacy',
	};
}
