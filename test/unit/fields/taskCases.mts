import { compiles, eachOf, oneOf, refuses, type Case } from './typeCases.mts';

/** Every public task that takes declared fields: a right call, and each kind of wrong one that its fields allow. */
export const TASKS: Readonly<Record<string, readonly Case[]>> = {
	createCampaigns: [
		compiles(
			'a campaign',
			`createCampaigns(context, [{
				name: 'Spring', objective: 'CONSIDERATION', dailySpendCap: '50000000', status: null,
				startTime: new Date(0), trackingUrls: { click: 'https://track.example.com' },
			}])`,
		),
		refuses(
			'a misspelt field',
			`createCampaigns(context, [{ nmae: 'Spring' }])`,
			/'nmae' does not exist in type/,
		),
		refuses(
			'a wrong choice',
			`createCampaigns(context, [{ name: 'Spring', objective: 'CLICKS' }])`,
			/Type '"CLICKS"' is not assignable to type '.*"CONSIDERATION" \| /,
		),
		refuses(
			'a number for an ID',
			`createCampaigns(context, [{ name: 'Spring', adAccountId: 549755885175 }])`,
			/Type 'number' is not assignable to type 'string'/,
		),
		refuses(
			'a missing name',
			`createCampaigns(context, [{ objective: 'AWARENESS' }])`,
			/Property 'name' is missing/,
		),
		refuses(
			'what has nothing of a campaign',
			`createCampaigns(context, [42, null])`,
			/Type 'number' is not assignable to type .*\n?.*Type 'null' is not assignable/s,
		),
	],
	createCampaign: [
		compiles('a campaign', `createCampaign(context, { name: 'Spring', objective: 'SALES' })`),
		compiles(
			'what it is for, and whether its successor is taken',
			`createCampaign(context, { name: 'Spring', intendedPromotionType: 'CATALOG', useSuccessor: 'always' })`,
		),
		refuses(
			'what is never sent',
			`createCampaign(context, { name: 'Spring', intendedPromotionType: 'LEGACY' })`,
			/Type '"LEGACY"' is not assignable/,
		),
		refuses(
			'a list',
			`createCampaign(context, [{ name: 'Spring' }])`,
			/Property 'name' is missing/,
		),
	],
	updateCampaigns: [
		compiles(
			'a change',
			`updateCampaigns(context, [{ campaignId: '626735565838', status: 'ARCHIVED', clear: ['endTime'] }])`,
		),
		compiles(
			'one field to clear',
			`updateCampaigns(context, [{ campaignId: '626735565838', clear: 'dailySpendCap' }])`,
		),
		refuses(
			'a misspelt field',
			`updateCampaigns(context, [{ campaignId: '626735565838', dailyCap: '5' }])`,
			/'dailyCap' does not exist in type/,
		),
		refuses(
			'a field that cannot be cleared',
			`updateCampaigns(context, [{ campaignId: '626735565838', clear: ['name'] }])`,
			/Type '"name"' is not assignable to type '"dailySpendCap" \| /,
		),
		refuses(
			'a number for an ID',
			`updateCampaigns(context, [{ campaignId: 626735565838 }])`,
			/Type 'number' is not assignable to type 'string'/,
		),
		refuses(
			'a change of nothing',
			`updateCampaigns(context, [{ status: 'PAUSED' }])`,
			/Property 'campaignId' is missing/,
		),
	],
	updateCampaign: [
		compiles('a change', `updateCampaign(context, { campaignId: '626735565838', name: 'New' })`),
		refuses(
			'a wrong choice',
			`updateCampaign(context, { campaignId: '626735565838', status: 'DRAFT' })`,
			/Type '"DRAFT"' is not assignable/,
		),
	],
	getCampaign: oneOf(
		'getCampaign',
		{ campaignId: '626735565838' },
		{
			missing: 'campaignId',
			id: 'campaignId',
		},
	),
	listCampaigns: oneOf(
		'listCampaigns',
		{ statuses: ['PAUSED'], campaignIds: '5, 6', limit: 5 },
		{
			choice: 'statuses',
			id: 'adAccountId',
		},
	),
	createAdGroups: eachOf(
		'createAdGroups',
		{
			campaignId: '626735565838',
			name: 'US',
			billableEvent: 'CLICKTHROUGH',
			locations: 'US',
			budget: '5000000',
			optimizationGoal: { conversionEvent: 'CHECKOUT', conversionTagId: '5' },
			keywords: ['sofa'],
			endTime: null,
		},
		{ missing: 'campaignId', choice: 'billableEvent', id: 'campaignId' },
	),
	createAdGroup: [
		...oneOf(
			'createAdGroup',
			{
				campaignId: '626735565838',
				name: 'US',
				billableEvent: 'IMPRESSION',
				bidStrategy: 'MAX_BID',
			},
			{ missing: 'billableEvent', choice: 'bidStrategy', id: 'targetingTemplateId' },
		),
		refuses(
			'a misspelt field of its goal',
			`createAdGroup(context, { campaignId: '6', name: 'US', billableEvent: 'IMPRESSION', optimizationGoal: { tag: '5' } })`,
			/'tag' does not exist in type/,
		),
	],
	updateAdGroups: eachOf(
		'updateAdGroups',
		{
			adGroupId: '2680060704746',
			status: 'PAUSED',
			bid: 2_000_000,
			clear: ['endTime', 'bidMultiplier'],
		},
		{ missing: 'adGroupId', choice: 'clear', id: 'adGroupId' },
	),
	updateAdGroup: [
		...oneOf(
			'updateAdGroup',
			{ adGroupId: '2680060704746', pacing: 'STANDARD' },
			{
				missing: 'adGroupId',
				choice: 'pacing',
				id: 'adGroupId',
			},
		),
		refuses(
			'keywords',
			`updateAdGroup(context, { adGroupId: '2680060704746', keywords: 'sofa' })`,
			/Type 'string' is not assignable to type 'null \| undefined'|'string' is not assignable to type 'undefined'/,
		),
	],
	getAdGroup: oneOf(
		'getAdGroup',
		{ adGroupId: '2680060704746' },
		{
			missing: 'adGroupId',
			id: 'adGroupId',
		},
	),
	listAdGroups: oneOf(
		'listAdGroups',
		{ campaignIds: ['5'], statuses: 'ACTIVE' },
		{
			choice: 'statuses',
			id: 'adAccountId',
		},
	),
	createAds: eachOf(
		'createAds',
		{
			adGroupId: '2680060704746',
			pinId: '394205773611',
			creativeType: 'REGULAR',
			trackingUrls: { click: 'https://track.example.com' },
			quiz: { questions: [{ questionText: 'Where?' }], results: [{ organicPinId: '5' }] },
		},
		{ missing: 'pinId', choice: 'creativeType', id: 'pinId' },
	),
	createAd: [
		...oneOf(
			'createAd',
			{ adGroupId: '2680060704746', pinId: '394205773611' },
			{
				missing: 'adGroupId',
				choice: 'callToAction',
				id: 'leadFormId',
			},
		),
		refuses(
			'a result of its quiz without a Pin',
			`createAd(context, { adGroupId: '2', pinId: '3', quiz: { results: [{ resultId: 1 }] } })`,
			/Property 'organicPinId' is missing/,
		),
	],
	updateAds: eachOf(
		'updateAds',
		{ adId: '687195134316', name: 'New', clear: 'quiz' },
		{
			missing: 'adId',
			choice: 'clear',
			id: 'adId',
		},
	),
	updateAd: oneOf(
		'updateAd',
		{ adId: '687195134316', status: 'ARCHIVED' },
		{
			missing: 'adId',
			choice: 'status',
			id: 'pinId',
		},
	),
	getAd: oneOf('getAd', { adId: '687195134316' }, { missing: 'adId', id: 'adId' }),
	listAds: oneOf(
		'listAds',
		{ adGroupIds: '5', nameContains: 'sofa' },
		{
			choice: 'statuses',
			id: 'adAccountId',
		},
	),
	addKeywords: eachOf(
		'addKeywords',
		{
			adGroupId: '2680060704746',
			keywords: ['sofa', { value: 'bed', matchType: 'EXACT' }],
			matchType: 'PHRASE',
		},
		{ missing: 'keywords', choice: 'matchType', id: 'adGroupId' },
	),
	promoteProductGroups: eachOf(
		'promoteProductGroups',
		{ adGroupId: '2680060704746', productGroupId: '443727193917', callToAction: 'SHOP_NOW' },
		{ missing: 'productGroupId', choice: 'collectionHeader', id: 'adGroupId' },
	),
	promoteProductGroup: oneOf(
		'promoteProductGroup',
		{ adGroupId: '2680060704746', productGroupId: '443727193917', bid: 2_000_000 },
		{ missing: 'adGroupId', choice: 'creativeType', id: 'heroPinId' },
	),
	updatePromotions: eachOf(
		'updatePromotions',
		{ productGroupPromotionId: '312640551938010001', status: 'ACTIVE', clear: 'trackingUrl' },
		{ missing: 'productGroupPromotionId', choice: 'clear', id: 'productGroupPromotionId' },
	),
	updatePromotion: oneOf(
		'updatePromotion',
		{ productGroupPromotionId: '312640551938010001', isIncluded: false },
		{ missing: 'productGroupPromotionId', choice: 'status', id: 'heroPinId' },
	),
	listPromotions: oneOf(
		'listPromotions',
		{ adGroupIds: ['2680060704746'], statuses: ['PAUSED'] },
		{ choice: 'statuses', id: 'campaignIds' },
	),
	listCatalogs: oneOf('listCatalogs', { nameContains: 'home' }, { id: 'adAccountId' }),
	listFeeds: oneOf('listFeeds', { catalogId: '3551100996745001' }, { id: 'catalogId' }),
	listProductGroups: oneOf(
		'listProductGroups',
		{ catalogId: '3551100996745001', productCounts: false },
		{ id: 'feedId' },
	),
	listKeywords: oneOf(
		'listKeywords',
		{ parent: 'campaign', campaignId: '626735565838' },
		{
			choice: 'matchTypes',
			id: 'campaignId',
		},
	),
	archiveKeywords: eachOf(
		'archiveKeywords',
		{ keywordId: '2886610576653' },
		{
			missing: 'keywordId',
			id: 'keywordId',
		},
	),
	estimateAudience: oneOf(
		'estimateAudience',
		{ locations: ['US'], creativeTypes: 'VIDEO', minimumAge: 20 },
		{ choice: 'creativeTypes', id: 'adAccountId' },
	),
	estimateCampaign: oneOf(
		'estimateCampaign',
		{
			...{ objective: 'CONSIDERATION', billableEvent: 'CLICKTHROUGH', locations: 'US' },
			...{ budget: '5000000', creativeType: 'VIDEO', keywords: ['sofa'] },
		},
		{ missing: 'billableEvent', choice: 'objective', id: 'audienceIncludeIds' },
	),
	previewAd: oneOf(
		'previewAd',
		{ previewOf: 'pin', pinId: '394205773611' },
		{ choice: 'previewOf', id: 'pinId' },
	),
	researchKeywords: oneOf(
		'researchKeywords',
		{ find: 'trends', region: 'DE+AT+CH', terms: ['sofa'], interests: 'home_decor' },
		{ choice: ['find', 'region', 'matchType'], id: 'adAccountId' },
	),
	getAudienceInsights: oneOf(
		'getAudienceInsights',
		{ audiences: ['YOUR_ENGAGED_AUDIENCE'], output: 'figures' },
		{ choice: ['audiences', 'output'], id: 'adAccountId' },
	),
	listInsightAudiences: oneOf('listInsightAudiences', {}, { id: 'adAccountId' }),
	listDiagnosedCampaigns: oneOf(
		'listDiagnosedCampaigns',
		{ statuses: ['ACTIVE'], diagnose: true, limit: 100 },
		{ choice: 'statuses', id: 'campaignIds' },
	),
	callApi: [
		...oneOf(
			'callApi',
			{ path: '/ad_accounts', query: { page_size: 250, ids: ['5', '6'] }, answer: 'elements' },
			{ missing: 'path', choice: 'method', id: 'adAccountId' },
		),
		refuses(
			'a number for a body',
			`callApi(context, { path: '/pins', method: 'POST', unsafe: true, body: 5 })`,
			/Type 'number' is not assignable to type '.*object/,
		),
	],
	syncAudience: [
		...oneOf(
			'syncAudience',
			{
				name: 'Newsletter',
				records: ['jane@example.com'],
				listType: 'EMAIL',
				mode: 'mirror',
				previousRecords: [],
			},
			{ missing: 'name', choice: 'listType', id: 'audienceId' },
		),
		refuses(
			'a number for records',
			`syncAudience(context, { name: 'Newsletter', records: 5 })`,
			/Type 'number' is not assignable to type '.*Iterable<unknown>/,
		),
	],
	removeRecords: oneOf(
		'removeRecords',
		{ records: ['jane@example.com'], customerListId: '5', hashing: 'sha256' },
		{ missing: 'records', choice: 'hashing', id: 'customerListId' },
	),
	createActalike: oneOf(
		'createActalike',
		{ seedAudienceId: '2542620905475', country: 'US', percentage: 5 },
		{ missing: 'percentage', id: 'seedAudienceId' },
	),
	createVisitorAudience: oneOf(
		'createVisitorAudience',
		{ name: 'Sale', conversionTagId: '2617998078212', event: 'checkout', url: '/sale/' },
		{ missing: 'conversionTagId', id: 'conversionTagId', choice: 'event' },
	),
	createEngagementAudience: oneOf(
		'createEngagementAudience',
		{ name: 'Engaged', engagementDomains: ['www.example.com'], engagementType: 'save' },
		{ missing: 'engagementDomains', id: 'adAccountId', choice: 'engagementType' },
	),
	updateAudience: oneOf(
		'updateAudience',
		{ audienceId: '2542620905475', name: 'Sale', rule: { event: 'checkout' } },
		{ missing: 'audienceId', id: 'audienceId' },
	),
	listSharedAccounts: oneOf(
		'listSharedAccounts',
		{ audienceId: '2542620905475', accountTypes: ['AD_ACCOUNT'] },
		{ missing: 'audienceId', id: 'audienceId' },
	),
	exportLeads: oneOf(
		'exportLeads',
		{ adId: '687201361754', startDate: '2026-11-29' },
		{ missing: 'adId', id: 'adId' },
	),
	getLeadForm: oneOf('getLeadForm', { leadFormId: '383791336903426391' }, { id: 'leadFormId' }),
	listLeadForms: oneOf('listLeadForms', { nameContains: 'kitchen' }, { id: 'adAccountId' }),
	getAudience: oneOf('getAudience', { audienceId: '2542620905475' }, { id: 'audienceId' }),
	listAudiences: oneOf('listAudiences', { limit: 5 }, { id: 'adAccountId' }),
	getConversionTags: oneOf(
		'getConversionTags',
		{ nameContains: 'shop', deleted: true },
		{ id: 'adAccountId' },
	),
	getConversionTag: oneOf(
		'getConversionTag',
		{ conversionTagId: '2617998078212' },
		{ missing: 'conversionTagId', id: 'conversionTagId' },
	),
	createConversionTag: oneOf(
		'createConversionTag',
		{ name: 'Example Shop', matchEmail: true, metadataFrequency: 0.6 },
		{ missing: 'name', id: 'adAccountId' },
	),
	fetchMetrics: oneOf(
		'fetchMetrics',
		{
			level: 'targeting',
			targetingTypes: ['GENDER'],
			breakdownOf: 'ad',
			ids: '5, 6',
			clickWindowDays: 30,
			startDate: '2026-11-01',
			granularity: 'DAY',
			columns: 'CTR',
			micro: true,
		},
		{ choice: 'level', id: 'ids' },
	),
	sendConversions: eachOf(
		'sendConversions',
		{
			eventName: 'checkout',
			email: 'jane@example.com',
			value: '10.00',
			currency: 'USD',
			eventTime: 1_795_000_000,
		},
		{ choice: 'actionSource', id: 'adAccountId' },
	),
	sendConversion: [
		...oneOf(
			'sendConversion',
			{ eventSource: 'shopifyOrder', event: { id: 5 }, unpaidOrders: 'warn' },
			{
				choice: 'unpaidOrders',
				id: 'adAccountId',
			},
		),
		refuses(
			'an order of nothing',
			`sendConversion(context, { eventSource: 'shopifyOrder' })`,
			/Property 'event' is missing/,
		),
		refuses(
			'fields without the name of an event',
			`sendConversion(context, { email: 'jane@example.com' })`,
			/'\{ email: string; \}' is missing the following properties from type .*: eventSource, event/s,
		),
	],
	diagnoseConversions: [
		compiles(
			'the days and the events that should arrive',
			`diagnoseConversions(context, { adAccountId: '5', days: 7, expectedEvents: ['checkout'] })`,
		),
		refuses(
			'a misspelt field',
			`diagnoseConversions(context, { expectedEvent: 'checkout' })`,
			/'expectedEvent' does not exist in type/,
		),
		refuses(
			'rows that were not counted',
			`diagnoseConversions(context, { carried: [{ event_name: 'checkout' }] })`,
			/is missing the following properties from type 'CarriedEvents'/,
		),
	],
	getEventQuality: oneOf(
		'getEventQuality',
		{ lookback: '1d' },
		{ choice: 'ingestionSource', id: 'adAccountId' },
	),
	launchCampaigns: eachOf(
		'launchCampaigns',
		{
			campaign: { name: 'Spring', objective: 'CONSIDERATION' },
			adGroups: [{ name: 'US', billableEvent: 'CLICKTHROUGH', ads: [{ pinId: '394205773611' }] }],
			status: 'PAUSED',
		},
		{ choice: 'status', id: 'adAccountId' },
	),
	launchCampaign: oneOf(
		'launchCampaign',
		{ name: 'Spring', objective: 'CONSIDERATION', billableEvent: 'IMPRESSION', pinIds: '5, 6' },
		{ choice: 'status', id: 'pinIds' },
	),
	duplicateCampaigns: eachOf(
		'duplicateCampaigns',
		{ campaignId: '626735565838', amountFactor: 0.5, replaceIds: { '254262': '254263' } },
		{ choice: 'levels', id: 'campaignId' },
	),
	duplicateCampaign: oneOf(
		'duplicateCampaign',
		{ campaignId: '626735565838', intoAdAccountId: '549755885176', statuses: ['ACTIVE'] },
		{ choice: 'levels', id: 'intoAdAccountId' },
	),
	getAdAccount: oneOf('getAdAccount', { adAccountId: '549755885175' }, { id: 'adAccountId' }),
	listAdAccounts: oneOf('listAdAccounts', { limit: 5, includeShared: true }, {}),
};
