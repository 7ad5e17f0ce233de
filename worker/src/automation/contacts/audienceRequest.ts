import type { ListType } from '../../audiences/listTypes';
import { PinterestAdsError } from '../../client/errors';
import { compared } from '../../values/names';
import type { AudienceRow, ConnectionRow } from '../tables';
import { audienceKeyOf } from './audienceKey';

/** What a caller asks for: an audience, and perhaps its contacts. */
export interface AudienceRequest {
	readonly audience_key: string;
	readonly name: string;
	/** Empty where the caller says none. */
	readonly list_type: ListType | '';
	/** Empty where the caller names none. */
	readonly ad_account_id: string;
	readonly brings_contacts: boolean;
}

/** An audience as it is in its table, or will be. */
export interface NamedAudience {
	readonly audience_key: string;
	readonly name: string;
	readonly list_type: ListType;
	/** Whether it has a row. */
	readonly is_known: boolean;
}

/** More would be nobody's name for an audience. */
const LONGEST_NAME = 250;
const LIST_TYPES: readonly string[] = ['EMAIL', 'MAID', 'IDFA'] satisfies ListType[];
const isListType = (text: string): text is ListType => LIST_TYPES.includes(text);

/**
 * @param request as it came: `audience`, `list_type`, `ad_account_id`, `analysis_data`
 * @throws PinterestAdsError `invalid` for a request that names no audience, or a list type that there is not
 */
export function readAudienceRequest(request: unknown): AudienceRequest {
	const { audience, list_type, ad_account_id, analysis_data } = fieldsOf(request);
	const name = compared(textOf(audience));
	if (name === '') {
		const example = 'Name the audience, for example {"audience": "Newsletter subscribers"}.';
		throw refused('audience', 'is missing.', example);
	}
	if (name.length > LONGEST_NAME) {
		const message = `is longer than ${LONGEST_NAME} characters.`;
		throw refused('audience', message, 'Give the audience a shorter name.');
	}
	const type = textOf(list_type).trim().toUpperCase();
	if (type !== '' && !isListType(type)) {
		throw refused('list_type', 'must be EMAIL, MAID or IDFA.');
	}
	return {
		audience_key: audienceKeyOf(name),
		name,
		list_type: type,
		ad_account_id: textOf(ad_account_id).trim(),
		brings_contacts: (analysis_data ?? null) !== null,
	};
}

/**
 * The audience that is meant, with the name and the list type of its row where it has one.
 * @throws PinterestAdsError `invalid` for records of another type than the audience holds
 */
export function audienceMeant(
	request: AudienceRequest,
	row: Partial<AudienceRow> = {},
): NamedAudience {
	const { audience_key, list_type: wanted } = request;
	const name = row.name || request.name;
	const held = (row.list_type ?? '').trim().toUpperCase();
	if (wanted !== '' && held !== '' && wanted !== held) {
		throw refused(
			'list_type',
			`the audience “${name}” holds ${held} records.`,
			`Leave list_type out, or give the ${wanted} records to an audience of another name.`,
		);
	}
	const list_type = isListType(held) ? held : wanted || 'EMAIL';
	return { audience_key, name, list_type, is_known: row.id !== undefined };
}

/**
 * Whether an audience may be synced for a caller.
 * @param connection the row of the connection
 * @throws PinterestAdsError `invalid` where it may not, `not-found` where there is neither such an audience
 * nor any contacts for it
 */
export function checkSyncRequest(
	request: AudienceRequest,
	row: Partial<AudienceRow> | undefined,
	connection: Partial<ConnectionRow> = {},
): NamedAudience {
	const audience = audienceMeant(request, row);
	const { ad_account_id } = request;
	if (ad_account_id !== '' && ad_account_id !== (connection.ad_account_id ?? '')) {
		throw refused(
			'ad_account_id',
			'is not the ad account that is connected.',
			'Leave it out: audiences are synced with the one that was chosen when Pinterest was connected.',
		);
	}
	if (audience.is_known || request.brings_contacts) return audience;
	throw new PinterestAdsError(
		'not-found',
		`There is no audience “${audience.name}” in the table pinterest_audiences.`,
		{
			hint: 'Send its contacts with the request, as analysis_data, or add them with the form “Add contacts to an audience”.',
		},
	);
}

const fieldsOf = (request: unknown): Readonly<Record<string, unknown>> =>
	typeof request === 'object' && request !== null ? { ...request } : {};

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const refused = (field: string, message: string, hint = '') =>
	new PinterestAdsError('invalid', `${field}: ${message}`, { field, hint });
