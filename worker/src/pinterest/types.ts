import type { Answers, Bodies, Schemas } from './api';

/**
 * What Pinterest is sent and what it answers, by the names that the worker has for it. `npm run types` makes
 * of Pinterest's own description what is named here, and no more.
 */

type Body<Operation extends keyof Bodies> = Bodies[Operation];
type Answer<Operation extends keyof Answers> = AsItMayCome<Answers[Operation]>;
type Schema<Name extends keyof Schemas> = Schemas[Name];

/**
 * Pinterest leaves out fields that its description requires, sends null for what is absent, and adds words to
 * its enumerations. So of an answer every field may be missing, and a word may be any text.
 */
type AsItMayCome<T> = T extends readonly (infer Element)[]
	? ReadonlyArray<AsItMayCome<Element>>
	: T extends object
		? { readonly [Name in keyof T]?: AsItMayCome<T[Name]> | null }
		: T extends string
			? string
			: T extends number
				? number
				: T;

/** What may be in an answer that no reader has seen: its fields, each with any value. */
export type Unread<T> = { readonly [Name in keyof T]?: unknown };

/** What a reader makes of an answer: the fields that it looks at, and an ID, without which it is unreadable. */
export type Read<Described, Name extends keyof Described> = Pick<Described, Name> & {
	readonly id: string;
};

/** An object that is filled field by field. */
export type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** The fields that a new entity and a changed one have alike. */
type Common<Create, Update> = Partial<Pick<Create & Update, keyof Create & keyof Update>>;

// Campaigns, ad groups, ads

/**
 * Pinterest takes objectives that it has not described yet, and a user may name one. What a campaign is meant to
 * promote is newer than the description, too: Pinterest's guide to its simpler objectives has it.
 */
type AnyObjective<T> = Omit<T, 'objective_type'> & {
	readonly objective_type: string;
	readonly intended_promotion_type?: 'STANDARD_AD' | 'CATALOG';
};
export type CampaignCreate = AnyObjective<Body<'campaigns/create'>[number]>;
/** Its ID is described as optional, and what is to be changed without one nobody knows. */
export type CampaignUpdate = Partial<AnyObjective<Body<'campaigns/update'>[number]>> & {
	readonly id: string;
};
export type CampaignFields = Common<CampaignCreate, CampaignUpdate>;
export type Campaign = Answer<'campaigns/get'>;

/** Of the events that an ad group optimizes for ten are described; Ads Manager has more. */
type AnyGoal<T> = Omit<T, 'optimization_goal_metadata'> & {
	readonly optimization_goal_metadata?: Goals | null;
};
type DescribedGoals = NonNullable<Body<'ad_groups/create'>[number]['optimization_goal_metadata']>;
type DescribedConversionGoal = NonNullable<DescribedGoals['conversion_tag_v3_goal_metadata']>;
export type ConversionGoal = Omit<DescribedConversionGoal, 'conversion_event'> & {
	readonly conversion_event?: string;
};
export type Goals = Omit<DescribedGoals, 'conversion_tag_v3_goal_metadata'> & {
	readonly conversion_tag_v3_goal_metadata?: ConversionGoal;
};

export type AdGroupCreate = AnyGoal<Body<'ad_groups/create'>[number]>;
export type AdGroupUpdate = AnyGoal<Body<'ad_groups/update'>[number]>;
export type AdGroup = Answer<'ad_groups/get'>;
export type TargetingSpec = NonNullable<AdGroupCreate['targeting_spec']>;

export type AdCreate = Body<'ads/create'>[number];
export type AdUpdate = Body<'ads/update'>[number];
export type AdFields = Common<AdCreate, AdUpdate>;
export type Ad = Answer<'ads/get'>;
export type Pin = Answer<'pins/get'>;
export type TrackingUrls = NonNullable<AdCreate['tracking_urls']>;

export type ProductGroupPromotion = AsItMayCome<Schema<'ProductGroupPromotion'>>;
/** One of those that a request lists; what a change sends has the same fields. */
export type PromotionFields = NonNullable<
	Body<'product_group_promotions/create'>['product_group_promotion'][number]
>;

// Catalogs

export type CatalogFields = AsItMayCome<Schema<'Catalog'>>;
/** What the feeds of all kinds of catalogs have. */
export type FeedFields = AsItMayCome<Schema<'CatalogsRetailFeed'>>;
export type ProductCounts = AsItMayCome<Schema<'CatalogsRetailProductGroupProductCounts'>>;

type DescribedFloors = Body<'ad_groups_bid_floor/get'>;
type DescribedFloorSpec = DescribedFloors['bid_floor_specs'][number];
/** Made of what Pinterest has answered of an ad group and its campaign, where words may be new ones. */
export type BidFloorSpec = Omit<
	DescribedFloorSpec,
	'billable_event' | 'currency' | 'objective_type'
> & {
	readonly billable_event: string;
	readonly currency: string;
	readonly objective_type?: string;
};
export type BidFloorRequest = Omit<DescribedFloors, 'bid_floor_specs'> & {
	readonly bid_floor_specs: readonly BidFloorSpec[];
};
/** One for each spec, null where there is none. */
export type BidFloors = {
	readonly [Name in keyof Pick<Answer<'ad_groups_bid_floor/get'>, 'bid_floors'>]: ReadonlyArray<
		number | null
	> | null;
};
export type AdPreviewRequest = Body<'ad_previews/create'>;
export type AdPreview = Answer<'ad_previews/create'>;
export type AudienceSizingRequest = Body<'ad_groups/audience_sizing'>;
export type AudienceSizing = Answer<'ad_groups/audience_sizing'>;
export type Interest = Answer<'interest_targeting_options/get'>;

// Keywords

export type KeywordsCreate = Body<'keywords/create'>;
export type KeywordsUpdate = Body<'keywords/update'>;
export type KeywordsAnswer = Answer<'keywords/create'>;
export type Keyword = AsItMayCome<Schema<'Keyword'>>;
export type KeywordMetrics = Answer<'country_keywords_metrics/get'>;
export type RelatedTerms = Answer<'terms_related/list'>;
export type Trends = Answer<'trending_keywords/list'>;
export type Trend = NonNullable<NonNullable<Trends['trends']>[number]>;

// Customer lists and audiences

export type CustomerListCreate = Body<'customer_lists/create'>;
export type CustomerListUpdate = Body<'customer_lists/update'>;
/** An answer may say the list's type as well, which is described of requests only. */
export type CustomerList = Answer<'customer_lists/get'> &
	AsItMayCome<Pick<CustomerListCreate, 'list_type'>>;

type DescribedAudience = Body<'audiences/create'>;
type DescribedRule = NonNullable<DescribedAudience['rule']>;
/**
 * What an audience is made of. The schema has addresses as a list, which is how engagement takes them; of visitors the
 * description says in words that an address is given by how it is compared.
 */
export type RuleFields = Omit<DescribedRule, 'url'> & {
	readonly url?: readonly string[] | Readonly<Record<string, string>>;
};
/** Described without a name and a rule; an audience without them would be none. */
export type AudienceCreate = Omit<DescribedAudience, 'rule'> &
	Required<Pick<DescribedAudience, 'name'>> & { readonly rule: RuleFields };
export type AudienceUpdate = Omit<Body<'audiences/update'>, 'rule'> & {
	readonly rule?: RuleFields;
};
/** The percentage is described as a number and shown as a text, and one seed may come without its list. */
export type AudienceRule = Omit<AsItMayCome<DescribedRule>, 'percentage' | 'seed_id' | 'url'> & {
	readonly percentage?: number | string | null;
	readonly seed_id?: readonly string[] | string | null;
	readonly url?: unknown;
};
/** An account with which an audience is shared. */
export type SharedAccount = AsItMayCome<Schema<'SharedAudienceAccount'>>;
export type Audience = Omit<Answer<'audiences/get'>, 'rule'> & {
	readonly rule?: AudienceRule | null;
};

export type AudienceInsights = Answer<'audience_insights/get'>;
export type AudienceDefinitions = Answer<'audience_insights_scope_and_type/get'>;

// Leads

export type LeadForm = Answer<'lead_form/get'>;
export type LeadFormQuestion = AsItMayCome<Schema<'LeadFormQuestion'>>;
export type LeadsExportCreate = Body<'leads_export/create'>;
/** What asking for an export answers, and asking how far it is. */
export type LeadsExport = Answer<'leads_export/create'> & Answer<'leads_export/get'>;

// Conversions

/** Who it was. Which of it has to be there is said by a rule of the event, not by a type. */
export type UserData = Schema<'ConversionEventsUserDataProperties'>;
export type ConversionEvent = Omit<Body<'events/create'>['data'][number], 'user_data'> & {
	readonly user_data: UserData;
};
export type ConversionEvents = { readonly data: readonly ConversionEvent[] };
export type CustomData = NonNullable<ConversionEvent['custom_data']>;
export type Content = NonNullable<CustomData['contents']>[number];
export type AppInfo = NonNullable<ConversionEvent['app_info']>;
export type DeviceInfo = NonNullable<ConversionEvent['device_info']>;
export type ConversionsAnswer = Answer<'events/create'>;
export type ConversionTag = AsItMayCome<Schema<'ConversionTag'>>;
/** How good the events of one source are. */
export type EventQualityScore = AsItMayCome<Schema<'EventQualityScore'>>;
export type QualityIssue = AsItMayCome<Schema<'QualityComponentIssue'>>;
export type ConversionTagConfigs = NonNullable<ConversionTag['configs']>;
export type ConversionTagCreate = Body<'conversion_tags/create'>;
/** An event for which a tag may be optimized. */
export type EligibleEvent = AsItMayCome<Schema<'ConversionEventResponse'>>;

// Metrics

export type ReportRequest = Body<'analytics/create_report'>;
/** How many days after an ad a conversion counts. */
export type WindowDays = NonNullable<ReportRequest['click_window_days']>;
/** What asking for a report answers, and asking how far it is. */
export type Report = Answer<'analytics/create_report'> & Answer<'analytics/get_report'>;
export type DeliveryMetrics = Answer<'delivery_metrics/get'>;

// Connection

export type AdAccount = Answer<'ad_accounts/get'>;
export type TokenRequest = Schema<'OauthAccessTokenRequestRefresh'>;
export type Tokens = Schema<'OauthAccessTokenResponseRefresh'>;

/** What an error answers, and what an element of a batch says of itself. */
export type Exception = AsItMayCome<Schema<'Exception'>>;
