import { at, automation, called, note, type Node } from '../../builder/index.mts';

/** What every source of contacts begins with. */
export const forAnAudience = called('For an audience', at(0, 0), { audience_key: 'string' });

/** What every source ends with: one item for each contact, or an error that says what is wrong. */
export const pickContacts = (
	name: string,
	column: number,
	source: 'sheet' | 'query' | 'file',
	readBy: Node,
	more: object = {},
) =>
	automation(name, at(column, 0), 'pickContacts', {
		source,
		audienceKey: "={{ $('For an audience').first().json.audience_key }}",
		readBy: readBy.name,
		...more,
	});

/** @param choices what is chosen in this workflow itself, a line each */
export function sourceNotes(choices: readonly string[], overview: string): Node[] {
	const lines = [...choices, ...SETTINGS, USE].map((line, n) => `${n + 1}. ${line}`);
	return [
		note(
			'After an import in the editor',
			{ at: [-40, -520], width: 480, height: 420, color: 'red' },
			['## Imported in the editor? Choose first', ...lines].join('\n'),
		),
		note(
			'Note 1',
			{ at: [480, -520], width: 640, height: 420, color: 'yellow' },
			`${overview}

n8n is not told when contacts change there: set **sync_daily** in the audience’s row of **pinterest_audiences**, so that the daily sync takes it every day.

Executions are not stored, as they hold the contacts.`,
		),
	];
}

const SETTINGS = [
	'In the settings of this workflow: the workflow *error handler* as the error workflow. Publish that one first: until then it is grey.',
	'In the same settings: *Do not save* under **Save successful production executions** and **Save failed production executions**, as they hold contacts.',
	'Publish.',
];
const USE =
	'In *sync one audience*: switch *Contacts* off and *Contacts from elsewhere* on (select it and press D), choose this workflow in the latter, and publish that one again.';
