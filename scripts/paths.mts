import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const everything = join(root, '.work');

/** Two runs of the tests in one checkout each have a number, and with it a folder and ports of their own. */
export const lane = Number(process.env.PINTEREST_ADS_LANE ?? 0);

/** Everything that is written goes here; git ignores it and `npm run clean` removes it. */
export const work = lane === 0 ? everything : join(everything, `lane-${lane}`);
/** The packed package is the same for all. */
export const packed = join(everything, 'package');
export const logs = join(work, 'logs');
export const templates = join(root, 'workflows-templates');
