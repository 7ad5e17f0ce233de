/** Pinterest's events with the names that others have for them, without spaces, dashes and capitals. */
const OTHERS: Readonly<Record<string, string>> = {
	checkout:
		'purchase ecommercepurchase inapppurchase completepayment placeanorder checkoutcompleted ordercompleted orderplaced',
	initiate_checkout: 'begincheckout checkoutstarted startcheckout',
	page_visit: 'pageview pageviewed screenview',
	lead: 'generatelead submitform formsubmit leadgenerated',
	signup: 'completeregistration registration register signedup accountcreated customerregistered',
	add_to_cart: 'productaddedtocart productadded addcart additem',
	add_to_wishlist: 'productaddedtowishlist',
	add_payment_info: 'paymentinfosubmitted paymentinfoentered addbilling',
	view_content: 'viewitem viewproduct productviewed contentview',
	view_category: 'viewitemlist collectionviewed productlistviewed listview',
	search: 'viewsearchresults searchsubmitted productssearched sitesearch',
	app_install: 'firstopen mobileappinstall applicationinstalled installapp',
	app_open: 'applicationopened',
	watch_video: 'videostart viewvideo',
};

/**
 * Pinterest's event by the name that Google Analytics, Meta, TikTok, Shopify or Segment gives it:
 * `begincheckout` is `initiate_checkout`. What pays money back or only leads on is no such event.
 */
export const FOREIGN_EVENT_NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries(OTHERS).flatMap(([ours, others]) =>
		others.split(' ').map((other) => [other, ours] as const),
	),
);
