import type { WorkerContext } from '../../context';
import { tagsOf, type Tag } from '../../conversionTags/accountTags';
import { fetchEligibleEvents, type EligibleEvents } from '../../conversionTags/eligibleEvents';
import { lastFired } from '../../conversionTags/tagRecord';
import type { ReadOf } from '../../fields/field';
import { attempt } from '../../outcome';
import { Remembered } from '../../remembered';
import { CONVERSION_EVENTS, type optimizationGoal } from './optimizationGoal';

/** What of an account decides whether a tag may be optimized for. */
interface OfTag {
	/** Left out where the tag is not known. */
	readonly tag?: Tag;
	/** That may be optimized for on it. */
	readonly events: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** Events that Pinterest's answer is described to name (`ConversionTagType`): of the others it says nothing. */
const JUDGED: readonly string[] = [
	...(['CHECKOUT', 'ADD_TO_CART', 'PAGE_VISIT', 'SIGNUP', 'LEAD', 'SEARCH'] as const),
	...(['VIEW_CATEGORY', 'WATCH_VIDEO', 'APP_INSTALL', 'CUSTOM'] as const),
] satisfies Array<keyof typeof CONVERSION_EVENTS>;

const LABELS: Readonly<Record<string, string>> = CONVERSION_EVENTS;

/** As the form calls them; what it does not have cannot be chosen. */
const labelsOf = (events: ReadonlySet<string>) =>
	Object.entries(LABELS)
		.filter(([event]) => events.has(event))
		.map(([, label]) => label);

type Eligibility = 'eligible' | 'not-yet' | 'unknown';

/** Whether an ad group may optimize for an event on a tag. */
function eligibilityOf({ events }: OfTag, event: string): Eligibility {
	if (events.has(event)) return 'eligible';
	return JUDGED.includes(event) ? 'not-yet' : 'unknown';
}

/**
 * Why a tag may not be optimized for. Pinterest gives no reason: that a tag has never fired is known, and what
 * is left are too few conversions.
 */
const reasonOf = ({ tag, events }: OfTag) =>
	tag !== undefined && lastFired(tag) === undefined && events.size === 0
		? 'never fired'
		: 'not enough conversions yet';

/** A tag as somebody may choose it. */
interface GoalTag {
	readonly tag: Tag;
	/** Whether it may be optimized for, and why not; left out where Pinterest does not say. */
	readonly note?: string;
}

/**
 * The tags of an ad account, those that may be optimized for first, else in Pinterest's order.
 * @param event left out, or one that is not known: whatever may be optimized for
 */
export async function goalTags(
	context: WorkerContext,
	adAccountId: string,
	event = '',
): Promise<GoalTag[]> {
	const tags = [...(await fetchTags(context, adAccountId)).values()];
	const eligible = await attempt(fetchEligibleEvents(context, adAccountId));
	if (!eligible.ok) return tags.map((tag) => ({ tag }));
	const known = Object.hasOwn(LABELS, event) ? event : undefined;
	return tags
		.map((tag) => ({ tag, events: eligible.record.get(tag.id) ?? NONE }))
		.map((one) => ({
			...one,
			isReady: known === undefined ? one.events.size > 0 : one.events.has(known),
		}))
		.sort((a, b) => Number(b.isReady) - Number(a.isReady))
		.map((one) => ({ tag: one.tag, note: noteOf(one, known) }));
}

function noteOf(one: OfTag, event: string | undefined): string {
	const labels = labelsOf(one.events);
	const ready = labels.length > 0 ? `ready for ${labels.join(', ')}` : undefined;
	if (event === undefined) return ready ?? reasonOf(one);
	const label = LABELS[event];
	switch (eligibilityOf(one, event)) {
		case 'eligible':
			return `ready for ${label}`;
		case 'unknown':
			return `Pinterest does not say whether it is ready for ${label}`;
		case 'not-yet':
			return `not for ${label}: ${reasonOf(one)}${ready === undefined ? '' : ` (${ready})`}`;
	}
}

const eligibleEvents = new Remembered<EligibleEvents>();
const accountTags = new Remembered<ReadonlyMap<string, Tag>>();

async function fetchTags(context: WorkerContext, adAccountId: string) {
	const byId = new Map<string, Tag>();
	for await (const tag of tagsOf(context, adAccountId)) byId.set(tag.id, tag);
	return byId;
}

/** So long it is taken to be as it was: a context may be kept for days. */
const REMEMBERED_MS = 600_000;

/**
 * What the user should know of a conversion goal: a tag that Pinterest does not list as one that may be optimized
 * for. It is a warning only, since the description does not say that Pinterest refuses such a goal. Costs
 * one request per context and ad account, and another where there is something to tell; where Pinterest cannot be
 * asked, as in its sandbox, nothing is said.
 */
export async function goalWarnings(
	context: WorkerContext,
	adAccountId: string,
	goal: ReadOf<typeof optimizationGoal> | undefined,
): Promise<string[]> {
	const { checksGoals = true, sandbox = false, clock, logger } = context;
	if (goal === undefined || !checksGoals || sandbox) return [];
	const { conversionTagId: id, conversionEvent: event } = goal;
	const key = `${adAccountId} ${Math.floor(clock.now() / REMEMBERED_MS)}`;
	const eligible = await attempt(
		eligibleEvents.of(context, key, () => fetchEligibleEvents(context, adAccountId)),
	);
	if (!eligible.ok) {
		const { kind } = eligible.error;
		logger.debug('Pinterest: could not look up what may be optimized for', { kind });
		return [];
	}
	const events = eligible.record.get(id) ?? NONE;
	if (eligibilityOf({ events }, event) !== 'not-yet') return [];
	const tags = await attempt(accountTags.of(context, key, () => fetchTags(context, adAccountId)));
	return [warningOf(id, LABELS[event], { tag: tags.ok ? tags.record.get(id) : undefined, events })];
}

function warningOf(id: string, label: string, one: OfTag): string {
	const { tag, events } = one;
	const named = tag?.name ? `“${tag.name}” (${id})` : id;
	const others = labelsOf(events);
	const why =
		reasonOf(one) === 'never fired'
			? 'It has never fired: paste its code into the site.'
			: 'As a rule there are not enough of these conversions yet.';
	const instead =
		others.length > 0 ? ` It may be optimized for ${others.join(', ')} until then.` : '';
	return `Pinterest does not list the conversion tag ${named} as ready to be optimized for ${label}, so the ad group may deliver little or nothing. ${why}${instead}`;
}
