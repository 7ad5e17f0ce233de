import type { Fields } from '../entities';
import { AMOUNTS, compared } from '../spending/guardedWrites';
import { formatMicro } from '../values/money';
import { formatTime } from '../values/time';
import type { PreviewChange } from './preview';

/** Fields of a request that name what is changed, and change nothing. */
const NAMING = ['id', 'ad_account_id', 'campaign_id', 'ad_group_id', 'operation_type'];

/**
 * What would be different, from what to what, in words.
 * @param present as it is now; `new`: it does not exist yet; undefined: it is not known
 */
export function changesOf(
	sent: Fields,
	present: Fields | 'new' | undefined,
	currency: string | undefined,
): PreviewChange[] {
	const isNew = present === 'new';
	return Object.entries(sent).flatMap(([name, value]): PreviewChange[] => {
		if (NAMING.includes(name) && (!isNew || name === 'ad_account_id')) return [];
		const to = inWords(name, value, currency);
		const field = labelOf(name);
		if (present === undefined) return [{ field, to }];
		const from = isNew ? 'none' : inWords(name, present[name], currency);
		return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
	});
}

/** "Daily Spend Cap from 50.00 USD to 60.00 USD, Status PAUSED" */
export const changesInWords = (changes: readonly PreviewChange[]): string =>
	changes
		.filter(({ to }) => typeof to !== 'object')
		// What is created is called by its name and where it is already.
		.filter(({ field, from }) => from !== 'none' || !/^(?:Name|.* ID)$/.test(field))
		.map(({ field, from, to }) => {
			const before = from === undefined || from === 'none' ? '' : ` from ${textOf(from)} to`;
			return `${field}${before} ${String(to)}`;
		})
		.join(', ');

const textOf = (value: unknown) => (typeof value === 'object' ? 'what it is' : String(value));

const SPELLED: Readonly<Record<string, string>> = { id: 'ID', ids: 'IDs', url: 'URL', ios: 'iOS' };

/** `daily_spend_cap` is "Daily Spend Cap", and an amount in micro-currency is called as in forms. */
function labelOf(name: string): string {
	const amount = AMOUNTS[compared(name)];
	if (amount !== undefined) return amount.label;
	return name
		.split('_')
		.map((word) => SPELLED[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}

function inWords(name: string, value: unknown, currency: string | undefined): unknown {
	const isAmount = Object.hasOwn(AMOUNTS, compared(name));
	if (value === undefined || value === null || value === '' || (isAmount && value === 0)) {
		return 'none';
	}
	if (isAmount && Number.isSafeInteger(value) && (value as number) > 0) {
		return formatMicro(value as number, currency);
	}
	if (name.endsWith('_time') && isTime(value)) return formatTime(value);
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return typeof value === 'object' ? value : String(value as string | number);
}

/** In Unix seconds, as far as a date goes. */
const isTime = (value: unknown): value is number =>
	Number.isSafeInteger(value) && Math.abs(value as number) <= 8.64e12;

/** Whether there is an amount, so that the currency has to be known. */
export const holdsAmounts = (sent: Fields): boolean =>
	Object.keys(sent).some((name) => Object.hasOwn(AMOUNTS, compared(name)));
