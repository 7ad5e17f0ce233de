import type { IDataObject } from 'n8n-workflow';
import {
	ERROR_KINDS,
	PinterestAdsError,
	type ErrorAction,
	type ErrorKind,
} from '../../../worker/src';

/**
 * The error that an item tells of: one from a node's error output, or one that has come to an error workflow as
 * `kind`, `message` and `description`. Nothing where it tells of none.
 */
export function errorOfItem(item: IDataObject): PinterestAdsError | undefined {
	const { error, message, details } = item;
	// n8n's own errors are an object in some nodes, and have no details.
	if (error !== undefined && error !== null && error !== '') {
		return errorOf(objectOf(details), textOf(error), textOf(message));
	}
	return isKind(item.kind) ? errorOf(item, textOf(message), textOf(item.description)) : undefined;
}

function errorOf(facts: IDataObject, message: string, hint: string): PinterestAdsError {
	const { kind, action, status, code, retry_after_ms: wait } = facts;
	return new PinterestAdsError(isKind(kind) ? kind : 'invalid', message, {
		action: typeof action === 'string' ? (action as ErrorAction) : undefined,
		hint: hint === '' ? undefined : hint,
		status: numberOf(status),
		code: numberOf(code),
		retryAfterMs: numberOf(wait),
	});
}

const isKind = (kind: unknown): kind is ErrorKind =>
	typeof kind === 'string' && Object.hasOwn(ERROR_KINDS, kind);

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);

const objectOf = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null ? (value as IDataObject) : {};

const textOf = (value: unknown): string => {
	if (typeof value === 'string') return value;
	const { message } = objectOf(value);
	return typeof message === 'string' ? message : '';
};
