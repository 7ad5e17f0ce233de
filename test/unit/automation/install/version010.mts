import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Workflow } from '../../../../nodes/PinterestAds/install/types.ts';
import { root } from '../../../../scripts/paths.mts';
import { untar } from './untar.mts';

const FILE = join(root, 'test/unit/automation/install/version-0.1.0.tar.gz');

/** The workflows as version 0.1.0 had them. */
export const readVersion010 = (): Workflow[] =>
	[...untar(gunzipSync(readFileSync(FILE)))]
		.filter(([path]) => path.endsWith('.json'))
		.map(([, content]) => JSON.parse(content) as Workflow);
