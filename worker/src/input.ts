import { z } from 'zod';
import { PinterestAdsError } from './client/errors';
import { plainWords } from './inputProblems';

/** An id of at most so many digits, as text: a number holds no more than 15 or 16 exactly. */
const digits = (most: number) =>
	z.unknown().transform((value, check): string => {
		const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
		const isUnsafe = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
		const message =
			value === undefined || value === null
				? 'is missing'
				: isUnsafe
					? 'is too long to be a number; give it as text'
					: `must be an ID: digits only, at most ${most}`;
		if (/^\d+$/.test(text) && text.length <= most && !isUnsafe) return text;
		check.addIssue({ code: 'custom', message, fatal: true });
		return z.NEVER;
	});

/** An id that Pinterest bounds to 18 digits: of accounts, campaigns, ad groups, ads and audiences. */
export const id = digits(18);

/** An id that Pinterest does not bound, such as a Pin's. */
export const longId = digits(20);

/** Turns `''` and `null`, which forms send for "not filled in", into a missing value. */
export const optional = <T extends z.ZodTypeAny>(schema: T) =>
	z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/**
 * Parses a task's input once, at the edge.
 * @throws PinterestAdsError of kind `invalid` that names every bad field in the user's words, and
 * never quotes a value (it may be somebody's address).
 */
export function parseInput<T extends z.ZodTypeAny>(schema: T, input: unknown): z.output<T> {
	const result = schema.safeParse(input, { errorMap: plainWords });
	if (result.success) return result.data as z.output<T>;
	const problems = result.error.issues.map(({ code, path, message }) => ({
		field: fieldName(path),
		// A sentence of a task's own rules needs no subject, what the parser finds wrong does.
		message: path.length === 0 && code !== 'custom' ? `The input ${message}` : message,
	}));
	const text = problems.map(({ field, message }) => (field ? `${field}: ${message}` : message));
	throw new PinterestAdsError('invalid', text.join('; '), {
		field: problems[0].field || undefined,
		details: problems.length > 1 ? { problems } : undefined,
	});
}

/** What the form calls a field whose input name says it differently. */
const LABELS: Readonly<Record<string, string>> = {
	adAccountId: 'Ad Account',
	adGroupId: 'Ad Group',
	adId: 'Ad',
	amountUnit: 'Amounts Are In',
	audienceExcludeIds: 'Exclude Audience Names or IDs',
	audienceId: 'Audience',
	audienceIncludeIds: 'Include Audience Names or IDs',
	autoTargetingEnabled: 'Automatic Targeting',
	campaignId: 'Campaign',
	campaignIds: 'Campaign IDs',
	callToAction: 'Call to Action',
	carouselIosDeepLinks: 'Carousel iOS Deep Links',
	clickWindowDays: 'Click Window',
	columns: 'Column Names or IDs',
	conversionTagId: 'Conversion Tag',
	dateOfBirth: 'Date of Birth',
	diagnose: 'Diagnose Delivery',
	endDate: 'To',
	engagementWindowDays: 'Engagement Window',
	event: 'Event Data',
	eventName: 'Event',
	eventSource: 'Event Comes From',
	geos: 'Regions or Postal Codes',
	hashing: 'Hash Emails First',
	iosDeepLink: 'iOS Deep Link',
	isCampaignBudgetOptimization: 'Campaign Budget Optimization',
	isCreativeOptimization: 'Creative Optimization',
	isFlexibleDailyBudgets: 'Flexible Daily Budgets',
	isPerformancePlus: 'Performance+',
	isRemovable: 'Can Be Saved',
	isRoasOptimized: 'Optimize for Value',
	keywordId: 'Keyword',
	maids: 'Device ID',
	maxEventKb: 'Largest Event (KB)',
	maxBytesPerBatch: 'Max Bytes per Batch',
	maxRecordsPerBatch: 'Max Records per Batch',
	maxRemovalPercent: 'Max Removal (%)',
	np: 'Named Partner',
	numItems: 'Number of Items',
	optionType: 'Type',
	osVersion: 'OS Version',
	parentInterestId: 'Parent Interest',
	path: 'Path to Records',
	pinId: 'Pin',
	pinIds: 'Pin',
	placementGroup: 'Placement',
	predictedLtv: 'Predicted LTV',
	seedAudienceId: 'Seed Audience',
	startDate: 'From',
	targeting: 'Targeting Spec',
	viewWindowDays: 'View Window',
	waitForReadyMs: 'Wait for Ready',
	wifi: 'Wi-Fi',
	zip: 'Postal Code',
};

/**
 * A field in the user's words: `dailySpendCap` is "Daily Spend Cap", as n8n's form shows it; a position
 * in a list becomes "2."
 */
export function fieldName(path: ReadonlyArray<string | number>): string {
	return path.map((part) => (typeof part === 'number' ? `${part + 1}.` : labelOf(part))).join(' ');
}

const labelOf = (name: string) =>
	LABELS[name] ??
	name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/_/g, ' ')
		.replace(/\b(ids?|urls?|ip|cpa)\b/gi, (word) => word.toUpperCase().replace(/S$/, 's'))
		.replace(/(^|\s)[a-z]/g, (letter) => letter.toUpperCase());
