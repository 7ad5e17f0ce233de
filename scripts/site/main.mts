// `npm run docs:site`: builds the pages of docs/ as a site into .work/site. A link to a page that does not exist fails it.
// With `-- --serve` it shows them on this machine, and each change as it is saved.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, createServer } from 'vitepress';
import { root } from '../paths.mts';

const { values } = parseArgs({ options: { serve: { type: 'boolean', default: false } } });
const docs = join(root, 'docs');

if (values.serve) {
	const server = await createServer(docs);
	await server.listen();
	server.printUrls();
} else {
	await build(docs);
}
