import { adAccountId as anyAdAccount } from '../connection/adAccountField';
import { withDefault } from '../fields/field';
import { inputOf, type GivenTo } from '../fields/inputs';
import { flag, idOf, limit, sorting, text } from '../fields/kinds';

/** What says which catalogs, feeds and product groups are to be read. */

const adAccountId = {
	...anyAdAccount,
	description: 'The catalogs are those of the business that owns it',
};

const catalogId = idOf('catalog', {
	label: 'Catalog',
	description: 'Only of this catalog. Empty means all catalogs.',
	example: '3551100996745001',
});

const nameContains = text({
	label: 'Name Contains',
	description: 'Only those whose name contains this text, upper and lower case alike',
});

const DATES = { created_at: 'Created', updated_at: 'Updated' };

/** The input of `listCatalogs`. */
export const listCatalogsInput = inputOf({
	...{ adAccountId, limit, nameContains },
	sort: sorting({ name: 'Name', ...DATES }),
});
/** What `listCatalogs` takes. @interface */
export type CatalogFilters = GivenTo<typeof listCatalogsInput>;

/** The input of `listFeeds`. */
export const listFeedsInput = inputOf({
	adAccountId,
	catalogId,
	limit,
	nameContains,
	lastResult: withDefault(
		flag({
			label: 'Last Result',
			description:
				'Whether to say of each feed what came of reading it the last time. Takes a request for each feed.',
		}),
		true,
	),
	itemIssues: flag({
		label: 'Item Issues',
		description:
			'Whether to name products of each feed that have an error or a warning: Pinterest gives up to 20 examples of each. Takes another request for each feed that has any.',
		preset: true,
	}),
	sort: sorting({ name: 'Name', status: 'Status', ...DATES }),
});
/** What `listFeeds` takes. @interface */
export type FeedFilters = GivenTo<typeof listFeedsInput>;

/** The input of `listProductGroups`. */
export const listProductGroupsInput = inputOf({
	adAccountId,
	catalogId,
	limit,
	nameContains,
	feedId: idOf('feed', {
		label: 'Feed ID',
		description: 'Only product groups of this feed',
		example: '3552200996745001',
	}),
	productCounts: withDefault(
		flag({
			label: 'Product Counts',
			description:
				'Whether to count the products of each product group. Takes a request for each group.',
		}),
		true,
	),
	sort: sorting({ name: 'Name', created_at: 'Created', status: 'Status', type: 'Type' }),
});
/** What `listProductGroups` takes. @interface */
export type ProductGroupFilters = GivenTo<typeof listProductGroupsInput>;
