import { PinterestAdsError } from '../../client/errors';
import type { KnownRow } from './knownConversion';
import { CONVERSION_RULES } from './rules';

/** So many different reasons are told: each conversion may have one of its own. */
const MOST_REASONS = 5;

/**
 * What is told of the conversions that are dead.
 * @param rows of conversions, whatever became of them
 * @returns nothing where none of them is dead
 */
export function deadConversions(rows: readonly KnownRow[]): PinterestAdsError | undefined {
	const dead = rows.filter(({ status }) => status === 'dead');
	if (dead.length === 0) return undefined;
	const [one, ...others] = dead;
	const said =
		others.length === 0
			? `1 conversion could not be sent. ${KEPT}, row ${String(one.id)}: ${reasonOf(one)}`
			: `${dead.length} conversions could not be sent. ${KEPT}: ${reasons(dead)}`;
	return new PinterestAdsError('invalid', said, {
		hint: SEND_AGAIN,
		details: { dead: dead.length },
	});
}

const KEPT = 'Kept as dead in the table pinterest_conversions';

const SEND_AGAIN = `Look at the rows with the status dead. To have one sent again, mend what its error_message names, then set its status to failed and its attempts to 0. They are deleted after ${CONVERSION_RULES.daysDead} days.`;

const reasonOf = ({ error_message }: KnownRow) => error_message ?? 'no reason is known';

function reasons(dead: readonly KnownRow[]): string {
	const counts = new Map<string, number>();
	for (const row of dead) counts.set(reasonOf(row), (counts.get(reasonOf(row)) ?? 0) + 1);
	const told = [...counts].slice(0, MOST_REASONS).map(([reason, count]) => `${count} × ${reason}`);
	const left = counts.size - told.length;
	return [...told, ...(left > 0 ? [`${left} more × other reasons.`] : [])].join(' ');
}
