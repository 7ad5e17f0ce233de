import * as automation from '../../../worker/src/automation/index.ts';
import * as intake from '../../../worker/src/conversions/intake/index.ts';
import * as worker from '../../../worker/src/index.ts';
import {
	choicesFor,
	columnChoices,
	goalTagChoices,
	interestChoices,
} from '../../../worker/src/pickers.ts';
import type { WorkerContext } from '../../../worker/src/context.ts';
import type { HttpResponse } from '../../../worker/src/ports.ts';
import { fakeContext } from './fakePorts.mts';
import { ACCOUNT, formOf, goodAnswer, LIST, NOW, REPORT } from './goodPinterest.mts';

// Tens of thousands of errors: where each was made costs more than the rest.
beforeAll(() => (Error.stackTraceLimit = 0));

type Task = (context: WorkerContext) => Promise<unknown>;

const campaignId = '626735565838';
const adGroupId = '2680060704746';
const adId = '687195134316';
const pinId = '394205773611';
const adAccountId = ACCOUNT;
const emails = Array.from({ length: 8 }, (_, n) => `person${n}@example.com`);
const event = {
	...{
		eventName: 'checkout',
		actionSource: 'web' as const,
		eventId: 'e1',
		eventTime: NOW / 1000 - 60,
	},
	...{ email: 'jane@example.com', value: '10', currency: 'USD' },
};
const watched = worker.readWanted({
	adAccountId,
	changes: worker.CHANGES.map(({ id }) => id),
	...{ dailySpendLimit: 1_000_000, monthlyBudget: 1_000_000 },
	...{ costPerConversionLimit: 1_000_000, roasLimit: 2 },
});
const newAdGroup = {
	adAccountId,
	campaignId,
	name: 'New',
	billableEvent: 'CLICKTHROUGH',
	locations: 'US',
} as const;
const metrics = { adAccountId, startDate: '2026-11-20', endDate: '2026-11-23' };

/** Each task that asks Pinterest something, once or in each of its ways. */
const TASKS: Readonly<Record<string, Task>> = {
	listAdAccounts: (c) => worker.listAdAccounts(c),
	getAdAccount: (c) => worker.getAdAccount(c, { adAccountId }),
	checkConnection: (c) => worker.checkConnection(c, { adAccountId }, async () => ({})),
	getCampaign: (c) => worker.getCampaign(c, { adAccountId, campaignId }),
	getCampaigns: (c) =>
		worker.getCampaigns(c, [
			{ adAccountId, campaignId },
			{ adAccountId, campaignId: '5' },
		]),
	getAdGroup: (c) => worker.getAdGroup(c, { adAccountId, adGroupId }),
	getAd: (c) => worker.getAd(c, { adAccountId, adId }),
	listCampaigns: (c) => worker.listCampaigns(c, { adAccountId, nameContains: 'ol' }),
	listAdGroups: (c) => worker.listAdGroups(c, { adAccountId }),
	listAds: (c) => worker.listAds(c, { adAccountId }),
	createCampaigns: (c) =>
		worker.createCampaigns(c, [
			{ adAccountId, name: 'New', objective: 'CONSIDERATION', dailySpendCap: 9_000_000 },
		]),
	createAdGroups: (c) =>
		worker.createAdGroups(c, [
			{ ...newAdGroup, keywords: 'sofa', interests: 'Lamps', audienceIncludeIds: '2542620' },
		]),
	createAds: (c) => worker.createAds(c, [{ adAccountId, adGroupId, pinId, name: 'New' }]),
	updateCampaigns: (c) => worker.updateCampaigns(c, [{ adAccountId, campaignId, name: 'Newer' }]),
	updateAdGroups: (c) => worker.updateAdGroups(c, [{ adAccountId, adGroupId, name: 'Newer' }]),
	promoteProductGroups: (c) =>
		worker.promoteProductGroups(c, [
			{ adAccountId, adGroupId, productGroupId: '443727193917', heroPinId: pinId },
		]),
	'promoteProductGroups, there already': (c) =>
		worker.promoteProductGroups(c, [{ adAccountId, adGroupId, productGroupId: '443727193918' }]),
	updatePromotions: (c) =>
		worker.updatePromotions(c, [
			{ adAccountId, productGroupPromotionId: '3680060704746', status: 'PAUSED' },
		]),
	listPromotions: (c) =>
		worker.listPromotions(c, { adAccountId, campaignIds: campaignId, nameContains: 'l' }),
	listCatalogs: (c) => worker.listCatalogs(c, { adAccountId, nameContains: 'h' }),
	listFeeds: (c) => worker.listFeeds(c, { adAccountId, itemIssues: true }),
	listProductGroups: (c) => worker.listProductGroups(c, { adAccountId, nameContains: 'l' }),
	updateAds: (c) => worker.updateAds(c, [{ adAccountId, adId, name: 'Newer' }]),
	launchCampaigns: (c) =>
		worker.launchCampaigns(c, [
			{
				...{ adAccountId, status: 'ACTIVE' },
				campaign: { name: 'New', objective: 'CONSIDERATION', dailySpendCap: 9_000_000 },
				adGroups: [
					{
						...{ name: 'US', billableEvent: 'CLICKTHROUGH', locations: 'US', keywords: 'sofa' },
						ads: [{ pinId, name: 'Sofa' }],
					},
				],
			},
		]),
	duplicateCampaigns: (c) => worker.duplicateCampaigns(c, [{ adAccountId, campaignId }]),
	'duplicateCampaigns, elsewhere': (c) =>
		worker.duplicateCampaigns(c, [
			{ ...{ adAccountId, campaignId }, intoAdAccountId: '549755885199', amountFactor: 1 },
		]),
	diagnoseCampaign: (c) => worker.diagnoseCampaign(c, { adAccountId, campaignId }),
	listDiagnosedCampaigns: (c) => worker.listDiagnosedCampaigns(c, { adAccountId, diagnose: true }),
	getDiagnosedCampaigns: (c) => worker.getDiagnosedCampaigns(c, [{ adAccountId, campaignId }]),
	estimateAudience: (c) => worker.estimateAudience(c, { adAccountId, locations: 'US' }),
	estimateCampaign: (c) =>
		worker.estimateCampaign(c, {
			...{ adAccountId, objective: 'CONSIDERATION', billableEvent: 'CLICKTHROUGH' },
			...{ locations: 'US', bid: 4_000_000, budget: 50_000_000 },
		}),
	'researchKeywords, suggested': (c) => worker.researchKeywords(c, { adAccountId, terms: 'sofa' }),
	'researchKeywords, related': (c) =>
		worker.researchKeywords(c, { adAccountId, find: 'related', terms: 'sofa, couch' }),
	'researchKeywords, trends': (c) =>
		worker.researchKeywords(c, { adAccountId, find: 'trends', withWeeks: true }),
	getAudienceInsights: (c) => worker.getAudienceInsights(c, { adAccountId }),
	'getAudienceInsights, figure by figure': (c) =>
		worker.getAudienceInsights(c, { adAccountId, output: 'figures' }),
	listInsightAudiences: (c) => worker.listInsightAudiences(c, { adAccountId }),
	previewAd: (c) => worker.previewAd(c, { adAccountId, pinId }),
	'previewed, an update': (c) =>
		worker.previewed(
			c,
			async (preview) =>
				await worker.updateCampaigns(preview, [
					{ adAccountId, campaignId: '626735565838000001', dailySpendCap: 5_000_000 },
				]),
		),
	'updateCampaigns, within limits': (c) =>
		worker.updateCampaigns(
			{ ...c, spending: { highestDailyBudget: '9', largestIncrease: '900' } },
			[{ adAccountId, campaignId: '626735565838000001', dailySpendCap: 5_000_000 }],
		),
	'callApi, as it is': (c) =>
		worker.callApi(c, { adAccountId, path: '/ad_accounts/{ad_account_id}/campaigns' }),
	'callApi, element by element': (c) =>
		worker.callApi(c, { adAccountId, path: '/v5/ad_accounts', answer: 'elements' }),
	findTargetingOptions: (c) =>
		worker.findTargetingOptions(c, {
			...{ adAccountId, optionType: 'interests', parentInterestId: '601', includeDetails: true },
		}),
	addKeywords: (c) => worker.addKeywords(c, [{ adAccountId, adGroupId, keywords: 'sofa, bad' }]),
	archiveKeywords: (c) => worker.archiveKeywords(c, [{ adAccountId, keywordId: '701' }]),
	listKeywords: (c) => worker.listKeywords(c, { adAccountId, adGroupId }),
	'syncAudience, new': (c) =>
		worker.syncAudience(c, { adAccountId, name: 'New', records: emails, waitForReadyMs: 100 }),
	'syncAudience, known': (c) =>
		worker.syncAudience(c, { adAccountId, name: 'VIP', records: emails }),
	'syncAudience, mirror': (c) =>
		worker.syncAudience(c, {
			...{ adAccountId, name: 'VIP', records: emails, customerListId: LIST, mode: 'mirror' },
			previousRecords: ['gone@example.com', ...emails.slice(2)],
		}),
	removeRecords: (c) =>
		worker.removeRecords(c, { adAccountId, customerListId: LIST, records: emails.slice(0, 3) }),
	createActalike: (c) =>
		worker.createActalike(c, { adAccountId, seedName: 'VIP', country: 'US', percentage: 5 }),
	createVisitorAudience: (c) =>
		worker.createVisitorAudience(c, {
			...{ adAccountId, name: 'Sale', conversionTagId: '2617998078212' },
		}),
	'createVisitorAudience, there already': (c) =>
		worker.createVisitorAudience(c, {
			...{ adAccountId, name: 'Seen', conversionTagId: '2617998078212', event: 'checkout' },
		}),
	createEngagementAudience: (c) =>
		worker.createEngagementAudience(c, {
			...{ adAccountId, name: 'Engaged', engagementDomains: ['www.example.com'] },
		}),
	updateAudience: (c) =>
		worker.updateAudience(c, {
			...{ adAccountId, audienceId: '2542620', name: 'VIP', retentionDays: 30 },
		}),
	listSharedAccounts: (c) => worker.listSharedAccounts(c, { adAccountId, audienceId: '2542620' }),
	getLeadForm: (c) => worker.getLeadForm(c, { adAccountId, leadFormId: '383791336903426391' }),
	listLeadForms: (c) => worker.listLeadForms(c, { adAccountId, nameContains: 'k' }),
	launchChoices: (c) =>
		worker.launchChoices(c, { adAccountId, objective: 'WEB_CONVERSION', promotes: 'pins' }),
	'launchChoices, product groups': (c) =>
		worker.launchChoices(c, {
			adAccountId,
			objective: 'CATALOG_SALES',
			promotes: 'productGroups',
		}),
	exportLeads: (c) => worker.exportLeads(c, { adAccountId, adId }),
	'choicesFor lead forms': (c) => choicesFor(c, 'leadForm', { adAccountId }),
	getAudience: (c) => worker.getAudience(c, { adAccountId, audienceId: '2542620' }),
	listAudiences: (c) => worker.listAudiences(c, { adAccountId, nameContains: 'v' }),
	getConversionTags: (c) => worker.getConversionTags(c, { adAccountId, nameContains: 't' }),
	getConversionTag: (c) =>
		worker.getConversionTag(c, { adAccountId, conversionTagId: '2617998078212' }),
	createConversionTag: (c) => worker.createConversionTag(c, { adAccountId, name: 'New tag' }),
	'createConversionTag, there already': (c) =>
		worker.createConversionTag(c, { adAccountId, name: 'Tag', matchEmail: true }),
	sendConversions: (c) =>
		worker.sendConversions(c, [
			{ adAccountId, ...event },
			{ adAccountId, ...event, eventId: 'e2', actionSource: 'offline' },
		]),
	diagnoseConversions: (c) =>
		worker.diagnoseConversions(c, { adAccountId, expectedEvents: 'checkout, lead' }),
	getEventQuality: (c) => worker.getEventQuality(c, { adAccountId }),
	'fetchMetrics of campaigns': (c) => worker.fetchMetrics(c, { ...metrics, level: 'campaign' }),
	'fetchMetrics of the account': (c) =>
		worker.fetchMetrics(c, {
			...metrics,
			level: 'account',
			granularity: 'TOTAL',
			columnPreset: 'all',
		}),
	'fetchMetrics, broken down': (c) =>
		worker.fetchMetrics(c, {
			...{ ...metrics, level: 'targeting', breakdownOf: 'campaign', targetingTypes: 'GENDER' },
		}),
	'fetchMetrics from a report': (c) =>
		worker.fetchMetrics(c, { ...metrics, level: 'campaign', startDate: '2026-07-01' }),
	'fetchMetrics, compared': (c) =>
		worker.fetchMetrics(c, { ...metrics, level: 'campaign', compareWith: 'periodBefore' }),
	fetchMetricsTotals: (c) => worker.fetchMetricsTotals(c, { ...metrics, level: 'account' }),
	createMetricsReport: (c) => worker.createMetricsReport(c, { ...metrics, level: 'campaign' }),
	findChanges: (c) => worker.findChanges(c, watched, undefined, async () => ({ renewable: true })),
	'choicesFor campaigns': (c) => choicesFor(c, 'campaign', { adAccountId, filter: 'o' }),
	'choicesFor tags': (c) => choicesFor(c, 'conversionTag', { adAccountId }),
	'choicesFor product groups': (c) => choicesFor(c, 'catalogProductGroup', { adAccountId }),
	goalTagChoices: (c) => goalTagChoices(c, { adAccountId, conversionEvent: 'LEAD' }),
	'choicesFor Pins': (c) => choicesFor(c, 'pin', { adAccountId }),
	interestChoices: (c) => interestChoices(c),
	columnChoices: (c) => columnChoices(c),
};

type Respond = (good: unknown) => HttpResponse;

const ok = (body: unknown): HttpResponse => ({ status: 200, headers: {}, body });

/** A context for which the requests of one form are answered by `respond`; it notes the forms asked. */
function contextWith(form?: string, respond: Respond = ok, file: unknown = REPORT) {
	const forms = new Set<string>();
	const { context } = fakeContext([], {
		random: () => 0,
		http: {
			async send(request) {
				const own = formOf(request);
				forms.add(own);
				return own === form ? respond(goodAnswer(request)) : ok(goodAnswer(request));
			},
			async download() {
				return { status: 200, body: oneChunk(JSON.stringify(file)) };
			},
		},
	});
	return { context, forms };
}

async function* oneChunk(text: string) {
	yield new TextEncoder().encode(text);
}

/** What JSON may hold in place of anything. Text and number must survive `String` and `Number`; this does not. */
const TRAP = { toString: 1, valueOf: 1 };
const UNSAFE = 2 ** 63;
const IN_PLACE: unknown[] = [null, {}, [], 'garbage', '', 7, 1e300, UNSAFE, true, [null], TRAP];
/** Where no number belongs, each is as wrong as any other. */
const NO_NUMBER = IN_PLACE.filter((one) => typeof one !== 'number' || one === 7);
const insteadOf = (good: unknown) => (/^-?\d/.test(String(good)) ? IN_PLACE : NO_NUMBER);

const WHOLE: Respond[] = [
	() => ({ status: 204, headers: {}, body: '' }),
	() => ok(undefined),
	...[...IN_PLACE, { items: {} }, { items: [null] }, { items: ['x'] }, { items: [[]] }].map(
		(body) => () => ok(body),
	),
	...[['a'], {}, 7, TRAP].map(
		(bookmark) => (good: unknown) => ok({ ...(good as object), bookmark }),
	),
	// Ends in a circle.
	(good) => ok({ ...(good as object), bookmark: 'again' }),
];

type Path = ReadonlyArray<string | number>;

/** The places within a JSON value; of a list, its first element. */
function placesIn(value: unknown, depth = 5): Path[] {
	if (typeof value !== 'object' || value === null || depth === 0) return [];
	const keys = Array.isArray(value) ? [0].slice(0, value.length) : Object.keys(value);
	return keys.flatMap((key) => [
		[key],
		...placesIn((value as Record<string, unknown>)[key], depth - 1).map((rest) => [key, ...rest]),
	]);
}

const atPlace = (value: unknown, path: Path): unknown =>
	path.reduce((held, key) => (held as Record<string, unknown>)[key], value);

/** Changes a copy's place; `undefined` takes it away. */
function withPlace(value: unknown, [key, ...rest]: Path, instead: unknown): unknown {
	const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
		string,
		unknown
	>;
	if (rest.length > 0) copy[key] = withPlace(copy[key], rest, instead);
	else if (instead === undefined && !Array.isArray(copy)) delete copy[key];
	else copy[key] = instead;
	return copy;
}

function allErrors(value: unknown): worker.PinterestAdsError[] {
	if (value instanceof worker.PinterestAdsError) return [value];
	if (value instanceof Error) throw value;
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(allErrors);
}

const NONSENSE = /undefined|\[object|NaN|Invalid Date/;

/** What is told of each created thing. */
const isOk = (one: unknown): one is { ok: true; record: { id?: unknown } } =>
	typeof one === 'object' && one !== null && (one as { ok?: unknown }).ok === true;

async function endOf(name: string, context: WorkerContext): Promise<string | undefined> {
	let result: unknown;
	try {
		result = await TASKS[name](context);
	} catch (error) {
		if (!(error instanceof worker.PinterestAdsError))
			return `throws ${String((error as Error).stack)}`;
		result = [error];
	}
	const told = JSON.stringify([result, allErrors(result).map((error) => error.toRecord())]);
	const nonsense = NONSENSE.exec(told);
	if (nonsense) return `says ${told.slice(Math.max(0, nonsense.index - 200), nonsense.index + 60)}`;
	if (/^create|^launch|^duplicate/.test(name) && Array.isArray(result)) {
		const odd = result.filter(isOk).find(({ record }) => !/^\d+$/.test(String(record.id)));
		if (odd) return `created without an ID: ${JSON.stringify(odd)}`;
	}
	return undefined;
}

it('has a task for everything that the worker offers and that asks Pinterest', () => {
	const named = Object.keys(TASKS).map((name) => name.replace(/,? .*/, ''));
	const offline =
		/^(?:[A-Z_]+$|PinterestAdsError|isPinterestAdsError|readWanted|prepare|createReportPicture|rowsFromFile|createDashboard|dashboardAddress|formKey|pressedOutcome|readDashboardRequest|extract|recordsFrom|nextS|nextTime|readCron|formatMicro|fromMicro|toMicro|inCurrency|errorFromFault|failed|idsListed|succeeded|fieldName|mayRun|requireAccessToken|applies|isRetryable|isReportType|conversionTokenTest|countsAgain|rulesOf|listColumns|deviceIdField|carriedBy|readCarried|countCarried)|Input$/;
	const alike = new Set([
		...['createCampaign', 'createAdGroup', 'createAd', 'updateCampaign', 'updateAdGroup'],
		...[
			'updateAd',
			'promoteProductGroup',
			'updatePromotion',
			'getAdGroups',
			'getAds',
			'launchCampaign',
			'duplicateCampaign',
			'sendConversion',
			'sampleChanges',
		],
	]);
	const missing = Object.keys(worker).filter(
		(name) =>
			!(
				offline.test(name) ||
				name in automation ||
				name in intake ||
				alike.has(name) ||
				named.includes(name)
			),
	);
	expect(missing).toEqual([]);
});

describe.each(Object.keys(TASKS))('%s', (name) => {
	it('is content with good answers, and makes sense of every odd one', async () => {
		const good = contextWith();
		expect(await endOf(name, good.context)).toBeUndefined();
		expect(allErrors(await TASKS[name](contextWith().context)).map(String)).toEqual([]);
		expect(good.forms.size).toBeGreaterThan(0);
		const wrong: string[] = [];
		const check = async (what: string, context: WorkerContext) => {
			const end = await endOf(name, context);
			if (end !== undefined) wrong.push(`${what}: ${end}`);
		};
		for (const form of good.forms) {
			for (const [n, respond] of WHOLE.entries()) {
				await check(`${form}, whole ${n}`, contextWith(form, respond).context);
			}
			const seen: unknown[] = [];
			await endOf(name, contextWith(form, (answer) => (seen.push(answer), ok(answer))).context);
			for (const place of placesIn(seen[0])) {
				for (const instead of [undefined, ...insteadOf(atPlace(seen[0], place))]) {
					const respond = (answer: unknown) => {
						try {
							return ok(withPlace(answer, place, instead));
						} catch {
							return ok(answer);
						}
					};
					const what = `${form} ${place.join('.')} = ${JSON.stringify(instead)}`;
					await check(what, contextWith(form, respond).context);
				}
			}
		}
		if (name === 'fetchMetrics from a report') {
			for (const place of [[], ...placesIn(REPORT)]) {
				for (const instead of [undefined, ...IN_PLACE]) {
					const file = place.length === 0 ? instead : withPlace(REPORT, place, instead);
					const what = `file ${place.join('.')} = ${JSON.stringify(instead)}`;
					await check(what, contextWith(undefined, ok, file ?? null).context);
				}
			}
		}
		expect(wrong.slice(0, 20)).toEqual([]);
	}, 60_000);
});
