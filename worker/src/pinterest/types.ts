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

/** `T`, of which every field is one of the description's, with values that this allows. */
export type PartOf<
	Described,
	T extends { readonly [Name in keyof T]: Name extends keyof Described ? Described[Name] : never },
> = T;

/** An object that is filled field by field. */
export type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** The fields that a new entity and a changed one have alike. */
type Common<Create, Update> = Partial<Pick<Create, keyof Create & keyof Update>>;

// Campaigns, ad groups, ads

export type CampaignCreate = Body<'campaigns/create'>[number];
/** Described without a required ID; Pinterest refuses a change of it knows not what. */
export type CampaignUpdate = Body<'campaigns/update'>[number] & { readonly id: string };
export type CampaignFields = Common<CampaignCreate, CampaignUpdate>;
export type Campaign = Answer<'campaigns/get'>;

/**
 * The events that ad groups optimize for are described as ten; Ads Manager has more, and Pinterest takes
 * them.
 */
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

export type BidFloorRequest = Body<'ad_groups_bid_floor/get'>;
export type BidFloors = Answer<'ad_groups_bid_floor/get'>;
export type AudienceSizingRequest = Body<'ad_groups/audience_sizing'>;
export type AudienceSizing = Answer<'ad_groups/audience_sizing'>;
export type Interest = Answer<'interest_targeting_options/get'>;

// Keywords

export type KeywordsCreate = Body<'keywords/create'>;
export type KeywordsUpdate = Body<'keywords/update'>;
export type KeywordsAnswer = Answer<'keywords/create'>;
export type Keyword = AsItMayCome<Schema<'Keyword'>>;

// Customer lists and audiences

export type CustomerListCreate = Body<'customer_lists/create'>;
export type CustomerListUpdate = Body<'customer_lists/update'>;
/** An answer may say the list's type as well, which is described of requests only. */
export type CustomerList = Answer<'customer_lists/get'> &
	AsItMayCome<Pick<CustomerListCreate, 'list_type'>>;

/** Described without a name and a rule; an audience without them would be none. */
export type AudienceCreate = Body<'audiences/create'> &
	Required<Pick<Body<'audiences/create'>, 'name' | 'rule'>>;
export type AudienceRule = AsItMayCome<AudienceCreate['rule']>;
export type Audience = Answer<'audiences/get'>;

// Conversions

export type ConversionEvents = Body<'events/create'>;
export type ConversionEvent = ConversionEvents['data'][number];
/** Who it was. Which of them have to be there, the description says beside it. */
export type UserData = Schema<'ConversionEventsUserDataProperties'>;
export type CustomData = NonNullable<ConversionEvent['custom_data']>;
export type Content = NonNullable<CustomData['contents']>[number];
export type AppInfo = NonNullable<ConversionEvent['app_info']>;
export type DeviceInfo = NonNullable<ConversionEvent['device_info']>;
export type ConversionsAnswer = Answer<'events/create'>;
export type ConversionTag = AsItMayCome<Schema<'ConversionTag'>>;

// Metrics

export type ReportRequest = Body<'analytics/create_report'>;
/** What asking for a report answers, and asking how far it is. */
export type Report = Answer<'analytics/create_report'> & Answer<'analytics/get_report'>;
export type DeliveryMetrics = Answer<'delivery_metrics/get'>;

// Connection

export type AdAccount = Answer<'ad_accounts/get'>;
export type TokenRequest = Schema<'OauthAccessTokenRequestRefresh'>;
export type Tokens = Schema<'OauthAccessTokenResponseRefresh'>;

/** What an error answers, and what an element of a batch says of itself. */
export type Exception = AsItMayCome<Schema<'Exception'>>;
