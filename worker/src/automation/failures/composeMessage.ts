import { shortened } from '../../values/shortened';
import type { ErrorRow } from '../tables';
import { SAID_AGAIN_AFTER_MS } from './bounds';

/** What a message is made of: a row of the table, or what was to be one. */
export type ToldRow = Pick<
	ErrorRow,
	'workflow_id' | 'workflow_name' | 'message' | 'description' | 'outcome' | 'attempts'
>;

export interface Message {
	readonly subject: string;
	readonly text: string;
}

const LONGEST_SUBJECT = 150;

/**
 * @param where where it happened: a line for each place that somebody can go to
 * @param unwritten why no row could be written, where none could
 */
export function composeMessage(
	row: ToldRow,
	where: readonly string[],
	unwritten?: string,
): Message {
	const subject = `${row.workflow_name ?? ''} failed: ${row.message ?? ''}`.replace(/\s/g, ' ');
	const text = [row.message, row.description, tried(row), unwritten, ...where];
	return {
		subject: shortened(subject, LONGEST_SUBJECT),
		text: text.filter(Boolean).join('\n\n'),
	};
}

function tried({ outcome, attempts }: ToldRow): string {
	if (outcome === 'tries by itself') return 'It goes on trying by itself.';
	if (!attempts) return 'It was not tried again.';
	const times = attempts === 1 ? 'once' : attempts === 2 ? 'twice' : `${attempts} times`;
	return `It was tried again ${times}, and will not be tried again by itself now.`;
}

/** When what was told last of which no row could be written, by what it was. */
export type ToldBefore = Readonly<Record<string, number>>;

const MOST_REMEMBERED = 100;
const LONGEST_NAME = 200;

/** Once an hour, also where no row says what was told before. @returns what to remember, or nothing if it was told */
export function rememberTold(
	before: ToldBefore,
	{ workflow_id: id, message }: ToldRow,
	now: number,
): ToldBefore | undefined {
	const name = `${id ?? ''} ${message ?? ''}`.slice(0, LONGEST_NAME);
	const recent = Object.entries(before).filter(([, at]) => now - at < SAID_AGAIN_AFTER_MS);
	if (recent.some(([one]) => one === name)) return undefined;
	return Object.fromEntries([...recent.slice(1 - MOST_REMEMBERED), [name, now]]);
}
