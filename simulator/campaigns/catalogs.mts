import { ok, type Call, type Handler } from '../api/call.mts';
import { pageOf } from '../api/paging.mts';
import { notFound, refused } from '../api/refusal.mts';
import type {
	Body,
	Catalog,
	CatalogProductGroup,
	Feed,
	OwnedByUser,
	ProcessingResult,
} from '../world/world.mts';

/** With an ad account it is its owner's catalogs; the caller needs a role on it, which is judged before. */
const ownerOf = (call: Call) =>
	call.query.ad_account_id === undefined ? call.token.userId : call.account.ownerId;

const ofOwner = <T extends OwnedByUser>(call: Call, map: ReadonlyMap<string, T>): T[] =>
	[...map.values()].filter(({ ownerId }) => ownerId === ownerOf(call));

function oneOfOwner<T extends OwnedByUser>(
	call: Call,
	map: ReadonlyMap<string, T>,
	id: string,
): T | undefined {
	const found = map.get(id);
	return found?.ownerId === ownerOf(call) ? found : undefined;
}

const catalogBody = ({ id, name, catalog_type, created_at, updated_at }: Catalog): Body => ({
	...{ id, name, catalog_type, created_at, updated_at },
});

export const listCatalogs: Handler = (call) => {
	const page = pageOf(ofOwner(call, call.sim.world.catalogs), call);
	return ok({ ...page, items: page.items.map(catalogBody) });
};

/** A retail feed does not say in which catalog it is: only the filter of the list does. */
const feedBody = ({ id, name, status, created_at, updated_at, location }: Feed): Body => ({
	...{ id, name, status, created_at, updated_at, location },
	catalog_type: 'RETAIL',
	format: 'CSV',
	credentials: null,
	default_availability: null,
	default_country: 'US',
	default_currency: 'USD',
	default_locale: 'en-US',
	preferred_processing_schedule: { time: '02:59', timezone: 'Etc/UTC' },
});

export const listFeeds: Handler = (call) => {
	const { catalog_id } = call.query;
	const feeds = ofOwner(call, call.sim.world.feeds).filter(
		(feed) => catalog_id === undefined || feed.catalog_id === catalog_id,
	);
	const page = pageOf(feeds, call);
	return ok({ ...page, items: page.items.map(feedBody) });
};

function feedOf(call: Call): Feed {
	const feed = oneOfOwner(call, call.sim.world.feeds, call.params.feed_id);
	if (!feed) throw notFound('Feed', 4161);
	return feed;
}

export const getFeed: Handler = (call) => ok(feedBody(feedOf(call)));

const resultBody = ({
	id,
	status,
	created_at,
	updated_at,
	product_counts,
	errors,
	warnings,
	ingestionErrors,
}: ProcessingResult): Body => ({
	...{ id, status, created_at, updated_at, product_counts },
	ingestion_details: { errors: ingestionErrors, info: {}, warnings: {} },
	validation_details: { errors, warnings },
});

/** Pinterest gives one page only, whatever is asked for: its bookmark does not work yet. */
export const listProcessingResults: Handler = (call) => {
	const feed = feedOf(call);
	const results = [...call.sim.world.processingResults.values()]
		.filter(({ feed_id }) => feed_id === feed.id)
		.sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
	const { items } = pageOf(results, { ...call, query: { ...call.query, bookmark: undefined } });
	return ok({ items: items.map(resultBody), bookmark: null });
};

export const listItemIssues: Handler = (call) => {
	const { processingResults, feeds } = call.sim.world;
	const result = processingResults.get(call.params.processing_result_id);
	const feed = result && oneOfOwner(call, feeds, result.feed_id);
	if (!result || !feed) throw notFound('Processing result', 4163);
	const { item_numbers, item_validation_issue } = call.query as {
		item_numbers?: number[];
		item_validation_issue?: string;
	};
	const issues = result.issues.filter(
		({ item_number, errors, warnings }) =>
			(item_numbers === undefined || item_numbers.includes(item_number)) &&
			(item_validation_issue === undefined ||
				item_validation_issue in errors ||
				item_validation_issue in warnings),
	);
	return ok(pageOf(issues, call));
};

const groupBody = (group: CatalogProductGroup): Body => ({
	id: group.id,
	name: group.name,
	description: null,
	catalog_type: 'RETAIL',
	catalog_id: group.catalog_id,
	feed_id: group.feed_id,
	filters: { any_of: [{ PRODUCT_TYPE_0: { values: [[group.name.toLowerCase()]] } }] },
	type: group.type,
	status: group.status,
	is_featured: false,
	country: 'US',
	locale: 'en-US',
	created_at: group.created_at,
	updated_at: group.created_at,
});

/** Of an owner without a catalog nothing can be listed: Pinterest answers an error. */
export const listCatalogProductGroups: Handler = (call) => {
	const { world } = call.sim;
	if (ofOwner(call, world.catalogs).length === 0) {
		throw refused('Can’t access this feature without an existing catalog.', 4182, 409);
	}
	const {
		id: ids,
		feed_id,
		catalog_id,
	} = call.query as {
		id?: number[];
		feed_id?: string;
		catalog_id?: string;
	};
	if (feed_id !== undefined && !oneOfOwner(call, world.feeds, feed_id)) {
		throw notFound('Feed', 4161);
	}
	const groups = ofOwner(call, world.catalogProductGroups).filter(
		(group) =>
			(ids === undefined || ids.map(String).includes(group.id)) &&
			(feed_id === undefined || group.feed_id === feed_id) &&
			(catalog_id === undefined || group.catalog_id === catalog_id),
	);
	const page = pageOf(groups, call);
	return ok({ ...page, items: page.items.map(groupBody) });
};

function groupOf(call: Call): CatalogProductGroup {
	const { catalogProductGroups } = call.sim.world;
	const group = oneOfOwner(call, catalogProductGroups, call.params.product_group_id);
	if (!group) throw notFound('Catalogs product group', 4180);
	return group;
}

export const getCatalogProductGroup: Handler = (call) => ok(groupBody(groupOf(call)));

export const countProducts: Handler = (call) => {
	const { in_stock, out_of_stock, preorder } = groupOf(call).counts;
	return ok({
		catalog_type: 'RETAIL',
		...{ in_stock, out_of_stock, preorder, total: in_stock + out_of_stock + preorder },
	});
};
