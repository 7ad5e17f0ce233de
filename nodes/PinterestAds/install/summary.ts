import { areTablesFull, MAKE_ROOM } from './faults';
import { NEEDS_YOURS } from './features';
import type { Decision } from './decide';
import type { Locks, NewLocks } from './locks';
import type { NotPublished } from './publish';
import { startsOf } from './starts';
import type { MadeTables } from './tables';
import type { Choices, Workflow } from './types';

export interface Happened {
	readonly choices: Choices;
	readonly templates: readonly Workflow[];
	readonly decisions: ReadonlyMap<string, Decision>;
	readonly tables: MadeTables;
	/** Why the ceiling for launches could not be written. */
	readonly noCeiling?: string;
	readonly locks: Locks;
	readonly refused: readonly NotPublished[];
	/** The ids here by those of the package. */
	readonly ids: ReadonlyMap<string, string>;
	readonly published: readonly string[];
	/** What *Connect Pinterest Ads* has given. */
	readonly connected: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** What a person reads at the end: every value is text, of a line for each thing. */
export type Summary = Readonly<Record<string, string>>;

/** What runs now, when, and where; what was done; and what is left to do. */
export function summaryOf(happened: Happened): Summary {
	const { templates, published, choices, locks } = happened;
	const starts = templates
		.filter(({ id }) => published.includes(id))
		.flatMap((template) => startsOf(template, choices.address));
	const of = (kind: string) => starts.filter((one) => one.kind === kind).map(({ text }) => text);
	const { forms, webhooks, conversions } = locks.made;
	const connection = connectionWords(happened);
	return filled({
		message: [connection.message],
		what_runs_now: of('schedule'),
		dashboard: of('page'),
		forms: of('form'),
		webhooks: of('webhook'),
		sign_in_to_forms: forms
			? [`User ${forms.user}, password ${forms.password}`, SHOWN_ONCE]
			: ['As before: the credential “Pinterest forms”'],
		webhook_header: webhooks
			? [`${webhooks.name}: ${webhooks.value}`, SHOWN_ONCE]
			: ['As before: the credential “Pinterest webhooks”'],
		conversion_header: headerOfConversions(webhooks, conversions),
		...doneWords(happened),
		what_to_do: [...connection.toDo, ...ceilingToDo(happened), ...toDo(happened)],
	});
}

/** Nothing where it is that of the other webhooks. */
function headerOfConversions(
	webhooks: NewLocks['webhooks'],
	conversions: NewLocks['conversions'],
): string[] {
	if (!conversions) return ['As before: the credential “Pinterest conversions”'];
	if (conversions.value === webhooks?.value) return [];
	return [`${conversions.name}: ${conversions.value}`, SHOWN_ONCE];
}

const SHOWN_ONCE =
	'Write it down now: n8n does not show it again. Then delete this run under Executions, which keeps a copy.';

function connectionWords({ connected }: Happened) {
	const [row] = connected;
	if (row?.status === 'active') {
		const account = String(row.ad_account_name || row.ad_account_id || '');
		const to = account ? ` to the ad account “${account}”` : '';
		return { message: `Installed and connected${to}.`, toDo: [] };
	}
	const error =
		typeof row?.error === 'object' ? (row.error as { message?: unknown })?.message : row?.error;
	const why = String(
		error ?? row?.message ?? 'the workflow “Connect Pinterest Ads” gave no answer',
	);
	return {
		message: `Installed, but not connected to Pinterest: ${why}`,
		toDo: [
			...(areTablesFull(why) ? [MAKE_ROOM] : []),
			'Open the workflow “Connect Pinterest Ads”, run it, and do what it says. Until then the others do nothing.',
		],
	};
}

const ceilingToDo = ({ noCeiling }: Happened) =>
	noCeiling === undefined
		? []
		: [
				`What a launch may spend was not stored: ${noCeiling} Enter it as max_daily_budget in the row of the table pinterest_connection.`,
			];

function doneWords({ templates, decisions, tables, choices }: Happened) {
	const named = (...wanted: Decision[]) =>
		templates
			.filter(({ id }) => wanted.includes(decisions.get(id) ?? 'same'))
			.map(({ name }) => name);
	const changed = named('changed');
	return {
		installed: named('create'),
		updated: [...named('update'), ...(choices.replaceChanged ? changed : [])],
		left_as_you_changed_them: choices.replaceChanged ? [] : changed,
		left_archived: named('archived'),
		tables_made: tables.made,
		columns_added: tables.columnsAdded,
	};
}

function toDo({ templates, decisions, tables, refused, choices, published }: Happened): string[] {
	const nameOf = (id: string) => templates.find((one) => one.id === id)?.name ?? id;
	const changed = [...decisions.values()].includes('changed') && !choices.replaceChanged;
	const waiting = NEEDS_YOURS.filter((id) => !published.includes(id)).map(nameOf);
	return [
		...refused.map(({ id, why }) => `“${nameOf(id)}” was not published: ${why}`),
		...(changed
			? [
					'What you have changed is older than this version of the package. To have it replaced, choose “Replace” as “Workflows You Have Changed” and run this again; copy what you want to keep before.',
				]
			: []),
		...tables.wrong.map((what) => `Under Data tables: ${what}. Make the column anew.`),
		...(waiting.length === 0
			? []
			: [
					`If you want them, choose your credential or file in them, and publish them: ${waiting.join(', ')}.`,
				]),
	];
}

function filled(lines: Readonly<Record<string, readonly string[]>>): Summary {
	return Object.fromEntries(
		Object.entries(lines)
			.filter(([, said]) => said.length > 0)
			.map(([key, said]) => [key, said.join('\n')]),
	);
}
