// `npm run release:notes -- 0.2.0`: the text of a release on GitHub. Without a version: what is not released yet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mts';
import { releaseNotes } from './notes.mts';

const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
console.log(releaseNotes(changelog, process.argv[2] ?? 'Unreleased'));
