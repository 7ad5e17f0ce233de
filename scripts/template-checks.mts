import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { readBuiltPackage, type BuiltPackage } from './built-package.mts';
import type { Workflow } from './n8n-api.mts';
import { checkParameters } from './parameter-checks.mts';

/** n8n's database allows 36 characters, its own ids have 16; older versions took at most 21. */
const LONGEST_ID = 21;
const N8N_NODES = 'n8n-nodes-base.';
const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';
const MANUAL = 'n8n-nodes-base.manualTrigger';
const ERROR_TRIGGER = 'n8n-nodes-base.errorTrigger';
const EMAIL_SEND = 'n8n-nodes-base.emailSend';
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.-]*\w/g;

type TemplateNode = Pick<INode, 'name' | 'type' | 'typeVersion' | 'credentials' | 'disabled'> & {
	readonly parameters: INodeParameters;
};
type Template = Omit<Workflow, 'nodes' | 'settings'> & {
	readonly file: string;
	readonly nodes: readonly TemplateNode[];
	readonly settings: {
		readonly errorWorkflow?: string;
		readonly timezone?: string;
		readonly executionOrder?: string;
	};
};

/** Checks the shipped templates against the built package. @returns a sentence for each problem */
export function checkTemplates(root: string): string[] {
	const folder = join(root, 'workflows-templates');
	const built = readBuiltPackage(root);
	const problems: string[] = [];
	const templates: Template[] = [];
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
		try {
			templates.push({
				...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Template),
				file,
			});
		} catch (error) {
			problems.push(`${file} is no JSON: ${(error as Error).message}`);
		}
	}
	const ids = templates.map(({ id }) => id);
	for (const template of templates) {
		const found = [
			...checkFrame(template, ids),
			...checkConnections(template),
			...checkMail(template),
			...template.nodes.flatMap((node) => checkNode(node, built)),
		];
		problems.push(...found.map((problem) => `${template.file}: ${problem}`));
	}
	return [...problems, ...checkTableNames(templates)];
}

function checkFrame({ id, nodes, settings }: Template, ids: readonly string[]): string[] {
	const problems: string[] = [];
	const types = new Set(nodes.map(({ type }) => type));
	if (!id || id.length > LONGEST_ID)
		problems.push(`its id has to have 1 to ${LONGEST_ID} characters`);
	if (ids.filter((other) => other === id).length > 1) problems.push(`its id ${id} is not its own`);
	if (settings.timezone !== 'UTC') problems.push('its time zone is not UTC');
	if (settings.executionOrder !== 'v1') problems.push('its execution order is not v1');
	if (!types.has(ERROR_TRIGGER) && !ids.includes(settings.errorWorkflow ?? '')) {
		problems.push('it names no error workflow that is shipped');
	}
	if (types.has(SCHEDULE) && !types.has(MANUAL))
		problems.push('its schedule has no manual trigger beside it');
	return problems;
}

function checkConnections({ nodes, connections }: Template): string[] {
	const names = nodes.map(({ name }) => name);
	const repeated = names.filter((name, n) => names.indexOf(name) !== n);
	const ends = Object.values(
		connections as Record<string, { main: Array<Array<{ node: string }>> }>,
	)
		.flatMap(({ main }) => main.flat())
		.map(({ node }) => node);
	const unknown = [...Object.keys(connections), ...ends].filter((name) => !names.includes(name));
	return [
		...repeated.map((name) => `two nodes are called "${name}"`),
		...unknown.map((name) => `a connection names "${name}", which is no node of it`),
	];
}

/** As it is imported, a template writes to nobody. */
function checkMail({ nodes }: Template): string[] {
	const addresses = JSON.stringify(nodes).match(ADDRESS) ?? [];
	return [
		...addresses
			.filter((address) => !address.endsWith('@example.com'))
			.map((address) => `it names the address ${address}, which may be somebody’s`),
		...nodes
			.filter(({ type, disabled }) => type === EMAIL_SEND && !disabled)
			.map(({ name }) => `"${name}" is not switched off, and nobody has chosen its addresses yet`),
	];
}

function checkNode(node: TemplateNode, { name, nodes, credentials }: BuiltPackage): string[] {
	const ours = new Set(credentials.map(({ type }) => type.name));
	const foreign = Object.keys(node.credentials ?? {}).filter((credential) => !ours.has(credential));
	const problems = foreign.map(
		(credential) => `"${node.name}" names the credential ${credential}, which is not ours`,
	);
	if (node.type.startsWith(N8N_NODES)) return problems;
	const description = nodes
		.map((one) => one.description)
		.find((one) => node.type === `${name}.${one.name}`);
	if (!description)
		return [
			...problems,
			`"${node.name}" is of the type ${node.type}, which the package does not have`,
		];
	return [...problems, ...checkVersion(node, description), ...checkParameters(node, description)];
}

function checkVersion(
	{ name, typeVersion }: TemplateNode,
	{ version }: INodeTypeDescription,
): string[] {
	return [version].flat().includes(typeVersion)
		? []
		: [`"${name}" has a version that does not exist: ${typeVersion}`];
}

/** n8n looks a table up by "name contains", where "_" stands for any character. */
function checkTableNames(templates: readonly Template[]): string[] {
	const names = [...new Set(templates.flatMap(({ nodes }) => nodes.flatMap(tableNames)))];
	const created = templates.flatMap(({ nodes }) =>
		nodes.map(({ parameters }) => parameters.tableName),
	);
	const contains = (name: string, part: string) =>
		new RegExp(part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '.'), 'i').test(name);
	return names.flatMap((name) => [
		...names
			.filter((other) => other !== name && contains(other, name))
			.map((other) => `n8n may take the table ${other} for ${name}, whose name it contains`),
		...(created.includes(name) ? [] : [`no template creates the table ${name}`]),
	]);
}

function tableNames({ parameters }: TemplateNode): string[] {
	const { tableName, dataTableId } = parameters as {
		tableName?: string;
		dataTableId?: { mode: string; value: string };
	};
	return [tableName, dataTableId?.mode === 'name' ? dataTableId.value : undefined].filter(
		(name) => name !== undefined,
	);
}
