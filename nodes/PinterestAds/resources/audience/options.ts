import type { IDataObject } from 'n8n-workflow';
import type { FieldReader } from '../../fieldReader';

/** The "Options" of an audience operation as the worker wants them: it waits in milliseconds. */
export function optionsOf(fields: FieldReader): IDataObject {
	const { waitForReadyMinutes, ...options } = fields.collection('options');
	return waitForReadyMinutes === undefined
		? options
		: { ...options, waitForReadyMs: Math.round(Number(waitForReadyMinutes) * 60_000) };
}
