import { withDefault } from '../../fields/field';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { choice } from '../../fields/kinds';
import { compareMetrics, doublesIn, type Figures, type KeptMetrics } from './compareMetrics';
import { rowsAtOnce } from './rowsAtOnce';

const FIELDS = {
	give: withDefault(
		choice({
			label: 'Give',
			description: 'What comes out',
			choices: {
				add: {
					label: 'Rows to Add',
					description:
						'One item for each row that is new, or the new version of one that has changed',
				},
				remove: {
					label: 'Rows to Remove',
					description:
						'Earlier versions, doubles and days without figures, 25 in an item: the IDs are in row_1 to row_25',
				},
			},
		}),
		'add',
	),
};

/** The input of `metricsToWrite`. */
export const compareMetricsInput = inputOf(FIELDS);
/** What `metricsToWrite` takes beside figures and rows. @interface */
export type MetricsQuestion = GivenTo<typeof compareMetricsInput>;

/**
 * What is to be written to the table of metrics, or removed from it.
 * @param figures as `fetchMetrics` gives them; undefined where only doubles are looked for
 * @param rows those of the same days, in the order of their IDs
 * @param now in milliseconds since 1970
 */
export function metricsToWrite(
	question: MetricsQuestion,
	figures: readonly Figures[] | undefined,
	rows: readonly KeptMetrics[],
	now: number,
): readonly object[] {
	const { give } = readInput(compareMetricsInput, question);
	const { add, remove } = figures
		? compareMetrics(figures, rows, now)
		: { add: [], remove: doublesIn(rows) };
	return give === 'add' ? add : rowsAtOnce(remove);
}
