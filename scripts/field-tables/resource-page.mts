import { slugOf } from '../site/links.mts';
import type { OperationAnswer } from './answers.mts';
import { fieldTable, type OperationFields } from './table.mts';
import { ended } from './words.mts';

/** Where an operation is explained. */
export interface Guide {
	/** From a page of a resource: "../campaigns.md". */
	readonly file: string;
	readonly title: string;
	/** Empty at the top of the page. */
	readonly heading: string;
}

interface Shown extends OperationFields, OperationAnswer {
	readonly name: string;
	readonly value: string;
	readonly description?: string;
	readonly writes?: unknown;
}

interface Resource {
	readonly name: string;
	readonly value: string;
	readonly operations: readonly Shown[];
}

/** "resources/ad-group.md" of `adGroup`, below docs/. */
export const addressOf = (resource: string): string =>
	`resources/${resource.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.md`;

/** An example of `campaign/create`, which a test writes there and runs: test/core/outputs/examplesInDocs.test.mts. */
export const exampleIn = (operation: string): RegExp =>
	new RegExp(`(<!-- example: ${operation} -->\\n)([\\s\\S]*?)(<!-- /example -->)`);

/**
 * The page of a resource: its operations, each with its fields, what comes out, and an example.
 *
 * @param found the page as it is, of which the examples stay
 */
export function resourcePage(
	{ name, value, operations }: Resource,
	guides: ReadonlyMap<string, Guide>,
	found: string,
): string {
	const list = operations.map(
		({ name: title, description = '' }) =>
			`| [${title}](#${slugOf(title)}) | ${ended(description).replaceAll('|', '\\|')} |`,
	);
	const parts = operations.map((operation) => {
		const path = `${value}/${operation.value}`;
		return part(operation, path, guides.get(path), exampleIn(path).exec(found)?.[2] ?? '\n');
	});
	const intro = `What the node *Pinterest Ads* can do with the resource **${name}**. This page is written from the declarations in the source.`;
	const table = ['| operation | what it does |', '|---|---|', ...list].join('\n');
	return [`# ${name}`, intro, table, ...parts].join('\n\n') + '\n';
}

function part(operation: Shown, path: string, guide: Guide | undefined, example: string): string {
	const { name, description = '', answer, writes } = operation;
	const simplified = answer?.simplified?.map((field) => `\`${field}\``).join(', ');
	const sentences = [
		ended(description),
		guide && `Explained in [${guide.title}](${guide.file}${anchorOf(guide)}).`,
		writes &&
			'With *Preview* on, it says [what would be sent](../spending-guard.md#preview), and sends nothing.',
	];
	return [
		`## ${name}`,
		sentences.filter(Boolean).join(' '),
		tableOf(operation),
		...(simplified
			? [
					`Comes out, [simplified](../outputs.md#simplify), as far as there is such a thing: ${simplified}.`,
				]
			: []),
		`<!-- example: ${path} -->\n${example}<!-- /example -->`,
	].join('\n\n');
}

/** Of what is not declared, since it only reads what the form says, as the form shows it. */
function tableOf(operation: Shown): string {
	const { fields = {}, properties } = operation;
	if (Object.keys(fields).length > 0) return fieldTable(operation);
	if (properties.length === 0) return 'It has no fields of its own.';
	const rows = properties.map(({ name, displayName, description = '' }) => {
		const cells = [`**${displayName}** \`${name}\``, ended(description)];
		return `| ${cells.join(' | ').replace(/\s*\n\s*/g, ' ')} |`;
	});
	return ['| field | what it is |', '|---|---|', ...rows].join('\n');
}

const anchorOf = ({ heading }: Guide) => (heading ? `#${slugOf(heading)}` : '');
