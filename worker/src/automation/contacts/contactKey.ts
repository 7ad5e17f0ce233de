import { deviceRecord } from '../../audiences/identifiers/deviceIds';
import { emailRecord } from '../../audiences/identifiers/emails';
import type { ListType } from '../../audiences/listTypes';

/**
 * What two contacts have in common that Pinterest takes for one, however they were typed.
 * @returns undefined for what cannot be sent
 */
export function contactKey(record: unknown, listType: ListType): string | undefined {
	const key = listType === 'EMAIL' ? emailRecord(record, 'none') : deviceRecord(record, 'sha256');
	return typeof key === 'string' ? key : undefined;
}
