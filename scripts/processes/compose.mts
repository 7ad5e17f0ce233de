import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../paths.mts';

/** What this repository's compose.yaml says of one service. */
export interface ComposeService {
	readonly image: string;
	readonly command?: string | readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	readonly profiles?: readonly string[];
	readonly deploy?: { readonly replicas: number };
}

interface ComposeFile {
	readonly services: Record<string, ComposeService>;
}

export function composeText(): string {
	return readFileSync(join(root, 'compose.yaml'), 'utf8');
}

/**
 * The services of compose.yaml, its variables replaced as Docker Compose does.
 * @param variables what a file `.env` gives
 */
export function composeServices(
	variables: Readonly<Record<string, string>>,
): Record<string, ComposeService> {
	const file = parse(interpolate(composeText(), variables), { merge: true }) as ComposeFile;
	return file.services;
}

/** The forms in use: `$$`, `${NAME:?message}` and `${NAME:-default}`. */
function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
	return text.replace(
		/\$(?:\$|\{(\w+):([?-])([^}]*)\})/g,
		(found: string, name?: string, operator?: string, rest = '') => {
			if (name === undefined) return '$';
			if (variables[name]) return variables[name];
			if (operator === '-') return rest;
			throw new Error(`${name} ${rest} (${found})`);
		},
	);
}
