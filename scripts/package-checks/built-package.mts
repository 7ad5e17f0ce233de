import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { ICredentialType, INodeTypeDescription, INodeType } from 'n8n-workflow';

/** The package as n8n loads it: from dist, by what package.json lists. */
export interface BuiltPackage {
	readonly name: string;
	readonly nodes: ReadonlyArray<{ folder: string; description: INodeTypeDescription }>;
	readonly credentials: ReadonlyArray<{ folder: string; type: ICredentialType }>;
}

export function readBuiltPackage(root: string): BuiltPackage {
	const { name, n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
	return {
		name,
		nodes: n8n.nodes.map((path) => ({
			folder: dirname(join(root, path)),
			description: instanceOf<INodeType>(root, path).description,
		})),
		credentials: n8n.credentials.map((path) => ({
			folder: dirname(join(root, path)),
			type: instanceOf<ICredentialType>(root, path),
		})),
	};
}

interface Manifest {
	readonly name: string;
	readonly n8n: { readonly nodes: string[]; readonly credentials: string[] };
}

/** n8n makes one object of the class that is called like the file. */
function instanceOf<T>(root: string, path: string): T {
	const file = join(root, path);
	const module = createRequire(import.meta.url)(file) as Record<string, new () => T>;
	const className = basename(file).split('.')[0];
	return new module[className]();
}
