import type { Answer } from './answer';

export const CATALOG: Answer = {
	first: ['name', 'catalog_type', 'created_at', 'updated_at', 'id'],
};

/** A feed, which fills a catalog. */
export const FEED: Answer = {
	simplified: [
		...['name', 'status', 'last_result', 'format', 'location', 'catalog_type'],
		...['created_at', 'updated_at', 'id', 'catalog_id'],
	],
	others: ['ad_account_id'],
};

/** A product group of a catalog. */
export const PRODUCT_GROUP: Answer = {
	simplified: [
		...['name', 'status', 'products', 'type', 'description', 'country', 'locale'],
		...['id', 'catalog_id', 'feed_id'],
	],
	others: ['catalog_type', 'filters', 'created_at', 'ad_account_id'],
};

/** What an ad group promotes of a catalog. */
export const PROMOTION: Answer = {
	simplified: [
		...['catalog_product_group_name', 'status', 'promoted', 'creative_type', 'tracking_url'],
		...['currency', 'warnings', 'id', 'catalog_product_group_id', 'ad_group_id'],
	],
	others: [
		...['included', 'definition', 'relative_definition', 'bid', 'bid_in_micro_currency'],
		...['collections_header_type', 'collections_hero_destination_url', 'collections_hero_pin_id'],
		...['customizable_cta_type', 'grid_click_type', 'is_generate_background', 'is_mdl'],
		...['parent_id', 'preferred_media_type', 'selected_image_tag', 'selected_video_tag'],
		...['slideshow_collections_description', 'slideshow_collections_title', 'ad_account_id'],
	],
	amounts: { bid_in_micro_currency: 'bid' },
};
