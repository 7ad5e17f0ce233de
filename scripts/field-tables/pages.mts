import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mts';
import { answerTable, type OperationAnswer } from './answers.mts';
import { fieldTable, type OperationFields } from './table.mts';

/** A page with tables of fields between its markers, and its text as it should be. */
export interface Page {
	readonly file: string;
	readonly found: string;
	readonly wanted: string;
	/** The operations whose fields it has, each as `campaign/create`. */
	readonly operations: readonly string[];
}

export interface Resource {
	readonly name: string;
	readonly value: string;
	readonly operations: ReadonlyArray<Named & OperationFields & OperationAnswer>;
}

interface Named {
	readonly name: string;
	readonly value: string;
}

/** An operation, and what people call it: "Campaign: Create". */
type Titled = OperationFields & { readonly title: string };

/** The operations of the node that workflows decide with, which has no resources. */
export const automationOf = (operations: Resource['operations']): Resource => ({
	...{ name: 'Automation', value: 'automation', operations },
});

const ANSWERS = /(<!-- answers -->\n)[\s\S]*?(<!-- \/answers -->)/g;
const MARKED = /(<!-- (folded )?fields: (\S+) -->\n)[\s\S]*?(<!-- \/fields -->)/g;

/** The pages of docs/, with the fields that the operations declare, and what their answers hold. */
export function pagesWithFields(resources: readonly Resource[]): Page[] {
	const operations = byName(resources);
	const folder = join(root, 'docs');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.md'))
		.map((name) => pageOf(join(folder, name), operations, answerTable(resources)))
		.filter(
			({ found, operations: named }) => named.length > 0 || found.includes('<!-- answers -->'),
		);
}

/** The operations that have fields, each as `campaign/create`. */
export const withFields = (resources: readonly Resource[]): string[] =>
	[...byName(resources)]
		.filter(([, { fields = {} }]) => Object.keys(fields).length > 0)
		.map(([name]) => name);

const byName = (resources: readonly Resource[]) =>
	new Map(
		resources.flatMap((resource) =>
			resource.operations.map((operation): [string, Titled] => [
				`${resource.value}/${operation.value}`,
				{ ...operation, title: `${resource.name}: ${operation.name}` },
			]),
		),
	);

function pageOf(file: string, operations: ReadonlyMap<string, Titled>, answers: string): Page {
	const found = readFileSync(file, 'utf8');
	const named: string[] = [];
	const write = (_: string, begin: string, folded: string, name: string, end: string) => {
		named.push(name);
		const operation = operations.get(name);
		if (!operation) throw new Error(`${file}: there is no operation ${name}.`);
		return `${begin}${marked(operation, folded !== undefined)}${end}`;
	};
	const wanted = found
		.replace(MARKED, write)
		.replace(ANSWERS, (_, begin: string, end: string) => `${begin}\n${answers}\n\n${end}`);
	return { file, found, wanted, operations: named };
}

function marked(operation: Titled, isFolded: boolean): string {
	if (!operation.fields) return '';
	const table = `\n${fieldTable(operation)}\n\n`;
	if (!isFolded) return table;
	const summary = `<summary>The fields of <b>${operation.title}</b></summary>`;
	return `\n<details>\n${summary}\n${table}</details>\n\n`;
}
