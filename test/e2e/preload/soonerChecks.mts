import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';

/** n8n's environment under which it looks for pauses that are over every second instead of every minute. */
export const soonerChecks: NodeJS.ProcessEnv = {
	NODE_OPTIONS: `--require "${join(root, 'test', 'e2e', 'preload', 'soonerChecks.cjs')}"`,
};
