import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../paths.mts';
import { slugOf } from '../site/links.mts';
import { answerTable, type OperationAnswer } from './answers.mts';
import { addressOf, resourcePage, type Guide } from './resource-page.mts';
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
	readonly operations: ReadonlyArray<Named & Described & OperationFields & OperationAnswer>;
}

/** What the operations of both nodes have; those made up in tests do without. */
interface Described {
	readonly description?: string;
	readonly writes?: unknown;
}

interface Named {
	readonly name: string;
	readonly value: string;
}

/** An operation, and what people call it: "Campaign: Create". */
type Titled = OperationFields & {
	readonly title: string;
	/** Where its fields are, from a page of docs/: "resources/campaign.md#create". */
	readonly address?: string;
};

/** It has a page with all that workflows decide, and needs none of its own. */
const AUTOMATION = 'automation';

/** The operations of the node that workflows decide with, which has no resources. */
export const automationOf = (operations: Resource['operations']): Resource => ({
	...{ name: 'Automation', value: AUTOMATION, operations },
});

const ANSWERS = /(<!-- answers -->\n)[\s\S]*?(<!-- \/answers -->)/g;
const MARKED = /(<!-- (folded )?fields: (\S+) -->\n)[\s\S]*?(<!-- \/fields -->)/g;

/** The pages of docs/resources: one for each resource of the action node. */
export function pagesOfResources(resources: readonly Resource[]): Page[] {
	const guides = guidesTo(pagesWithFields(resources));
	return resources
		.filter(({ value }) => value !== AUTOMATION)
		.map((resource) => {
			const file = join(root, 'docs', addressOf(resource.value));
			const found = existsSync(file) ? readFileSync(file, 'utf8') : '';
			const operations = resource.operations.map(({ value }) => `${resource.value}/${value}`);
			return { file, found, wanted: resourcePage(resource, guides, found), operations };
		});
}

/** Where each operation is explained: below the last heading before its fields. */
function guidesTo(pages: readonly Page[]): ReadonlyMap<string, Guide> {
	const guides = new Map<string, Guide>();
	for (const { file, found } of pages) {
		const title = /^# (.+)$/m.exec(found)?.[1] ?? '';
		let heading = '';
		for (const line of found.split('\n')) {
			heading = /^##+ (.+)$/.exec(line)?.[1] ?? heading;
			const [, operation] = /^<!-- (?:folded )?fields: (\S+) -->$/.exec(line) ?? [];
			if (operation) guides.set(operation, { file: `../${basename(file)}`, title, heading });
		}
	}
	return guides;
}

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
				{
					...operation,
					title: `${resource.name}: ${operation.name}`,
					...(resource.value !== AUTOMATION && {
						address: `${addressOf(resource.value)}#${slugOf(operation.name)}`,
					}),
				},
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

/** The table itself, or where it is: it is written once. */
function marked(operation: Titled, isFolded: boolean): string {
	if (!operation.fields) return '';
	if (!isFolded || !operation.address) return `\n${fieldTable(operation)}\n\n`;
	return `\n→ [All fields of **${operation.title}**](${operation.address}), with an example\n\n`;
}
