import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Comes before n8n-core, which writes an encryption key below this folder as soon as it is loaded.
const userFolder = mkdtempSync(join(tmpdir(), 'pinterest-ads-core-'));
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_LOG_LEVEL ??= 'silent';

const remove = () => rmSync(userFolder, { recursive: true, force: true });
// The long runs of test/faults and test/fuzz are no tests of jest.
if (typeof afterAll === 'function') afterAll(remove);
else process.once('exit', remove);
