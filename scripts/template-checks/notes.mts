import {
	choicesIn,
	chosenSettings,
	importNote,
	NOTE_HEADING,
	NOTE_NAME,
	settingLabel,
} from '../templates/import-note.mts';
import { CALLS, ERROR_TRIGGER, isTrigger, MANUAL } from './node-types.mts';
import { isDisabled, type Template, type TemplateNode } from './template.mts';

/** The first note names everything that n8n forgets when a file is imported in the editor. */
export function checkImportNote(template: Template, all: readonly Template[]): string[] {
	const needed = neededChoices(template, all);
	const nothing = needed.credentials.length + needed.workflows.length === 0 && !needed.publish;
	if (nothing) return [];
	const note = importNote(template as never);
	if (note === undefined) return [`its first note is not "${NOTE_NAME}"`];
	if (!note.split('\n').includes(NOTE_HEADING))
		return [`its first note has no heading "${NOTE_HEADING}"`];
	const named = choicesIn(
		template as never,
		all.map(({ name }) => name),
	);
	return [
		...needed.credentials
			.filter((node) => !named.credentials.includes(node))
			.map((node) => `its first note does not say that a credential is chosen in *${node}*`),
		...needed.workflows
			.filter(({ node, workflow }) => !isNamed(named.workflows, node, workflow))
			.map(
				({ node, workflow }) => `its first note does not say that *${workflow}* is in *${node}*`,
			),
		...(needed.errorWorkflow && named.errorWorkflow !== needed.errorWorkflow
			? [`its first note does not name *${needed.errorWorkflow}* as the error workflow`]
			: []),
		...chosenSettings(template.settings)
			.filter((setting) => !named.settings.includes(setting))
			.map((setting) => `its first note does not name the setting "${settingLabel(setting)}"`),
		...(needed.publish && !named.publish
			? ['its first note does not say that it is published']
			: []),
	];
}

function neededChoices({ nodes, settings }: Template, all: readonly Template[]) {
	const publish = nodes.some(
		(node) => node.type !== MANUAL && isTrigger(node.type) && !isDisabled(node),
	);
	const nameOf = (id: unknown) => all.find((other) => other.id === id)?.name;
	return {
		credentials: nodes.filter(({ credentials }) => credentials).map(({ name }) => name),
		workflows: nodes
			.filter(({ type }) => CALLS.includes(type))
			.flatMap((node) => {
				const workflow = nameOf(calledId(node));
				return workflow ? [{ node: node.name, workflow }] : [];
			}),
		// n8n runs it only for executions that nobody has started by a click.
		errorWorkflow: publish ? nameOf(settings.errorWorkflow) : undefined,
		publish,
	};
}

const isNamed = (
	named: ReadonlyArray<{ node: string; workflow: string }>,
	node: string,
	workflow: string,
) => named.some((one) => one.node === node && one.workflow === workflow);

/** The id of the workflow that it calls, or the expression that gives it. */
export const calledId = ({ parameters }: TemplateNode): unknown =>
	(parameters.workflowId as { value?: unknown } | undefined)?.value;

/** Every workflow has an error workflow, apart from the one that is it. */
export function checkErrorWorkflow(
	{ nodes, settings }: Template,
	ids: readonly string[],
): string[] {
	const handlesErrors = nodes.some(({ type }) => type === ERROR_TRIGGER);
	return handlesErrors || ids.includes(settings.errorWorkflow ?? '')
		? []
		: ['it names no error workflow that is shipped'];
}
