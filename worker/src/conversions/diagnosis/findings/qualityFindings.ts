import { shortened } from '../../../values/shortened';
import type { Coverage, EventQuality, EventScore } from '../../quality/readScores';
import {
	calledAs,
	conversionFinding,
	eventNamed,
	type ConversionFinding,
} from '../conversionFinding';
import { arrivedIn, wayOf, type Seen } from '../seen';

/** What an event may carry, by Pinterest's names (schema `QualityComponents`), in plain words. */
export const COMPONENTS: Readonly<Record<string, string>> = {
	hashed_email: 'an email address',
	click_id_epik: 'a click ID',
	ip_address: 'an IP address',
	user_agent: 'a user agent',
	advertiser_external_id: 'an external ID',
	hashed_maid: 'a mobile advertising ID',
	external_event_id: 'an event ID',
	order_id: 'an order ID',
	order_value: 'a value',
	product_id: 'product IDs',
	source_url: 'the page’s address',
};

export const inWords = (component: string): string =>
	Object.hasOwn(COMPONENTS, component) ? COMPONENTS[component] : component;

/** Below half is what most events lack. Our own measure: Pinterest tells a status only of all events together. */
export const LOW_COVERAGE = 50;

/** What Pinterest itself says of the events of each source. */
export function qualityFindings({ fortnight }: Seen): ConversionFinding[] {
	return arrivedIn(fortnight).flatMap(({ score, source }) => {
		const said = issuesOf(score);
		const low = isGood(source) ? [] : lackingIn(score, source);
		if (said.length === 0 && low.length === 0) return [];
		const subject = eventNamed(score.event_name);
		const status = source.overall_status;
		const rated =
			status === null ? '' : ` Pinterest rates what comes that way ${status.replace(/_/g, ' ')}.`;
		const lacks = low.length === 0 ? '' : ` Of its events, ${low.join(', ')}.`;
		const issues = said.length === 0 ? '' : ` Pinterest says: ${said.join(' ')}`;
		const message = `${calledAs(subject)} through ${wayOf(source)}:${rated}${lacks}${issues}`;
		const severity = isGood(source) ? 'info' : 'slows';
		return [conversionFinding(subject, severity, 'low_quality', message)];
	});
}

const isGood = ({ overall_status: status }: EventQuality) => status === 'GOOD' || status === null;

/** Only those have one who came from an ad, or whose phone tells it. */
const RARE: ReadonlySet<string> = new Set(['click_id_epik', 'hashed_maid']);

/** A browser has no mobile advertising ID, and what happened in a shop no click. */
const isAmiss = (component: string, { source_platform: platform }: EventQuality): boolean =>
	component === 'hashed_maid'
		? /^MOBILE/.test(platform ?? '')
		: platform !== 'OFFLINE' || !ONLINE.has(component);

const ONLINE: ReadonlySet<string> = new Set([
	...['click_id_epik', 'ip_address', 'user_agent', 'source_url'],
]);

/** "20 % carry an email address": who it was first, in the order of the table. */
function lackingIn({ carries }: EventScore, source: EventQuality): string[] {
	const order = Object.keys(COMPONENTS);
	return Object.entries(carries)
		.filter(([component]) => isAmiss(component, source))
		.filter(([component, { coverage }]) =>
			RARE.has(component) ? coverage === 0 : coverage < LOW_COVERAGE,
		)
		.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
		.map(([component, { coverage }]) => `${percent(coverage)} carry ${inWords(component)}`);
}

/** However many there are: enough to act on. */
const MOST_ISSUES = 5;

function issuesOf({ carries }: EventScore): string[] {
	return Object.entries(carries)
		.flatMap(([component, { issues }]: [string, Coverage]) =>
			issues.map(({ name, reason }) => `${inWords(component)}: ${sentence(name, reason)}`),
		)
		.slice(0, MOST_ISSUES);
}

const LONGEST_WORDS = 300;

function sentence(name: string, reason: string): string {
	const text = [name, reason].filter((part) => part !== '').join(': ');
	const said = shortened(text === '' ? 'an issue without a name' : text, LONGEST_WORDS);
	return /[.!?]$/.test(said) ? said : `${said}.`;
}

/** As people write it. */
export const percent = (coverage: number): string => `${Math.round(coverage)} %`;
