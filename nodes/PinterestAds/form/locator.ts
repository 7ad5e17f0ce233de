import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../../../worker/src';

/** Catalogs have pages of their own, outside of Ads Manager. */
const CATALOG_URL = 'e.g. https://www.pinterest.com/business/catalogs/';

interface Picked {
	/** What lists it. */
	readonly search: string;
	/** How an address of it looks. */
	readonly url?: string;
	/** Whether it is picked among fields that can be added as well, where other IDs are written. */
	readonly inCollections?: boolean;
}

/** What can be picked from a list, by the kind of its ID. */
const PICKED: Readonly<Record<string, Picked>> = {
	ad: { search: 'searchAds' },
	adAccount: { search: 'searchAdAccounts' },
	adGroup: { search: 'searchAdGroups' },
	audience: { search: 'searchAudiences' },
	campaign: { search: 'searchCampaigns' },
	catalog: { search: 'searchCatalogs', url: CATALOG_URL },
	catalogProductGroup: { search: 'searchProductGroups', url: CATALOG_URL },
	conversionTag: { search: 'searchConversionTags' },
	interest: { search: 'searchInterests' },
	leadForm: { search: 'searchLeadForms', inCollections: true },
	pin: {
		search: 'searchPins',
		url: 'e.g. https://www.pinterest.com/pin/813744226420795884/',
	},
};

/** Digits, or what the worker finds the ID in. */
const ID_OR_ADDRESS = {
	type: 'regex',
	properties: {
		regex: '^(\\d{0,20}|[^\\s]*(pinterest\\.|pin\\.it/)[^\\s]+)$',
		errorMessage: 'An ID has digits only; the address that Pinterest shows works too',
	},
};

const ADDRESS = {
	type: 'regex',
	properties: {
		regex: '^[^\\s]*(pinterest\\.|pin\\.it/)[^\\s]+$',
		errorMessage: 'It must be an address of Pinterest',
	},
};

export const canBePicked = ({ of }: Pick<Field, 'of'>): boolean =>
	of !== undefined && Object.hasOwn(PICKED, of);

export const isPickedInCollections = ({ of }: Pick<Field, 'of'>): boolean =>
	of !== undefined && Object.hasOwn(PICKED, of) && PICKED[of].inCollections === true;

/**
 * A picker: from a list with search, by ID, or by the address that Pinterest shows.
 * @param listedBy the search; left out: of all that is of its kind
 */
export function locatorOf({ of, example }: Pick<Field, 'of' | 'example'>, listedBy?: string) {
	const { search, url } = PICKED[of ?? ''];
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				...(of === 'adAccount' ? { placeholder: 'First ad account' } : {}),
				typeOptions: { searchListMethod: listedBy ?? search, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${example ?? '549755885175'}`,
				validation: [ID_OR_ADDRESS],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: url ?? 'e.g. https://ads.pinterest.com/advertiser/549755885175/',
				validation: [ADDRESS],
			},
		],
	} satisfies Partial<INodeProperties>;
}
