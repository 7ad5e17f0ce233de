export { listCatalogs, type CatalogRecord } from './listCatalogs';
export {
	listFeeds,
	type FeedRecord,
	type FeedResultRecord,
	type ItemIssueRecord,
	type ItemProblem,
} from './listFeeds';
export {
	listProductGroups,
	type ProductCountsRecord,
	type ProductGroupRecord,
} from './listProductGroups';
export {
	listCatalogsInput,
	listFeedsInput,
	listProductGroupsInput,
	type CatalogFilters,
	type FeedFilters,
	type ProductGroupFilters,
} from './catalogFields';
