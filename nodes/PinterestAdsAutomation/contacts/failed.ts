import type { IDataObject } from 'n8n-workflow';
import type { ToldFailure } from '../../../worker/src';

/** What an item of an error output says; nothing of any other item. */
export function failureIn({ error, message, details }: IDataObject): ToldFailure | undefined {
	if (error === undefined || error === null) return undefined;
	const { kind } = (details ?? {}) as { kind?: string };
	const text = typeof error === 'string' ? error : String((error as IDataObject).message ?? '');
	// Beside an error of n8n's own, `message` may be a field of the input item.
	const hint = kind === undefined || typeof message !== 'string' ? undefined : message;
	return { error: text, hint, kind };
}
