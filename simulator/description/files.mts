import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What the repository knows of Pinterest's API; `npm run distill` makes it. */
export const DISTILLED_FILE = resolve(import.meta.dirname, 'pinterest-api.json');

/** The API description that requests are judged by: the file that is given, or the distilled one. */
export function descriptionFile(given?: string): string {
	const wanted = given || process.env.PINTEREST_OPENAPI;
	if (!wanted) return DISTILLED_FILE;
	if (!existsSync(wanted)) throw new Error(`There is no API description at ${wanted}.`);
	return resolve(wanted);
}

export interface DescriptionInUse {
	/** Title and version, as the description has them. */
	readonly name: string;
	/** Within the repository relative to it, otherwise absolute. */
	readonly file: string;
	/** Whether it is the repository's own extract, and not a file that was given. */
	readonly distilled: boolean;
}

/** Which description a simulator that is started now judges by. */
export function descriptionInUse(given?: string): DescriptionInUse {
	return inUse(descriptionFile(given), readDescription(descriptionFile(given)));
}

export const readDescription = (file: string) =>
	JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

export function inUse(file: string, document: Record<string, unknown>): DescriptionInUse {
	const { title = 'API description', version = '' } = (document.info ?? {}) as {
		title?: string;
		version?: string;
	};
	const inside = file.startsWith(root + sep);
	return {
		name: `${title} ${version}`.trim(),
		file: inside ? relative(root, file).split(sep).join('/') : file,
		distilled: file === DISTILLED_FILE,
	};
}

/** As it is said on start and by the tests: `Pinterest REST API 5.23.0, distilled (…)`. */
export const judgeLabel = ({ name, file, distilled }: DescriptionInUse) =>
	`${name}${distilled ? ', distilled' : ''} (${file})`;
