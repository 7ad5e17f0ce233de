import { PinterestAdsError } from '../../client/errors';
import { fromMicro, readAmount } from '../../values/money';

/**
 * Refuses an amount a day that is over the ceiling, before anybody is asked.
 * @param amount in the currency of the ad account, as it was written
 * @param ceiling in the same currency
 * @throws PinterestAdsError `invalid`, also where the amount cannot be read
 */
export function requireBelow(amount: string, ceiling: number, field: string): void {
	const read = readAmount(amount, { unit: 'accountCurrency' });
	if ('problem' in read) {
		throw new PinterestAdsError('invalid', `${field}: ${read.problem}`, { field });
	}
	const most = Math.round(ceiling * 1_000_000);
	if (read.micro <= most) return;
	throw new PinterestAdsError(
		'invalid',
		`${field}: ${fromMicro(read.micro)} a day is over the ceiling, ${fromMicro(most)} a day. Nothing was done, and nobody was asked to approve it.`,
		{
			field,
			hint: 'Ask for less. Only the owner of the account can raise the ceiling.',
			details: { over_ceiling: 'daily' },
		},
	);
}
