import type { IDataObject } from 'n8n-workflow';
import { PinterestAdsError } from '../../../worker/src';

/** The value of a field that takes what another node gives: an object, or the JSON of one. */
export function jsonObject(value: unknown, label: string): IDataObject {
	const read = typeof value === 'string' ? parsed(value) : value;
	if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as IDataObject;
	throw new PinterestAdsError('invalid', `${label}: must be a JSON object.`, {
		field: label,
		hint: 'Give the item of the node that its description names.',
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
