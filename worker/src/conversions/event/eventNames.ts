import type { Choice } from '../../fields/field';
import { isAbsent, type EventIssues } from './eventIssues';
import { FOREIGN_EVENT_NAMES } from './foreignEventNames';

/** The reference's seven first, then the rest of Pinterest's list, with the names added in 2026. */
export const EVENTS = {
	checkout: { label: 'Checkout', description: 'Purchase completed' },
	lead: { label: 'Lead', description: 'Lead form submitted' },
	signup: { label: 'Signup', description: 'Account created' },
	add_to_cart: { label: 'Add to Cart', description: 'Product added to cart' },
	page_visit: { label: 'Page Visit', description: 'Key page viewed' },
	search: { label: 'Search', description: 'Site search performed' },
	view_category: { label: 'View Category', description: 'Category page viewed' },
	add_payment_info: { label: 'Add Payment Info' },
	add_to_wishlist: { label: 'Add to Wishlist' },
	app_install: { label: 'App Install' },
	app_open: { label: 'App Open' },
	contact: { label: 'Contact' },
	custom: { label: 'Custom', description: 'An event of your own' },
	customize_product: { label: 'Customize Product' },
	find_location: { label: 'Find Location' },
	initiate_checkout: { label: 'Initiate Checkout' },
	schedule: { label: 'Schedule' },
	start_trial: { label: 'Start Trial' },
	submit_application: { label: 'Submit Application' },
	subscribe: { label: 'Subscribe' },
	view_content: { label: 'View Content' },
	watch_video: { label: 'Watch Video' },
} as const satisfies Readonly<Record<string, Choice>>;

export const EVENT_NAMES = Object.keys(EVENTS) as ReadonlyArray<keyof typeof EVENTS>;

/** Where conversions may happen. */
export const PLACES = {
	web: { label: 'Website' },
	app_ios: { label: 'iOS App' },
	app_android: { label: 'Android App' },
	offline: { label: 'Offline', description: 'Never deduplicated by Pinterest' },
} as const satisfies Readonly<Record<string, Choice>>;

export const ACTION_SOURCES = Object.keys(PLACES) as ReadonlyArray<keyof typeof PLACES>;

const OWN_NAME = /^[A-Za-z0-9_-]{1,100}$/;
/** No name is as long, and only a name is worth looking into. */
const LONGEST = 100;
const bare = (name: string) =>
	name
		.slice(0, LONGEST + 1)
		.toLowerCase()
		.replace(/[\s_-]+/g, '');

const EXACT: ReadonlySet<string> = new Set(EVENT_NAMES);
const BARE: ReadonlyMap<string, string> = new Map(EVENT_NAMES.map((name) => [bare(name), name]));

/**
 * One of Pinterest's events, however it is spelled ("Add to Cart", "AddToCart") and whoever's name it
 * is (Google Analytics' "purchase"), or a name of the advertiser's own.
 */
export function readEventName(value: unknown, issues: EventIssues): string {
	if (typeof value === 'string') {
		if (EXACT.has(value)) return value;
		const name = value.trim();
		const known = BARE.get(bare(name));
		if (known !== undefined) return known;
		const translated = FOREIGN_EVENT_NAMES.get(bare(name));
		if (translated !== undefined) {
			const field = issues.nameOf(['eventName']);
			issues.noteOnce(
				`${field}: “${name}” is what others call Pinterest’s event ${translated}, and is sent as that`,
			);
			return translated;
		}
		if (OWN_NAME.test(name)) {
			issues.warn(
				'eventName',
				'not one of Pinterest’s events; Pinterest takes it as an event of your own and may report it as unknown',
			);
			return name;
		}
	}
	issues.problem(
		'eventName',
		`must be one of ${EVENT_NAMES.slice(0, 7).join(', ')} or another event of Pinterest’s list, or a name of your own of letters, digits, _ and - (at most 100)`,
	);
	return '';
}

/** What Pinterest calls an event in its figures (`CHECKOUT`, `AddToCart`), as events are called when they are sent. */
export const nameInFigures = (name: string): string => BARE.get(bare(name)) ?? name.toLowerCase();

/** Where the event happened; web if it is not said. */
export function readActionSource(value: unknown, issues: EventIssues): string {
	if (isAbsent(value)) return 'web';
	const name = typeof value === 'string' ? value.trim().toLowerCase() : '';
	if ((ACTION_SOURCES as readonly string[]).includes(name)) return name;
	issues.problem('actionSource', `must be one of ${ACTION_SOURCES.join(', ')}`);
	return '';
}
