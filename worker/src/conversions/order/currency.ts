import { CURRENCY_CODES } from '../../values/currencyCodes';
import type { Read } from '../event/eventReaders';

/** An ISO 4217 code in capitals. */
export const readCurrency: Read<string> = (value, field, issues) => {
	const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
	if (CURRENCY_CODES.has(code)) return code;
	issues.problem(field, 'must be a currency code of three letters (ISO 4217), such as USD or EUR');
	return undefined;
};
