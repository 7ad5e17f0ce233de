// The scan that n8n runs before it verifies a package, as far as it needs no published one: on the
// sources, and on what the tarball holds.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { packPackage, unpack } from '../n8n/install/package.mts';
import { root, work } from '../paths.mts';

const unpacked = join(work, 'unpacked-package');
await unpack(await packPackage(), unpacked);

const scans = [
	{ name: 'the sources', folder: root, patterns: SOURCE_FILE_PATTERNS },
	{ name: 'the packed package', folder: unpacked, patterns: ['**/*.js', 'package.json'] },
];
for (const { name, folder, patterns } of scans) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(`${passed && !message ? 'passed' : 'FAILED'}: n8n's scan of ${name}`);
	// "No files found to analyze" counts as passed there, and would hide a broken package here.
	if (message) console.log(message, details ?? '');
	if (!passed || message) process.exitCode = 1;
}
// Jest would see two packages of one name.
rmSync(unpacked, { recursive: true, force: true });
