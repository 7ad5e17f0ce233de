import type { INodeProperties } from 'n8n-workflow';
import { PinterestAdsError, type AudienceRow } from '../../../worker/src';
import type { FieldReader } from '../../PinterestAds/fieldReader';

/** A row of a table, given as it is or as JSON; undefined where there is none, which n8n gives as an empty item. */
export function rowIn<Row extends { readonly id: number }>(value: unknown): Row | undefined {
	const row = objectIn(value) as Partial<Row> | undefined;
	return row?.id === undefined || row.id === null ? undefined : (row as Row);
}

/** The row that an operation cannot do without. */
export function claimedRow(fields: FieldReader): AudienceRow {
	const row = rowIn<AudienceRow>(fields.value('audience'));
	if (row) return row;
	throw new PinterestAdsError('invalid', 'Audience: must be a row of pinterest_audiences.', {
		field: 'Audience',
	});
}

export function objectIn(value: unknown): object | undefined {
	const given: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
	return typeof given === 'object' && given !== null ? given : undefined;
}

export const audienceProperty: INodeProperties = {
	displayName: 'Audience',
	name: 'audience',
	type: 'json',
	default: '',
	required: true,
	description: 'The row of the table pinterest_audiences, as this execution has claimed it',
};
