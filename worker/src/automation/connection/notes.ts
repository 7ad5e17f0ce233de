import { z } from 'zod';
import type { ConnectionRecord } from '../../connection';
import { withDefault } from '../../fields/field';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { choice, json, text } from '../../fields/kinds';
import type { Outcome } from '../../outcome';
import { afterCheck, afterConnect } from './afterCheck';
import type { ConnectionColumns, KnownRow } from './row';
import { whatToTell, whatToTellWhoConnects, type Told } from './whatToTell';

const after = withDefault(
	choice({
		label: 'After',
		description: 'What the connection was asked for by',
		choices: {
			check: { label: 'A Check', description: 'It leaves alone what the user has disconnected' },
			connect: { label: 'Connecting', description: 'The user wants it to be active' },
		},
	}),
	'check',
);
const CHECK_ONLY = { after: ['check'] };

const object = z.record(z.unknown());
const rowBefore = json<object, Record<string, unknown>>(
	{
		label: 'Row Before',
		description: 'The row of the connection as it was before the check',
		example: '{}',
		appliesWhen: CHECK_ONLY,
	},
	object,
);

const CHECK_FIELDS = {
	after,
	rowBefore,
	checkBefore: json<object, Record<string, unknown>>(
		{
			label: 'Check Before',
			description: 'Where the items come from a renewal: what the check before it has found out',
			example: '{}',
			appliesWhen: CHECK_ONLY,
		},
		object,
	),
	chosenAdAccount: text({
		label: 'Chosen Ad Account',
		description: 'The ID of the ad account that was to be connected. Empty: the first one.',
		appliesWhen: { after: ['connect'] },
	}),
};

/** The input of `noteConnectionCheck`. */
export const noteConnectionCheckInput = inputOf(CHECK_FIELDS);
/** What `noteConnectionCheck` takes beside the answer. @interface */
export type CheckQuestion = GivenTo<typeof noteConnectionCheckInput>;

/**
 * What is written to the row of the connection after it was checked, or its tokens were renewed.
 * @param answer what the check or the renewal gave, or the error with which it failed
 * @returns nothing where the row stays as it is
 * @throws PinterestAdsError the answer's error where nothing was learnt about the connection
 */
export function noteConnectionCheck(
	answer: Outcome<ConnectionRecord>,
	question: CheckQuestion,
	now: number,
): ConnectionColumns | undefined {
	const read = readInput(noteConnectionCheckInput, question);
	if (read.after === 'connect') return afterConnect(answer, read.chosenAdAccount ?? '', now);
	const check = filled(read.checkBefore) as ConnectionRecord | undefined;
	return afterCheck({ row: read.rowBefore as KnownRow, answer, check });
}

/** The input of `tellOfConnection`. */
export const tellOfConnectionInput = inputOf({ after, rowBefore });
/** What `tellOfConnection` takes beside the row. @interface */
export type TellQuestion = GivenTo<typeof tellOfConnectionInput>;

/**
 * What somebody has to be told of the connection, once its row is written.
 * @param row as it is now
 * @param byHand whether somebody has started the run, and looks at what comes of it
 * @returns nothing where nobody has to know
 */
export function tellOfConnection(
	row: object,
	question: TellQuestion,
	byHand: boolean,
): Told | undefined {
	const read = readInput(tellOfConnectionInput, question);
	if (read.after === 'connect') return whatToTellWhoConnects(row);
	return whatToTell({ before: filled(read.rowBefore), row, byHand });
}

/** A form that was not filled in starts with an empty object. */
const filled = (given: Record<string, unknown> | undefined) =>
	given !== undefined && Object.keys(given).length > 0 ? given : undefined;
