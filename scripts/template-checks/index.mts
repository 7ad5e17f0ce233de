import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { readBuiltPackage, type BuiltPackage } from '../package-checks/built-package.mts';
import { checkParameters } from '../package-checks/parameter-checks.mts';
import { checkAddresses } from './addresses.mts';
import { checkCalls } from './calls.mts';
import { checkCanvas } from './canvas.mts';
import { lockOf } from '../templates/locks.mts';
import { checkDoors } from './doors.mts';
import { checkExpressions } from './expressions.mts';
import { checkSchedule } from './gate.mts';
import { checkKinds } from './kinds.mts';
import { isN8ns, MESSENGERS, PINTEREST_ADS, PINTEREST_TOOL } from './node-types.mts';
import { checkErrorWorkflow, checkImportNote } from './notes.mts';
import { checkPage } from './pages.mts';
import { checkColumns, checkTableNames } from './tables.mts';
import { checkWiring } from './wiring.mts';
import { isDisabled, readTemplateFiles, type Template, type TemplateNode } from './template.mts';

/** n8n's database allows 36 characters, its own ids have 16; older versions took at most 21. */
const LONGEST_ID = 21;
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.-]*\w/g;
const ON_ERROR = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];

/**
 * Checks the shipped templates against the built package, one another and their pages. What they say
 * to n8n's own nodes is checked where n8n is installed: `template-checks/n8n-nodes.mts`.
 * @returns a sentence for each problem
 */
export function checkTemplates(root: string): string[] {
	const { templates, unreadable } = readTemplateFiles(join(root, 'workflows-templates'));
	return [
		...unreadable,
		...problemsOf(templates, readBuiltPackage(root)),
		...templates.flatMap((template) =>
			[...checkPage(template, join(root, 'docs')), ...checkWiring(template)].map(
				(problem) => `${template.file}: ${problem}`,
			),
		),
	];
}

export function problemsOf(templates: readonly Template[], built: BuiltPackage): string[] {
	const problems = templates.flatMap((template) =>
		[
			...checkFrame(template, templates),
			...checkImportNote(template, templates),
			...checkConnections(template),
			...checkDoors(template),
			...checkSchedule(template),
			...checkExpressions(template),
			...checkKinds(template),
			...checkCalls(template, templates),
			...checkCanvas(template),
			...checkColumns(template, templates),
			...checkAddresses(template, templates),
			...checkMessages(template),
			...template.nodes.flatMap((node) => checkNode(node, built)),
		].map((problem) => `${template.file}: ${problem}`),
	);
	return [...problems, ...checkTableNames(templates)];
}

function checkFrame(template: Template, all: readonly Template[]): string[] {
	const { id, name, settings } = template;
	const ids = all.map((other) => other.id);
	const problems: string[] = [];
	if (!id || id.length > LONGEST_ID)
		problems.push(`its id has to have 1 to ${LONGEST_ID} characters`);
	if (ids.filter((other) => other === id).length > 1) problems.push(`its id ${id} is not its own`);
	// By that word everybody finds them among their own, and the installation finds those with other ids.
	if (!/\bPinterest\b/.test(name)) problems.push('its name does not say "Pinterest"');
	if (all.filter((other) => other.name === name).length > 1)
		problems.push(`its name ${name} is not its own`);
	if (settings.timezone !== 'UTC') problems.push('its time zone is not UTC');
	if (settings.executionOrder !== 'v1') problems.push('its execution order is not v1');
	return [...problems, ...checkErrorWorkflow(template, ids)];
}

function checkConnections({ nodes, connections }: Template): string[] {
	const names = nodes.map(({ name }) => name);
	const repeated = names.filter((name, n) => names.indexOf(name) !== n);
	const ends = Object.values(connections)
		.flatMap((kinds) =>
			Object.values(kinds)
				.flat()
				.flatMap((output) => output ?? []),
		)
		.map(({ node }) => node);
	const unknown = [...Object.keys(connections), ...ends].filter((name) => !names.includes(name));
	return [
		...repeated.map((name) => `two nodes are called "${name}"`),
		...unknown.map((name) => `a connection names "${name}", which is no node of it`),
	];
}

/** As it is imported, a template writes to nobody. */
function checkMessages({ nodes }: Template): string[] {
	const addresses = JSON.stringify(nodes).match(ADDRESS) ?? [];
	return [
		...addresses
			.filter((address) => !address.endsWith('@example.com'))
			.map((address) => `it names the address ${address}, which may be somebody’s`),
		...nodes
			.filter((node) => MESSENGERS.has(node.type) && !isDisabled(node))
			.map(({ name }) => `"${name}" is not switched off, and nobody has chosen its addresses yet`),
	];
}

function checkNode(node: TemplateNode, { name, nodes, credentials }: BuiltPackage): string[] {
	const ours = new Set([...credentials.map(({ type }) => type.name), lockOf(node)?.type]);
	const foreign = Object.keys(node.credentials ?? {}).filter((credential) => !ours.has(credential));
	const problems = [
		...foreign.map(
			(credential) => `"${node.name}" names the credential ${credential}, which is not ours`,
		),
		...(node.onError === undefined || ON_ERROR.includes(node.onError)
			? []
			: [`"${node.name}" goes on with ${node.onError} after an error, which n8n does not know`]),
	];
	if (isN8ns(node.type)) return problems;
	const isTool = node.type === PINTEREST_TOOL;
	const type = isTool ? PINTEREST_ADS : node.type;
	const found = nodes.map((one) => one.description).find((one) => type === `${name}.${one.name}`);
	// By its name n8n knows that it is a tool, which has fields of its own.
	const description = found && isTool ? { ...found, name: `${found.name}Tool` } : found;
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
