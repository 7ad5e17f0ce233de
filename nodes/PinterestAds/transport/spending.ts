import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { SPENDING_FIELDS, type SpendingPolicy } from '../../../worker/src';
import { LIMIT_SPENDING } from '../form/spendingFields';

/** The limits that a credential sets; nothing where it sets none, as those from before there were any. */
export function spendingOf(
	credentials: ICredentialDataDecryptedObject,
): SpendingPolicy | undefined {
	if (!isOn(credentials[LIMIT_SPENDING])) return undefined;
	const given = Object.keys(SPENDING_FIELDS).map((name) => [name, credentials[name]]);
	return Object.fromEntries(given) as SpendingPolicy;
}

/** By an expression it may be a word; only what plainly says no switches the limits off. */
const isOn = (value: unknown) =>
	!['', 'false'].includes(
		String(value ?? '')
			.trim()
			.toLowerCase(),
	);
