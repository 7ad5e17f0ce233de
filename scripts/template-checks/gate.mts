import {
	CALLS,
	DATA_TABLE,
	isTrigger,
	MANUAL,
	PINTEREST_ADS,
	PINTEREST_AUTOMATION,
	PINTEREST_TRIGGER,
	SCHEDULE,
} from './node-types.mts';
import { after, isDisabled, type Template, type TemplateNode } from './template.mts';

const CONNECTION = 'Connection';
const CONNECTION_TABLE = 'pinterest_connection';
const DECIDES = /\.(if|filter|switch)$/;

/** What runs by the clock can be tried by hand, and rests while Pinterest is not connected. */
export function checkSchedule(template: Template): string[] {
	const { nodes } = template;
	if (!nodes.some(isSchedule)) return [];
	return [
		...nodes
			.filter(({ type }) => type === SCHEDULE)
			.map(({ name }) => `"${name}" is not kept in UTC: use the Pinterest Ads Trigger`),
		...(nodes.some(({ type }) => type === MANUAL)
			? []
			: ['its schedule has no manual trigger beside it']),
		...checkGate(template),
	];
}

function isSchedule({ type, parameters }: TemplateNode): boolean {
	if (type === SCHEDULE) return true;
	// What is left out has its default, which is the schedule.
	return type === PINTEREST_TRIGGER && (parameters.triggerOn ?? 'schedule') === 'schedule';
}

function checkGate(template: Template): string[] {
	const { nodes } = template;
	const connection = nodes.find(({ name }) => name === CONNECTION);
	const table = connection?.parameters.dataTableId as { value?: unknown } | undefined;
	if (connection?.type !== DATA_TABLE || table?.value !== CONNECTION_TABLE) {
		return [`it has a schedule, and no node "${CONNECTION}" that reads ${CONNECTION_TABLE}`];
	}
	const gates = after(template, CONNECTION).filter((name) =>
		nodes.some((node) => node.name === name && decides(node)),
	);
	if (gates.length === 0) return [`nothing after "${CONNECTION}" decides whether to rest`];
	const ungated = reachable(template, gates);
	return nodes
		.filter((node) => ungated.has(node.name) && (asksPinterest(node) || CALLS.includes(node.type)))
		.map(({ name }) => `"${name}" is reached without passing "${gates.join('", "')}"`);
}

const asksPinterest = ({ type }: TemplateNode) => type === PINTEREST_ADS;

const decides = ({ type, parameters }: TemplateNode) =>
	DECIDES.test(type) ||
	(type === PINTEREST_AUTOMATION && parameters.operation === 'checkConnected');

/** What can run when nothing passes these nodes. */
function reachable(template: Template, closed: readonly string[]): ReadonlySet<string> {
	const found = new Set<string>();
	const visit = (name: string): void => {
		if (found.has(name) || closed.includes(name)) return;
		found.add(name);
		after(template, name).forEach(visit);
	};
	template.nodes
		.filter((node) => isTrigger(node.type) && !isDisabled(node))
		.forEach(({ name }) => visit(name));
	return found;
}
