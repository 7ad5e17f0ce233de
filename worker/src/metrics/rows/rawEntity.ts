import { idField, objectOf, ownId, textField, type Reader } from '../../client/readers';

/** What numbers are about, as a list of Pinterest's names it; absent is the same as null. */
export interface Raw {
	readonly id: string;
	readonly name?: string | null;
	readonly status?: string | null;
	readonly campaign_id?: string | null;
	readonly ad_group_id?: string | null;
	/** Of a product group. */
	readonly catalog_product_group_name?: string | null;
	readonly relative_definition?: string | null;
	readonly definition?: string | null;
}

/** @param noun such as "ad group" */
export const readEntity = (noun: string): Reader<Raw> =>
	objectOf<Raw>(`${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`, {
		id: ownId,
		...{ name: textField, status: textField, campaign_id: idField, ad_group_id: idField },
		...{ catalog_product_group_name: textField, relative_definition: textField },
		definition: textField,
	});
