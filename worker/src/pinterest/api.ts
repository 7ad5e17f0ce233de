// Made by `npm run types` of Pinterest REST API 5.23.0: see scripts/api-types.

export type Answers = {
	readonly 'ad_accounts/get': AdAccount;
	readonly 'ad_groups_bid_floor/get': BidFloor;
	readonly 'ad_groups/audience_sizing': AdGroupAudienceSizingResponse;
	readonly 'ad_groups/get': AdGroupResponse;
	readonly 'ad_previews/create': AdPreviewURLResponse;
	readonly 'ads/get': AdResponse;
	readonly 'analytics/create_report': AdsAnalyticsCreateAsyncResponse;
	readonly 'analytics/get_report': AdsAnalyticsGetAsyncResponse;
	readonly 'audience_insights_scope_and_type/get': AudienceDefinitionResponse;
	readonly 'audience_insights/get': AudienceInsightsResponse;
	readonly 'audiences/get': Audience;
	readonly 'campaigns/get': CampaignResponse;
	readonly 'country_keywords_metrics/get': KeywordsMetricsArrayResponse;
	readonly 'customer_lists/get': CustomerList;
	readonly 'delivery_metrics/get': DeliveryMetricsResponse;
	readonly 'events/create': ConversionApiResponse;
	readonly 'interest_targeting_options/get': SingleInterestTargetingOptionResponse;
	readonly 'keywords/create': KeywordsResponse;
	readonly 'lead_form/get': LeadFormResponse;
	readonly 'leads_export/create': LeadsExportCreateResponse;
	readonly 'leads_export/get': LeadsExportResponseData;
	readonly 'pins/get': Pin;
	readonly 'terms_related/list': RelatedTerms;
	readonly 'trending_keywords/list': TrendingKeywordsResponse;
};

export type Bodies = {
	readonly 'ad_groups_bid_floor/get': BidFloorRequest;
	readonly 'ad_groups/audience_sizing': AdGroupAudienceSizingRequest;
	readonly 'ad_groups/create': readonly AdGroupCreateRequest[];
	readonly 'ad_groups/update': readonly AdGroupUpdateRequest[];
	readonly 'ad_previews/create': AdPreviewRequest;
	readonly 'ads/create': readonly AdCreateRequest[];
	readonly 'ads/update': readonly AdUpdateRequest[];
	readonly 'analytics/create_report': AdsAnalyticsCreateAsyncRequest;
	readonly 'audiences/create': AudienceCreateRequest;
	readonly 'audiences/update': AudienceUpdateRequest;
	readonly 'campaigns/create': readonly CampaignCreateRequest[];
	readonly 'campaigns/update': readonly CampaignUpdateRequest[];
	readonly 'conversion_tags/create': ConversionTagCreate;
	readonly 'customer_lists/create': CustomerListRequest;
	readonly 'customer_lists/update': CustomerListUpdateRequest;
	readonly 'events/create': ConversionEvents;
	readonly 'keywords/create': KeywordsRequest;
	readonly 'keywords/update': KeywordUpdateBody;
	readonly 'leads_export/create': LeadsExportCreateRequest;
	readonly 'product_group_promotions/create': ProductGroupPromotionCreateRequest;
};

export type Schemas = {
	readonly Catalog: Catalog;
	readonly CatalogsRetailFeed: CatalogsRetailFeed;
	readonly CatalogsRetailProductGroupProductCounts: CatalogsRetailProductGroupProductCounts;
	readonly ConversionEventResponse: ConversionEventResponse;
	readonly ConversionEventsUserDataProperties: ConversionEventsUserDataProperties;
	readonly ConversionTag: ConversionTag;
	readonly EventQualityScore: EventQualityScore;
	readonly Exception: Exception;
	readonly Keyword: Keyword;
	readonly LeadFormQuestion: LeadFormQuestion;
	readonly OauthAccessTokenRequestRefresh: OauthAccessTokenRequestRefresh;
	readonly OauthAccessTokenResponseRefresh: OauthAccessTokenResponseRefresh;
	readonly ProductGroupPromotion: ProductGroupPromotion;
	readonly QualityComponentIssue: QualityComponentIssue;
	readonly SharedAudienceAccount: SharedAudienceAccount;
};

type WithRequired<T, K extends keyof T> = T & {
	[P in K]-?: T[P];
};

export type ActionType = 'CLICKTHROUGH' | 'IMPRESSION' | 'VIDEO_V_50_MRC';

export type AdAccount = {
	readonly country?: Country;
	readonly created_time?: number | null;
	readonly currency?: Currency;
	readonly id: string;
	readonly name?: string;
	readonly owner?: AdAccountOwner;
	readonly permissions?: readonly BusinessAccessRole[];
	readonly updated_time?: number | null;
};

export type AdAccountOwner = {
	readonly id?: string;
	readonly username?: string;
};

export type AdCommon = {
	readonly ad_group_id?: string;
	readonly android_deep_link?: string | null;
	readonly carousel_android_deep_links?: readonly string[] | null;
	readonly carousel_destination_urls?: readonly string[] | null;
	readonly carousel_ios_deep_links?: readonly string[] | null;
	readonly click_tracking_url?: string | null;
	readonly creative_type?: CreativeType;
	readonly customizable_cta_type?: CustomizableCTAType;
	readonly destination_url?: string | null;
	readonly disclosure_type?: DisclosureType;
	readonly disclosure_url?: string | null;
	readonly grid_click_type?: GridClickType;
	readonly ios_deep_link?: string | null;
	readonly is_pin_deleted?: boolean;
	readonly is_removable?: boolean;
	readonly lead_form_id?: string | null;
	readonly name?: string | null;
	readonly quiz_pin_data?: QuizPinData | null;
	readonly status?: EntityStatus;
	readonly tracking_urls?: TrackingUrls | null;
	readonly view_tracking_url?: string | null;
};

export type AdCreateRequest = WithRequired<AdCommon, 'ad_group_id' | 'creative_type'> &
	WithRequired<AdPinId, 'pin_id'>;

export type AdGroupAudienceSizingRequest = {
	readonly auto_targeting_enabled?: boolean;
	readonly creative_types?:
		| readonly (
				| 'REGULAR'
				| 'VIDEO'
				| 'SHOPPING'
				| 'CAROUSEL'
				| 'MAX_VIDEO'
				| 'SHOP_THE_PIN'
				| 'COLLECTION'
				| 'IDEA'
		  )[]
		| null;
	readonly keywords?:
		| readonly {
				readonly match_type: MatchTypeResponse;
				readonly value: string;
		  }[]
		| null;
	readonly placement_group?: string & PlacementGroupType;
	readonly product_group_ids?: readonly string[] | null;
	readonly targeting_spec?: TargetingSpec;
};

export type AdGroupAudienceSizingResponse = {
	readonly audience_size_lower_bound?: number;
	readonly audience_size_upper_bound?: number;
};

export type AdGroupCommon = {
	readonly auto_targeting_enabled?: boolean | null;
	readonly bid_in_micro_currency?: number | null;
	readonly bid_strategy_type?: 'AUTOMATIC_BID' | 'MAX_BID' | 'TARGET_AVG' | null;
	readonly billable_event?: ActionType;
	readonly budget_in_micro_currency?: number | null;
	readonly budget_type?: string & BudgetType;
	readonly campaign_id?: string;
	readonly end_time?: number | null;
	readonly is_creative_optimization?: boolean | null;
	readonly lifetime_frequency_cap?: number;
	readonly name?: string;
	readonly optimization_goal_metadata?: OptimizationGoalMetadata | null;
	readonly pacing_delivery_type?: string & PacingDeliveryType;
	readonly placement_group?: string & PlacementGroupType;
	readonly promotion_application_level?: 'NONE' | 'ITEM' | 'AD_GROUP' | null;
	readonly promotion_id?: string | null;
	readonly start_time?: number | null;
	readonly status?: string & EntityStatus;
	readonly targeting_spec?: TargetingSpec;
	readonly targeting_template_ids?: readonly string[] | null;
	readonly tracking_urls?: TrackingUrls | null;
};

export type AdGroupCreateRequest = AdGroupCommon & {
	readonly auto_targeting_enabled?: boolean;
	readonly bid_multiplier?: number;
	readonly budget_type?: string & BudgetType;
	readonly pacing_delivery_type?: string & PacingDeliveryType;
};

export type AdGroupIdFilter = {
	readonly ad_group_ids?: readonly string[];
};

export type AdGroupResponse = AdGroupCommon & {
	readonly ad_account_id?: string;
	readonly bid_multiplier?: number | null;
	readonly conversion_learning_mode_type?: 'NOT_ACTIVE' | 'ACTIVE' | null;
	readonly created_time?: number;
	readonly dca_assets?: unknown;
	readonly feed_profile_id?: string;
	readonly id?: string;
	readonly summary_status?: string & AdGroupSummaryStatus;
	readonly type?: string;
	readonly updated_time?: number;
};

export type AdGroupSummaryStatus =
	| 'RUNNING'
	| 'PAUSED'
	| 'NOT_STARTED'
	| 'COMPLETED'
	| 'ADVERTISER_DISABLED'
	| 'ARCHIVED'
	| 'DRAFT'
	| 'DELETED_DRAFT';

export type AdGroupUpdateRequest = AdGroupCommon & {
	readonly bid_multiplier?: number;
	readonly id: string;
};

export type AdPinId = {
	readonly pin_id?: string;
};

export type AdPreviewRequest =
	| {
			readonly image_url: string;
			readonly title: string;
	  }
	| {
			readonly pin_id: string;
	  }
	| {
			readonly catalog_product_group_id: string;
			readonly creative_type: 'SHOPPING' | 'CAROUSEL' | 'COLLECTION' | 'REGULAR';
			readonly customizable_cta_type?: CustomizableCTAType & unknown;
			readonly hero_image_title?: string;
			readonly hero_image_url?: string;
			readonly hero_pin_id?: string;
			readonly image_tag?: string;
			readonly item_id?: string;
			readonly preferred_media_type?: 'VIDEO' | 'IMAGE';
			readonly video_tag?: string;
	  };

export type AdPreviewURLResponse = {
	readonly url?: string;
};

export type AdResponse = AdCommon &
	AdPinId & {
		readonly ad_account_id?: string;
		readonly campaign_id?: string;
		readonly collection_items_destination_url_template?: string | null;
		readonly created_time?: number;
		readonly id?: string;
		readonly rejected_reasons?: readonly string[];
		readonly rejection_labels?: readonly string[];
		readonly review_status?: 'OTHER' | 'PENDING' | 'REJECTED' | 'APPROVED';
		readonly summary_status?: string & PinPromotionSummaryStatus;
		readonly type?: string;
		readonly updated_time?: number;
	};

export type AdsAnalyticsCreateAsyncRequest = {
	readonly attribution_types?: readonly ConversionReportAttributionType[];
	readonly click_window_days?: number & ConversionAttributionWindowDays;
	readonly conversion_report_time?: string & ConversionReportTimeType;
	readonly end_date: string;
	readonly engagement_window_days?: number & ConversionAttributionWindowDays;
	readonly granularity: string & Granularity;
	readonly start_date: string;
	readonly view_window_days?: number & ConversionAttributionWindowDays;
} & (CampaignIdFilter & {
	readonly campaign_statuses?: readonly CampaignSummaryStatus[];
} & CampaignObjectivesFilter & {
		readonly campaign_brand_label?: string;
	} & AdGroupIdFilter & {
		readonly ad_group_statuses?: readonly AdGroupSummaryStatus[];
	} & {
		readonly ad_ids?: readonly string[];
	} & {
		readonly ad_statuses?: readonly PinPromotionSummaryStatus[];
	} & {
		readonly product_group_ids?: readonly string[];
	} & {
		readonly product_group_statuses?: readonly ProductGroupSummaryStatus[];
	} & {
		readonly product_item_ids?: readonly string[];
	} & TargetingTypeFilter & {
		readonly metrics_filters?: readonly AdsAnalyticsMetricsFilter[];
	}) & {
		readonly columns: readonly ReportingColumnAsync[];
		readonly combine_targeting_types?: boolean;
		readonly custom_conversion_event_metrics?: readonly {
			readonly custom_event_metrics_type: string;
			readonly custom_event_name: string;
		}[];
		readonly end_hour?: number;
		readonly level: string & MetricsReportingLevel;
		readonly primary_sort?: string & ('BY_ID' | 'BY_DATE');
		readonly report_format?: string & DataOutputFormat;
		readonly reporting_timezone?: ReportingTimeZone;
		readonly start_hour?: number;
	};

export type AdsAnalyticsCreateAsyncResponse = {
	readonly message?: string | null;
	readonly report_status?: string & BulkReportingJobStatus;
	readonly token?: string;
};

export type AdsAnalyticsFilterColumn = 'SPEND_IN_DOLLAR' | 'TOTAL_IMPRESSION';

export type AdsAnalyticsFilterOperator = 'LESS_THAN' | 'GREATER_THAN';

export type AdsAnalyticsGetAsyncResponse = {
	readonly report_status?: string & BulkReportingJobStatus;
	readonly size?: number | null;
	readonly url?: string | null;
};

export type AdsAnalyticsMetricsFilter = {
	readonly field: AdsAnalyticsFilterColumn;
	readonly operator: AdsAnalyticsFilterOperator;
	readonly values: readonly number[];
};

export type AdUpdateRequest = AdCommon & {
	readonly id: string;
	readonly pin_id?: string | null;
};

export type AppTypeMultipliers =
	| ({
			readonly APP_TYPE?:
				'android_mobile' | 'android_tablet' | 'ipad' | 'iphone' | 'web' | 'web_mobile';
	  } & {
			readonly [key: string]: number;
	  })
	| null;

export type Audience = {
	readonly ad_account_id?: string;
	readonly audience_type?: string;
	readonly created_by_company_name?: string | null;
	readonly created_timestamp?: number | null;
	readonly description?: string | null;
	readonly id?: string;
	readonly name?: string;
	readonly rule?: AudienceRule;
	readonly size?: number | null;
	readonly status?: string;
	readonly type?: string;
	readonly updated_timestamp?: number | null;
};

export type AudienceCategory = {
	readonly id?: string;
	readonly index?: number;
	readonly key?: string;
	readonly name?: string;
	readonly ratio?: number;
	readonly subcategories?: readonly {
		readonly id?: string;
		readonly index?: number;
		readonly key?: string;
		readonly name?: string;
		readonly ratio?: number;
	}[];
};

export type AudienceCommon = {
	readonly ad_account_id?: string;
	readonly name?: string;
	readonly rule?: AudienceRule;
};

export type AudienceCreateRequest = AudienceCommon & {
	readonly audience_type: string & AudienceType;
	readonly description?: AudienceDescription;
};

export type AudienceDefinition = {
	readonly date?: string | null;
	readonly scope?: string;
	readonly type?: string;
};

export type AudienceDefinitionResponse = {
	readonly items?: readonly AudienceDefinition[];
};

export type AudienceDemographics = {
	readonly ages?: readonly AudienceDemographicValue[];
	readonly countries?: readonly AudienceDemographicValue[];
	readonly devices?: readonly AudienceDemographicValue[];
	readonly genders?: readonly AudienceDemographicValue[];
	readonly metros?: readonly AudienceDemographicValue[];
};

export type AudienceDemographicValue = {
	readonly key?: string;
	readonly name?: string;
	readonly ratio?: number;
};

export type AudienceDescription = string;

export type AudienceInsightsResponse = {
	readonly categories?: readonly AudienceCategory[];
	readonly date?: string | null;
	readonly demographics?: AudienceDemographics;
	readonly size?: number;
	readonly size_is_upper_bound?: boolean;
	readonly type?: AudienceInsightType;
};

export type AudienceInsightType =
	'YOUR_TOTAL_AUDIENCE' | 'YOUR_ENGAGED_AUDIENCE' | 'PINTEREST_TOTAL_AUDIENCE';

export type AudienceRule = {
	readonly ad_account_id?: string;
	readonly ad_id?: readonly string[];
	readonly campaign_id?: readonly string[];
	readonly country?: string;
	readonly customer_list_id?: string;
	readonly engagement_domain?: readonly string[];
	readonly engagement_type?: string;
	readonly engager_type?: number;
	readonly event?: string;
	readonly event_data?: EventData;
	readonly event_source?: object;
	readonly ingestion_source?: object;
	readonly objective_type?: readonly ObjectiveType[];
	readonly percentage?: number;
	readonly pin_id?: readonly string[];
	readonly prefill?: boolean;
	readonly retention_days?: number;
	readonly seed_id?: readonly string[];
	readonly url?: readonly string[];
	readonly visitor_source_id?: string;
};

export type AudienceType = 'CUSTOMER_LIST' | 'VISITOR' | 'ENGAGEMENT' | 'ACTALIKE' | 'PERSONA';

export type AudienceUpdateOperationType = 'UPDATE' | 'REMOVE';

export type AudienceUpdateRequest = AudienceCommon & {
	readonly description?: AudienceDescription;
	readonly operation_type?: AudienceUpdateOperationType;
};

export type BidFloor = {
	readonly bid_floors?: readonly number[];
	readonly type?: string;
};

export type BidFloorRequest = {
	readonly bid_floor_specs: readonly {
		readonly billable_event: ActionType;
		readonly countries?: readonly Country[];
		readonly creative_type?: CreativeType;
		readonly currency: Currency;
		readonly objective_type?: ObjectiveType;
		readonly optimization_goal_metadata?: OptimizationGoalMetadata;
	}[];
	readonly targeting_spec?: TargetingSpec;
};

export type BoardOwner = {
	readonly username?: string;
};

export type BudgetType = 'DAILY' | 'LIFETIME' | 'CBO_ADGROUP';

export type BulkReportingJobStatus =
	'DOES_NOT_EXIST' | 'FINISHED' | 'IN_PROGRESS' | 'EXPIRED' | 'FAILED' | 'CANCELLED';

export type BusinessAccessRole =
	| 'OWNER'
	| 'ADMIN'
	| 'ANALYST'
	| 'SOS_READER'
	| 'FINANCE_MANAGER'
	| 'FINANCE_VIEW'
	| 'FINANCE_EDIT'
	| 'AUDIENCE_MANAGER'
	| 'CAMPAIGN_MANAGER'
	| 'CATALOGS_MANAGER'
	| 'RESTRICTED_OWNER'
	| 'PROFILE_MANAGER'
	| 'PROFILE_PUBLISHER'
	| 'RESOURCE_PINNER_LIST_OWNER'
	| 'RESOURCE_PINNER_LIST_READER'
	| 'BIZ_PINNER_LIST_SHARER'
	| 'RESOURCE_CONVERSION_TAGS_READER';

export type CampaignAudienceMultipliers = {
	readonly AUDIENCE_ID?: string;
} & {
	readonly [key: string]: number;
};

export type CampaignBidOptions = {
	readonly app_type_multipliers?: AppTypeMultipliers;
	readonly audience_multipliers?: CampaignAudienceMultipliers;
	readonly placement_multipliers?: PlacementMultipliers;
} | null;

export type CampaignBidOptionsCreate = CampaignBidOptions;

export type CampaignBidOptionsUpdate = CampaignBidOptions & {
	readonly update_mask: readonly (
		'AUDIENCE' | 'APP_TYPE' | 'PLACEMENT' | 'GENDER' | 'AGE_BUCKET'
	)[];
};

export type CampaignCommon = {
	readonly ad_account_id?: string;
	readonly daily_spend_cap?: number | null;
	readonly end_time?: number | null;
	readonly is_automated_campaign?: CampaignIsAutomatedCampaign;
	readonly is_flexible_daily_budgets?: CampaignIsFlexibleDailyBudgets;
	readonly lifetime_spend_cap?: number | null;
	readonly name?: string;
	readonly order_line_id?: string | null;
	readonly start_time?: number | null;
	readonly status?: string & EntityStatus;
	readonly tracking_urls?: TrackingUrls | null;
};

export type CampaignCreateCommon = CampaignCommon & {
	readonly default_ad_group_budget_in_micro_currency?: number | null;
	readonly is_campaign_budget_optimization?: CampaignIsCampaignBudgetOptimization;
};

export type CampaignCreateRequest = CampaignCreateCommon & {
	readonly bid_options?: CampaignBidOptionsCreate;
	readonly is_automated_campaign?: boolean & CampaignIsAutomatedCampaign;
	readonly is_flexible_daily_budgets?: boolean & CampaignIsFlexibleDailyBudgets;
	readonly is_performance_plus?: boolean;
	readonly objective_type: ObjectiveType;
	readonly status?: string & EntityStatus;
};

export type CampaignId = {
	readonly id?: string;
};

export type CampaignIdFilter = {
	readonly campaign_ids?: readonly string[];
};

export type CampaignIsAutomatedCampaign = boolean | null;

export type CampaignIsCampaignBudgetOptimization = boolean | null;

export type CampaignIsFlexibleDailyBudgets = boolean | null;

export type CampaignObjectivesFilter = {
	readonly campaign_objective_types?: readonly ObjectiveType[];
};

export type CampaignResponse = CampaignId &
	CampaignCommon & {
		readonly bid_options?: CampaignBidOptions;
		readonly created_time?: number;
		readonly is_campaign_budget_optimization?: CampaignIsCampaignBudgetOptimization;
		readonly is_performance_plus?: boolean;
		readonly objective_type?: ObjectiveType;
		readonly summary_status?: CampaignSummaryStatus;
		readonly type?: string;
		readonly updated_time?: number;
	};

export type CampaignSummaryStatus =
	| 'RUNNING'
	| 'PAUSED'
	| 'NOT_STARTED'
	| 'COMPLETED'
	| 'ADVERTISER_DISABLED'
	| 'ARCHIVED'
	| 'DRAFT'
	| 'DELETED_DRAFT';

export type CampaignUpdateRequest = CampaignId &
	CampaignCreateCommon & {
		readonly bid_options?: CampaignBidOptionsUpdate;
		readonly is_performance_plus?: boolean;
		readonly objective_type?: (string & ObjectiveType) | null;
	};

export type Catalog = CatalogsDbItem & {
	readonly catalog_type: CatalogsType;
	readonly id: string;
	readonly name: string | null;
};

export type CatalogsDbItem = {
	readonly created_at: string;
	readonly id: string;
	readonly updated_at: string;
};

export type CatalogsFeedCredentials = {
	readonly password: string;
	readonly username: string;
} | null;

export type CatalogsFeedProcessingSchedule = {
	readonly time: string;
	readonly timezone: string | null;
} | null;

export type CatalogsFormat = 'TSV' | 'CSV' | 'XML';

export type CatalogsRetailFeed = CatalogsDbItem & {
	readonly catalog_type: CatalogsType;
	readonly credentials: CatalogsFeedCredentials;
	readonly default_availability: ProductAvailabilityType;
	readonly default_country: Country;
	readonly default_currency: NullableCurrency;
	readonly default_locale: string;
	readonly format: CatalogsFormat;
	readonly location: string;
	readonly name: string | null;
	readonly preferred_processing_schedule: CatalogsFeedProcessingSchedule;
	readonly status: CatalogsStatus;
};

export type CatalogsRetailProductGroupProductCounts = {
	readonly catalog_type: 'RETAIL';
	readonly in_stock: number;
	readonly out_of_stock: number;
	readonly preorder: number;
	readonly total: number;
	readonly videos?: number;
};

export type CatalogsStatus = 'ACTIVE' | 'INACTIVE';

export type CatalogsType = 'RETAIL' | 'HOTEL' | 'CREATIVE_ASSETS';

export type ConversionApiResponse = {
	readonly events: readonly {
		readonly error_message?: string | null;
		readonly status: 'failed' | 'processed';
		readonly warning_message?: string | null;
	}[];
	readonly num_events_processed: number;
	readonly num_events_received: number;
};

export type ConversionAttributionWindowDays = 0 | 1 | 7 | 14 | 30 | 60;

export type ConversionEventAppInfo = {
	readonly app_id?: string;
	readonly app_name?: string;
	readonly app_package_name?: string;
	readonly app_store?: string;
	readonly app_version?: string;
	readonly install_time?: number;
	readonly user_agent?: string;
	readonly window_height?: number;
	readonly window_width?: number;
};

export type ConversionEventDeviceInfo = {
	readonly battery_level?: number;
	readonly brand?: string;
	readonly carrier?: string;
	readonly cpu_cores?: number;
	readonly external_storage_free_space?: number;
	readonly external_storage_size?: number;
	readonly form_factor?:
		| 'desktop'
		| 'laptop'
		| 'cellphone'
		| 'tablet'
		| 'smartwatch'
		| 'tv'
		| 'vr'
		| 'console'
		| 'other';
	readonly kernel_version?: string;
	readonly languages?: readonly string[];
	readonly locale?: string;
	readonly model?: string;
	readonly network_type?:
		| 'wifi'
		| 'cellular_2g'
		| 'cellular_3g'
		| 'cellular_4g'
		| 'cellular_5g'
		| 'cellular_6g'
		| 'ethernet'
		| 'unknown';
	readonly os_family?: 'ios' | 'android' | 'macos' | 'windows' | 'linux' | 'bsd' | 'other';
	readonly os_name?: string;
	readonly os_release_name?: string;
	readonly os_version?: string;
	readonly screen_density?: number;
	readonly screen_height?: number;
	readonly screen_width?: number;
	readonly storage_free_space?: number;
	readonly storage_size?: number;
	readonly timezone?: string;
	readonly timezone_abbr?: string;
	readonly type?: string;
};

export type ConversionEventResponse = {
	readonly ad_account_id?: string;
	readonly conversion_event?: ConversionTagType;
	readonly conversion_tag_id?: string;
	readonly created_time?: number;
};

export type ConversionEvents = {
	readonly data: readonly {
		readonly action_source: string;
		readonly app_id?: string | null;
		readonly app_info?: ConversionEventAppInfo;
		readonly app_name?: string | null;
		readonly app_version?: string | null;
		readonly custom_data?: {
			readonly content_brand?: string | null;
			readonly content_category?: string | null;
			readonly content_ids?: readonly string[];
			readonly content_name?: string | null;
			readonly contents?: readonly {
				readonly id?: string;
				readonly item_brand?: string;
				readonly item_category?: string;
				readonly item_name?: string;
				readonly item_price?: string;
				readonly quantity?: number;
			}[];
			readonly currency?: string | null;
			readonly external_measurement_id?: string | null;
			readonly external_measurement_vendor_id?: number | null;
			readonly np?: string | null;
			readonly num_items?: number;
			readonly opt_out_type?: string | null;
			readonly order_id?: string | null;
			readonly predicted_ltv?: string | null;
			readonly search_string?: string | null;
			readonly value?: string | null;
		};
		readonly device_brand?: string | null;
		readonly device_carrier?: string | null;
		readonly device_info?: ConversionEventDeviceInfo;
		readonly device_model?: string | null;
		readonly device_type?: string | null;
		readonly event_id: string;
		readonly event_name: string;
		readonly event_source_url?: string | null;
		readonly event_time: number;
		readonly language?: string | null;
		readonly opt_out?: boolean;
		readonly os_version?: string | null;
		readonly partner_name?: string | null;
		readonly user_data: ConversionEventsUserData;
		readonly wifi?: boolean;
	}[];
};

export type ConversionEventsUserData =
	| WithRequired<ConversionEventsUserDataProperties, 'em'>
	| WithRequired<ConversionEventsUserDataProperties, 'hashed_maids'>
	| WithRequired<ConversionEventsUserDataProperties, 'client_ip_address' | 'client_user_agent'>;

export type ConversionEventsUserDataProperties = {
	readonly click_id?: string | null;
	readonly client_ip_address?: string;
	readonly client_user_agent?: string;
	readonly country?: readonly string[];
	readonly ct?: readonly string[];
	readonly db?: readonly string[];
	readonly em?: readonly string[];
	readonly external_id?: readonly string[];
	readonly fn?: readonly string[];
	readonly ge?: readonly string[];
	readonly hashed_maids?: readonly string[];
	readonly ln?: readonly string[];
	readonly partner_id?: string | null;
	readonly ph?: readonly string[];
	readonly st?: readonly string[];
	readonly zp?: readonly string[];
};

export type ConversionReportAttributionType = 'INDIVIDUAL' | 'HOUSEHOLD';

export type ConversionReportTimeType = 'TIME_OF_AD_ACTION' | 'TIME_OF_CONVERSION';

export type ConversionTag = {
	readonly ad_account_id: string;
	readonly status?: EntityStatus;
} & ConversionTagCommon;

export type ConversionTagCommon = {
	readonly code_snippet?: string;
	readonly configs?: ConversionTagConfigs;
	readonly enhanced_match_status?: null | EnhancedMatchStatusType;
	readonly id?: string;
	readonly last_fired_time_ms?: number | null;
	readonly name: string;
	readonly version?: string;
};

export type ConversionTagConfigs = {
	readonly aem_db_enabled?: boolean | null;
	readonly aem_enabled?: boolean | null;
	readonly aem_external_id_enabled?: boolean | null;
	readonly aem_fnln_enabled?: boolean | null;
	readonly aem_ge_enabled?: boolean | null;
	readonly aem_loc_enabled?: boolean | null;
	readonly aem_ph_enabled?: boolean | null;
	readonly md_frequency?: number | null;
	readonly no_code_capi_domains?: readonly string[];
};

export type ConversionTagCreate = {
	readonly aem_db_enabled?: boolean | null;
	readonly aem_enabled?: boolean | null;
	readonly aem_external_id_enabled?: boolean | null;
	readonly aem_fnln_enabled?: boolean | null;
	readonly aem_ge_enabled?: boolean | null;
	readonly aem_loc_enabled?: boolean | null;
	readonly aem_ph_enabled?: boolean | null;
	readonly md_frequency?: number | null;
	readonly name: string;
};

export type ConversionTagType =
	| 'PAGE_LOAD'
	| 'UNKNOWN'
	| 'INITIALIZED'
	| 'PAGE_VISIT'
	| 'SIGNUP'
	| 'CHECKOUT'
	| 'CUSTOM'
	| 'VIEW_CATEGORY'
	| 'SEARCH'
	| 'ADD_TO_CART'
	| 'WATCH_VIDEO'
	| 'LEAD'
	| 'APP_INSTALL'
	| 'WEB_SESSION'
	| 'EXTERNAL_MEASUREMENT';

export type Country = string;

export type CreativeType =
	| 'REGULAR'
	| 'VIDEO'
	| 'SHOPPING'
	| 'CAROUSEL'
	| 'MAX_VIDEO'
	| 'SHOP_THE_PIN'
	| 'COLLECTION'
	| 'IDEA'
	| 'SHOWCASE'
	| 'QUIZ'
	| 'COLLAGE'
	| 'MAX_WIDTH_REGULAR_COLLECTION'
	| 'MAX_WIDTH_VIDEO_COLLECTION';

export type Currency =
	| 'UNK'
	| 'USD'
	| 'GBP'
	| 'CAD'
	| 'EUR'
	| 'AUD'
	| 'NZD'
	| 'SEK'
	| 'ILS'
	| 'CHF'
	| 'HKD'
	| 'JPY'
	| 'SGD'
	| 'KRW'
	| 'NOK'
	| 'DKK'
	| 'PLN'
	| 'RON'
	| 'HUF'
	| 'CZK'
	| 'BRL'
	| 'MXN'
	| 'ARS'
	| 'CLP'
	| 'COP'
	| 'INR'
	| 'TRY';

export type CustomerList = {
	readonly ad_account_id?: string;
	readonly created_time?: number;
	readonly exceptions?: object;
	readonly id?: string;
	readonly name?: string;
	readonly num_batches?: number;
	readonly num_removed_user_records?: number;
	readonly num_uploaded_user_records?: number;
	readonly status?: 'PROCESSING' | 'READY' | 'TOO_SMALL' | 'UPLOADING';
	readonly type?: string;
	readonly updated_time?: number;
};

export type CustomerListRequest = {
	readonly list_type?: string & UserListType;
	readonly name: string;
	readonly records: string;
};

export type CustomerListUpdateRequest = {
	readonly operation_type: string & UserListOperationType;
	readonly records: string;
};

export type CustomizableCTAType =
	| 'GET_OFFER'
	| 'LEARN_MORE'
	| 'ORDER_NOW'
	| 'SHOP_NOW'
	| 'SIGN_UP'
	| 'SUBSCRIBE'
	| 'BUY_NOW'
	| 'CONTACT_US'
	| 'GET_QUOTE'
	| 'VISIT_SITE'
	| 'APPLY_NOW'
	| 'BOOK_NOW'
	| 'REQUEST_DEMO'
	| 'REGISTER_NOW'
	| 'FIND_A_DEALER'
	| 'ADD_TO_CART'
	| 'WATCH_NOW'
	| 'READ_MORE'
	| 'BUY_TICKETS'
	| 'DONATE_NOW'
	| 'DOWNLOAD'
	| 'EXPLORE_MORE'
	| 'FIND_A_LOCATION'
	| 'GET_DEAL'
	| 'GET_RECIPE'
	| 'GET_SHOWTIMES'
	| 'ON_SALE'
	| 'PLAY_GAME'
	| 'TRY_IT'
	| null;

export type DataOutputFormat = 'JSON' | 'CSV';

export type DeliveryMetricsResponse = {
	readonly items?: readonly {
		readonly category?: 'ADS' | 'ORGANIC';
		readonly definition?: string;
		readonly display_name?: string;
		readonly name?: string;
	}[];
};

export type DisclosureType =
	| 'NO_DISCLOSURE'
	| 'PRESCRIBING_INFORMATION'
	| 'PRESCRIBING_INFORMATION_BOX_WARNING'
	| 'IMPORTANT_SAFETY_INFO'
	| 'MED_GUIDE'
	| 'PATIENT_INFORMATION'
	| null;

export type EnhancedMatchStatusType =
	'UNKNOWN' | 'NOT_VALIDATED' | 'VALIDATING_IN_PROGRESS' | 'VALIDATION_COMPLETE';

export type EntityStatus = 'ACTIVE' | 'PAUSED' | 'ARCHIVED' | 'DRAFT' | 'DELETED_DRAFT';

export type EventData = {
	readonly currency?: Currency;
	readonly lead_type?: string;
	readonly line_items?: LineItem;
	readonly order_id?: string;
	readonly order_quantity?: number;
	readonly page_name?: string;
	readonly promo_code?: string;
	readonly property?: string;
	readonly search_query?: string;
	readonly value?: string;
	readonly video_title?: string;
};

export type EventQualityScore = {
	readonly ingestion_source: IngestionSourceOptions;
	readonly lookback_period: LookbackPeriodOptions;
	readonly overall_status: OverallStatusOptions;
	readonly quality_components: QualityComponents;
	readonly source_platform: SourcePlatformOptions;
};

export type Exception = {
	readonly code?: number;
	readonly message?: string;
};

export type Granularity = 'TOTAL' | 'DAY' | 'HOUR' | 'WEEK' | 'MONTH';

export type GridClickType = 'CLOSEUP' | 'DIRECT_TO_DESTINATION' | null;

export type ImageDetails = {
	readonly height: number | null;
	readonly url: string;
	readonly width: number | null;
};

export type ImageMetadata = {
	readonly description?: string | null;
	readonly images?: ImageSize;
	readonly item_type?: string;
	readonly link?: string | null;
	readonly title?: string | null;
};

export type ImageSize = {
	readonly '150x150'?: ImageDetails;
	readonly '400x300'?: ImageDetails;
	readonly '600x'?: ImageDetails;
	readonly '1200x'?: ImageDetails;
};

export type IngestionSourceOptions = 'TAG' | 'MMP' | 'FILE_UPLOAD' | 'CONVERSIONS_API' | 'NATIVE';

export type Keyword = KeywordsCommon & {
	readonly archived?: boolean;
	readonly id?: string;
	readonly parent_id?: string;
	readonly parent_type?: string;
	readonly type?: string;
};

export type KeywordError = {
	readonly data?: Keyword;
	readonly error_messages?: readonly string[];
};

export type KeywordMetrics = {
	readonly keyword_query_volume?: string;
};

export type KeywordMetricsResponse = {
	readonly keyword?: string;
	readonly metrics?: KeywordMetrics;
};

export type KeywordsCommon = {
	readonly bid?: number | null;
	readonly match_type: MatchTypeResponse;
	readonly value: string;
};

export type KeywordsMetricsArrayResponse = {
	readonly data?: readonly KeywordMetricsResponse[];
};

export type KeywordsRequest = {
	readonly keywords: readonly KeywordsCommon[];
	readonly parent_id: string;
};

export type KeywordsResponse = {
	readonly errors?: readonly KeywordError[];
	readonly keywords?: readonly Keyword[];
};

export type KeywordUpdate = {
	readonly archived?: boolean;
	readonly bid?: number | null;
	readonly id: string;
};

export type KeywordUpdateBody = {
	readonly keywords: readonly KeywordUpdate[];
};

export type LeadFormCommon = {
	readonly completion_message?: string | null;
	readonly disclosure_language?: string | null;
	readonly has_accepted_terms?: boolean;
	readonly name?: string | null;
	readonly policy_links?: readonly {
		readonly label?: string;
		readonly link?: string;
	}[];
	readonly privacy_policy_link?: string | null;
	readonly questions?: readonly LeadFormQuestion[];
	readonly status?: LeadFormStatus;
};

export type LeadFormQuestion = {
	readonly custom_question_field_type?: LeadFormQuestionFieldType;
	readonly custom_question_label?: string | null;
	readonly custom_question_options?: readonly string[] | null;
	readonly question_type?: LeadFormQuestionType;
};

export type LeadFormQuestionFieldType =
	'TEXT_FIELD' | 'TEXT_AREA' | 'RADIO_LIST' | 'CHECKBOX' | null;

export type LeadFormQuestionType =
	| 'CUSTOM'
	| 'FULL_NAME'
	| 'FIRST_NAME'
	| 'LAST_NAME'
	| 'EMAIL'
	| 'PHONE_NUMBER'
	| 'ZIP_CODE'
	| 'GENDER'
	| 'CITY'
	| 'COUNTRY'
	| 'STATE_PROVINCE'
	| 'ADDRESS'
	| 'DATE_OF_BIRTH'
	| 'AGE';

export type LeadFormResponse = LeadFormCommon & {
	readonly ad_account_id?: string;
	readonly created_time?: number;
	readonly id?: string;
	readonly updated_time?: number;
};

export type LeadFormStatus = 'DRAFT' | 'ACTIVE';

export type LeadsExportCreateRequest = {
	readonly ad_id: string;
	readonly end_date: string;
	readonly start_date: string;
};

export type LeadsExportCreateResponse = {
	readonly leads_export_id?: string;
};

export type LeadsExportResponseData = {
	readonly download_url?: string | null;
	readonly export_status?: LeadsExportStatus;
};

export type LeadsExportStatus = 'IN_PROGRESS' | 'FINISHED' | 'FAILED';

export type LineItem = {
	readonly product_brand?: string;
	readonly product_category?: string;
	readonly product_id?: number;
	readonly product_name?: string;
	readonly product_price?: string;
	readonly product_quantity?: number;
	readonly product_variant?: string;
	readonly product_variant_id?: string;
};

export type LookbackPeriodOptions = '1d' | '14d';

export type MatchTypeResponse =
	'BROAD' | 'PHRASE' | 'EXACT' | 'EXACT_NEGATIVE' | 'PHRASE_NEGATIVE' | null;

export type MetricsReportingLevel =
	| 'ADVERTISER'
	| 'ADVERTISER_TARGETING'
	| 'CAMPAIGN'
	| 'CAMPAIGN_TARGETING'
	| 'AD_GROUP'
	| 'AD_GROUP_TARGETING'
	| 'PIN_PROMOTION'
	| 'PIN_PROMOTION_TARGETING'
	| 'KEYWORD'
	| 'PRODUCT_GROUP'
	| 'PRODUCT_GROUP_TARGETING'
	| 'PRODUCT_ITEM'
	| 'PRODUCT_ITEM_TARGETING';

export type NullableCurrency = string | null;

export type OauthAccessTokenRequestRefresh = {
	readonly grant_type: 'authorization_code' | 'refresh_token' | 'client_credentials';
} & {
	readonly refresh_token: string;
	readonly scope?: string;
};

export type OauthAccessTokenResponseRefresh = {
	readonly access_token: string;
	readonly expires_in: number;
	readonly response_type?: 'authorization_code' | 'refresh_token' | 'client_credentials';
	readonly scope: string;
	readonly token_type: string;
} & {
	readonly refresh_token: string;
	readonly refresh_token_expires_at: number;
	readonly refresh_token_expires_in: number;
};

export type ObjectiveType =
	'AWARENESS' | 'CONSIDERATION' | 'WEB_CONVERSION' | 'CATALOG_SALES' | 'VIDEO_COMPLETION';

export type OptimizationGoalMetadata = {
	readonly conversion_tag_v3_goal_metadata?: {
		readonly attribution_windows?: {
			readonly click_window_days?: number;
			readonly engagement_window_days?: number;
			readonly view_window_days?: number;
		};
		readonly conversion_event?:
			| 'PAGE_VISIT'
			| 'SIGNUP'
			| 'CHECKOUT'
			| 'CUSTOM'
			| 'VIEW_CATEGORY'
			| 'SEARCH'
			| 'ADD_TO_CART'
			| 'WATCH_VIDEO'
			| 'LEAD'
			| 'APP_INSTALL';
		readonly conversion_tag_id?: string;
		readonly cpa_goal_value_in_micro_currency?: string;
		readonly is_roas_optimized?: boolean | null;
		readonly learning_mode_type?: 'NOT_ACTIVE' | 'ACTIVE' | null;
		readonly reporting_event?: string;
	};
	readonly frequency_goal_metadata?: {
		readonly frequency?: number;
		readonly timerange?:
			'THIRTY_DAY' | 'DAY' | 'SEVEN_DAY' | 'TWENTY_MINUTE' | 'TEN_MINUTE' | 'TWENTY_FOUR_HOUR';
	};
	readonly scrollup_goal_metadata?: {
		readonly scrollup_goal_value_in_micro_currency?: string | null;
	};
};

export type OverallStatusOptions = 'NEEDS_IMPROVEMENT' | 'FAIR' | 'GOOD';

export type PacingDeliveryType = 'STANDARD' | 'ACCELERATED';

export type Pin = {
	readonly alt_text?: string | null;
	readonly board_id?: string;
	readonly board_owner?: BoardOwner;
	readonly board_section_id?: string | null;
	readonly created_at?: string;
	readonly creative_type?: null | CreativeType;
	readonly description?: string | null;
	readonly dominant_color?: string | null;
	readonly has_been_promoted?: boolean;
	readonly id: string;
	readonly is_owner?: boolean;
	readonly is_standard?: boolean;
	readonly link?: string | null;
	readonly media?: PinMedia;
	readonly parent_pin_id?: string | null;
	readonly pin_metrics?: object | null;
	readonly title?: string | null;
};

export type PinMedia =
	| PinMediaWithImage
	| PinMediaWithVideo
	| PinMediaWithImages
	| PinMediaWithVideos
	| PinMediaWithImageAndVideo;

export type PinMediaMetadata = ImageMetadata | VideoMetadataWithItemType;

export type PinMediaWithImage = {
	readonly images?: ImageSize;
	readonly media_type: 'image';
};

export type PinMediaWithImageAndVideo = {
	readonly items?: readonly PinMediaMetadata[];
	readonly media_type: 'multiple_mixed';
};

export type PinMediaWithImages = {
	readonly items?: readonly ImageMetadata[];
	readonly media_type: 'multiple_images';
};

export type PinMediaWithVideo = {
	readonly cover_image_url?: string;
	readonly duration?: number | null;
	readonly height?: number | null;
	readonly images?: ImageSize;
	readonly media_type: 'video';
	readonly video_url?: string | null;
	readonly width?: number | null;
};

export type PinMediaWithVideos = {
	readonly items?: readonly VideoMetadataWithItemType[];
	readonly media_type: 'multiple_videos';
};

export type PinPromotionSummaryStatus =
	| 'APPROVED'
	| 'PAUSED'
	| 'PENDING'
	| 'REJECTED'
	| 'ADVERTISER_DISABLED'
	| 'ARCHIVED'
	| 'DRAFT'
	| 'DELETED_DRAFT';

export type PlacementGroupType = 'ALL' | 'SEARCH' | 'BROWSE' | 'OTHER';

export type PlacementMultipliers =
	| ({
			readonly PLACEMENT?: 'SEARCH' | 'BROWSE' | 'RELATED_PINS';
	  } & {
			readonly [key: string]: number;
	  })
	| null;

export type ProductAvailabilityType = 'IN_STOCK' | 'OUT_OF_STOCK' | 'PREORDER' | null;

export type ProductGroupPromotion = {
	readonly ad_group_id?: string;
	readonly bid_in_micro_currency?: number | null;
	readonly catalog_product_group_id?: string | null;
	readonly catalog_product_group_name?: string | null;
	readonly collections_header_type?:
		| 'SHOP_THIS_COLLECTION'
		| 'EXPLORE_THIS_COLLECTION'
		| 'NO_HEADER'
		| 'ON_SALE'
		| 'GET_DEAL'
		| null;
	readonly collections_hero_destination_url?: string | null;
	readonly collections_hero_pin_id?: string | null;
	readonly creative_type?: CreativeType;
	readonly customizable_cta_type?:
		'SHOP_NOW' | 'BOOK_NOW' | 'ON_SALE' | 'GET_DEAL' | 'BUY_ONLINE_PICKUP_IN_STORE' | null;
	readonly definition?: string | null;
	readonly grid_click_type?: GridClickType;
	readonly id?: string;
	readonly included?: boolean | null;
	readonly is_generate_background?: boolean | null;
	readonly is_mdl?: boolean | null;
	readonly parent_id?: string | null;
	readonly preferred_media_type?: 'VIDEO' | 'IMAGE' | null;
	readonly relative_definition?: string | null;
	readonly selected_image_tag?: string | null;
	readonly selected_video_tag?: string | null;
	readonly slideshow_collections_description?: string | null;
	readonly slideshow_collections_title?: string | null;
	readonly status?: EntityStatus;
	readonly tracking_url?: string | null;
};

export type ProductGroupPromotionCreateRequest = {
	readonly ad_group_id: string;
	readonly product_group_promotion: readonly ProductGroupPromotion[];
};

export type ProductGroupSummaryStatus = 'RUNNING' | 'PAUSED' | 'EXCLUDED' | 'ARCHIVED';

export type QualityComponentDetails = {
	readonly coverage: number;
	readonly issues?: readonly QualityComponentIssue[];
	readonly overlap?: number;
};

export type QualityComponentIssue = {
	readonly id: string;
	readonly name: string;
	readonly reason: string;
};

export type QualityComponents = {
	readonly advertiser_external_id?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly click_id_epik?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly external_event_id?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly hashed_email?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly hashed_maid?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly ip_address?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly order_id?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly order_value?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly product_id?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly source_url?: {
		readonly [key: string]: QualityComponentDetails;
	};
	readonly user_agent?: {
		readonly [key: string]: QualityComponentDetails;
	};
};

export type QuizPinData = {
	readonly questions?: readonly QuizPinQuestion[];
	readonly results?: readonly QuizPinResult[];
	readonly tie_breaker_custom_result?: QuizPinResult;
	readonly tie_breaker_type?: 'RANDOM' | 'CUSTOM';
} | null;

export type QuizPinOption = {
	readonly id?: number;
	readonly text?: string;
} | null;

export type QuizPinQuestion = {
	readonly options?: readonly QuizPinOption[];
	readonly question_id?: number;
	readonly question_text?: string;
} | null;

export type QuizPinResult = {
	readonly android_deep_link?: string;
	readonly destination_url?: string;
	readonly ios_deep_link?: string;
	readonly organic_pin_id?: string;
	readonly result_id?: number;
} | null;

export type RelatedTerms = {
	readonly id?: string;
	readonly related_term_count?: number;
	readonly related_terms_list?: readonly {
		readonly related_terms?: readonly string[];
		readonly term?: string;
	}[];
};

export type ReportingColumnAsync = string;

export type ReportingTimeZone = 'PINTEREST_TIME_ZONE' | 'AD_ACCOUNT_TIME_ZONE';

export type SharedAudienceAccount = {
	readonly account_id: string;
	readonly account_name: string;
	readonly account_type: 'AD_ACCOUNT' | 'BUSINESS_ACCOUNT';
	readonly shared_on_timestamp: number;
};

export type SingleInterestTargetingOptionResponse = {
	readonly child_interests?: readonly string[];
	readonly id?: string;
	readonly level?: number;
	readonly name?: string;
};

export type SourcePlatformOptions =
	| 'WEB'
	| 'MOBILE'
	| 'MOBILE_ANDROID'
	| 'MOBILE_IOS'
	| 'OFFLINE'
	| 'PINTEREST_WEB'
	| 'PINTEREST_ANDROID'
	| 'PINTEREST_IOS'
	| 'POINT_OF_SALE';

export type TargetingSpec = {
	readonly AGE_BUCKET?: readonly TargetingSpecAgeBucket[] | null;
	readonly APPTYPE?: readonly TargetingSpecAppType[] | null;
	readonly AUDIENCE_EXCLUDE?: readonly string[] | null;
	readonly AUDIENCE_INCLUDE?: readonly string[] | null;
	readonly GENDER?: readonly TargetingSpecGender[] | null;
	readonly GEO?: readonly string[] | null;
	readonly INTEREST?: readonly string[];
	readonly LOCALE?: readonly string[] | null;
	readonly LOCATION?: readonly string[] | null;
	readonly MAXIMUM_AGE?: string;
	readonly MINIMUM_AGE?: string;
	readonly SHOPPING_RETARGETING?: readonly TargetingSpecShoppingRetargeting[] | null;
	readonly TARGETING_STRATEGY?:
		readonly ('CHOOSE_YOUR_OWN' | 'FIND_NEW_CUSTOMERS' | 'RECONNECT_WITH_USERS')[] | null;
};

export type TargetingSpecAgeBucket =
	'18-24' | '19+' | '20+' | '21+' | '25-34' | '35-44' | '45-49' | '50-54' | '55-64' | '65+';

export type TargetingSpecAppType =
	'android_mobile' | 'android_tablet' | 'ipad' | 'iphone' | 'web' | 'web_mobile';

export type TargetingSpecGender = 'unknown' | 'male' | 'female';

export type TargetingSpecShoppingRetargeting = {
	readonly exclusion_window?: number;
	readonly lookback_window?: number;
	readonly tag_types?: readonly number[];
};

export type TargetingTypeFilter = {
	readonly targeting_types?: readonly (
		| 'KEYWORD'
		| 'APPTYPE'
		| 'GENDER'
		| 'LOCATION'
		| 'PLACEMENT'
		| 'COUNTRY'
		| 'TARGETED_INTEREST'
		| 'PINNER_INTEREST'
		| 'AUDIENCE_INCLUDE'
		| 'GEO'
		| 'AGE_BUCKET'
		| 'REGION'
		| 'MEDIA_TYPE'
		| 'AGE_BUCKET_AND_GENDER'
		| 'AUDIENCE_MULTIPLIER'
		| 'CREATIVE_ENHANCEMENTS'
		| 'LOCAL_ADS_STORE_CODE'
	)[];
};

export type TrackingUrls = {
	readonly audience_verification?: readonly string[];
	readonly buyable_button?: readonly string[];
	readonly click?: readonly string[];
	readonly engagement?: readonly string[];
	readonly impression?: readonly string[];
} | null;

export type TrendingKeywordsResponse = {
	readonly trends?: readonly {
		readonly demographics?: {
			readonly age_distribution?:
				| ({
						readonly age_distribution?:
							'18-24' | '25-34' | '35-44' | '45-49' | '50-54' | '55-64' | '65+';
				  } & {
						readonly [key: string]: number;
				  })
				| null;
			readonly gender_distribution?:
				| ({
						readonly gender_distribution?: 'male' | 'female' | 'unspecified';
				  } & {
						readonly [key: string]: number;
				  })
				| null;
		} | null;
		readonly has_prediction?: boolean;
		readonly keyword?: string;
		readonly pct_growth_mom?: number;
		readonly pct_growth_wow?: number;
		readonly pct_growth_yoy?: number;
		readonly predicted_time_series?: {
			readonly date?: string;
		} & {
			readonly [key: string]: number;
		};
		readonly time_series?: {
			readonly date?: string;
		} & {
			readonly [key: string]: number;
		};
	}[];
};

export type UserListOperationType = 'ADD' | 'REMOVE';

export type UserListType = 'EMAIL' | 'IDFA' | 'MAID' | 'LR_ID' | 'DLX_ID' | 'HASHED_PINNER_ID';

export type VideoMetadataWithItemType = {
	readonly cover_image_url?: string;
	readonly duration?: number | null;
	readonly height?: number | null;
	readonly item_type?: string;
	readonly video_url?: string | null;
	readonly width?: number | null;
};
