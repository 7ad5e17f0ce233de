import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything that is written goes here; git ignores it and `npm run clean` removes it. */
export const work = join(root, '.work');
export const logs = join(work, 'logs');
export const templates = join(root, 'workflows-templates');
