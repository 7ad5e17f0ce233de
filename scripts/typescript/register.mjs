// `node --import ./scripts/typescript/register.mjs FILE`: lets Node run the TypeScript of nodes/ and worker/ as it is,
// which is compiled to CommonJS where it ships: imports without an ending, and JSON without a word about it.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const HAS_ENDING = /\.(?:[cm]?[jt]s|json|node)$/;
/** n8n-core requires these: the same copies, not those for ES modules. */
const SHARED_WITH_N8N = /^(?:n8n-|luxon|zod|lodash|p-limit)/;

function resolve(specifier, context, next) {
	const isRelative = specifier.startsWith('.') && context.parentURL !== undefined;
	if (isRelative && !HAS_ENDING.test(specifier)) {
		for (const end of ['.ts', '/index.ts']) {
			const url = new URL(specifier + end, context.parentURL);
			if (existsSync(fileURLToPath(url))) return next(url.href, context);
		}
	}
	if (SHARED_WITH_N8N.test(specifier)) {
		return next(specifier, { ...context, conditions: ['node', 'require', 'default'] });
	}
	return next(specifier, context);
}

function load(url, context, next) {
	const { importAttributes } = context;
	if (url.endsWith('.json') && importAttributes && importAttributes.type === undefined) {
		const source = `export default ${readFileSync(fileURLToPath(url), 'utf8')}`;
		return { format: 'module', source, shortCircuit: true };
	}
	return next(url, context);
}

registerHooks({ resolve, load });
