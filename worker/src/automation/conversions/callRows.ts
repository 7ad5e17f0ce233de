import { PinterestAdsError } from '../../client/errors';
import type { IncomingConversion } from '../../conversions/intake';
import type { KnownConnection } from '../connection';
import type { ColumnsOf, CONVERSIONS } from '../tables';
import { accountRefusal, newConversionRow } from './newConversion';

type Ready = Extract<IncomingConversion, { status: 'ready' }>;

/** Those of a call that are written down, in its order. */
export const toWrite = (
	incoming: readonly IncomingConversion[],
	connections: readonly KnownConnection[],
): Ready[] =>
	incoming.filter(
		(one): one is Ready => one.status === 'ready' && !accountRefusal(one, connections),
	);

/**
 * What is written down of a call before anything of it is sent.
 * @param run which run writes it: with it, its own rows are found among others of the same events
 * @param now milliseconds
 * @throws PinterestAdsError `invalid` where nothing is: the caller is answered with what is wrong with each
 */
export function rowsOfCall(
	incoming: readonly IncomingConversion[],
	connections: readonly KnownConnection[],
	run: string,
	now: number,
): Array<ColumnsOf<typeof CONVERSIONS>> {
	const rows = toWrite(incoming, connections).map((conversion) => ({
		...newConversionRow(conversion, connections, now),
		claimed_by: run,
	}));
	if (rows.length > 0) return rows;
	throw new PinterestAdsError('invalid', 'Nothing of this call is to be written down.', {
		details: { outcome: 'nothing' },
	});
}
