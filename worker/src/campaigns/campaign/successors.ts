import type { Fields } from '../../entities';
import type { CONVERSION_EVENTS } from '../adGroup/optimizationGoal';
import { promotedBy, type Promoted, type PromotionType } from './promotes';

/**
 * The objectives that end, and what takes their place. By Pinterest's guide "campaign objective type simplification":
 * campaigns with WEB_CONVERSION or CATALOG_SALES can no longer be created from 1 February 2027 on; those that exist
 * go on.
 */

/** When Pinterest stops creating them; milliseconds, UTC. */
export const LEGACY_END = Date.UTC(2027, 1, 1);
const END_IN_WORDS = '1 February 2027';

/** When the successor is created instead of what was asked for. */
export const SUCCESSION = {
	automatic: {
		label: 'Automatic',
		description: `From ${END_IN_WORDS} on, when Pinterest ends the objective`,
	},
	always: { label: 'Always', description: 'Already before that day' },
	never: {
		label: 'Never',
		description: 'The objective is sent as it is, whatever Pinterest says to it',
	},
} as const;
export type Succession = keyof typeof SUCCESSION;

const LEGACY = ['WEB_CONVERSION', 'CATALOG_SALES'] as const;
export type LegacyObjective = (typeof LEGACY)[number];
type Successor = 'SALES' | 'LEADS';

/** Whether an `objective_type` of the API is one that ends. */
export const isLegacy = (objective: unknown): objective is LegacyObjective =>
	LEGACY.some((one) => one === objective);

/**
 * By the event that is optimized for. The guide names checkouts and carts as transactional, and signups and leads as
 * not; of the others it is by what they are. What an event of the advertiser's own is nobody knows.
 */
const BY_EVENT: Readonly<Record<keyof typeof CONVERSION_EVENTS, Successor | undefined>> = {
	CHECKOUT: 'SALES',
	ADD_TO_CART: 'SALES',
	ADD_PAYMENT_INFO: 'SALES',
	ADD_TO_WISHLIST: 'SALES',
	INITIATE_CHECKOUT: 'SALES',
	SUBSCRIBE: 'SALES',
	SIGNUP: 'LEADS',
	LEAD: 'LEADS',
	PAGE_VISIT: 'LEADS',
	SEARCH: 'LEADS',
	VIEW_CATEGORY: 'LEADS',
	VIEW_CONTENT: 'LEADS',
	WATCH_VIDEO: 'LEADS',
	APP_INSTALL: 'LEADS',
	CUSTOM: undefined,
	ADVERTISER_DEFINED_EVENT: undefined,
};

export type GoalEvent = keyof typeof CONVERSION_EVENTS;

/** What is known of a campaign that is about to be created. */
export interface Purpose {
	/** What its ad groups optimize for, as far as they say. */
	readonly events?: readonly GoalEvent[];
	/** What it is going to promote, where that is known. */
	readonly promotes?: Promoted;
}

/** What a campaign is created as. */
export interface ObjectiveToCreate {
	/** `objective_type` of the API. */
	readonly objective: string;
	/** `intended_promotion_type`; left out: what Pinterest takes where nothing is said. */
	readonly promotionType?: PromotionType;
	/** Why it is another objective than the one that was asked for; left out where it is not. */
	readonly why?: string;
}

/**
 * The objective that a campaign is created with, and what it is for: the successor of one that ends, where it is to
 * be taken.
 * @param asked with `sentAs` as the API has it
 * @param now milliseconds
 */
export function objectiveToCreate(
	asked: { readonly requested: string; readonly sentAs: string },
	succession: Succession,
	now: number,
	purpose: Purpose = {},
): ObjectiveToCreate {
	const { sentAs } = asked;
	if (!isLegacy(sentAs) || !isTaken(succession, now)) return { objective: sentAs };
	const when =
		succession === 'always'
			? 'as Use the Successor says'
			: `since Pinterest creates no campaigns with ${sentAs} from ${END_IN_WORDS} on`;
	const said = (objective: string) =>
		`${asked.requested} was asked for, and its successor ${objective} is created, ${when}.`;
	if (sentAs === 'CATALOG_SALES') {
		// Pins can be launched by workflows from before product groups could be: they go on as standard ads.
		if (purpose.promotes === 'pins') {
			const why = `${said('SALES')} It is for standard ads, since Pins are launched.`;
			return { objective: 'SALES', promotionType: 'STANDARD_AD', why };
		}
		const why = `${said('SALES for a catalog')} It sells from the catalog as before.`;
		return { objective: 'SALES', promotionType: 'CATALOG', why };
	}
	const { objective, because } = byEvents(purpose.events ?? []);
	return { objective, promotionType: 'STANDARD_AD', why: `${said(objective)} ${because}` };
}

const isTaken = (succession: Succession, now: number) =>
	succession === 'always' || (succession === 'automatic' && now >= LEGACY_END);

const LEADS_INSTEAD = 'For sign-ups and leads choose the objective LEADS instead.';

function byEvents(events: readonly GoalEvent[]): { objective: Successor; because: string } {
	const distinct = [...new Set(events)];
	const meaning = (wanted: Successor) => distinct.filter((event) => BY_EVENT[event] === wanted);
	const [sales, leads] = [meaning('SALES'), meaning('LEADS')];
	if (sales.length === 0 && leads.length > 0) {
		return {
			objective: 'LEADS',
			because: `The Optimization Goal is ${leads.join(', ')}, which is not a sale.`,
		};
	}
	if (leads.length > 0) {
		return {
			objective: 'SALES',
			because: `The Optimization Goals are of both kinds: ${sales.join(', ')} is a sale, ${leads.join(', ')} is not. A campaign has one objective; launch what is not a sale in a campaign of its own.`,
		};
	}
	if (sales.length > 0) {
		return { objective: 'SALES', because: `The Optimization Goal is ${sales.join(', ')}.` };
	}
	const known =
		distinct.length === 0
			? 'No Optimization Goal is known here'
			: `Whether ${distinct.join(', ')} is a sale is not known`;
	return { objective: 'SALES', because: `${known}, so it is SALES. ${LEADS_INSTEAD}` };
}

/**
 * Whether a campaign that exists is one that was asked for by an objective that ends, made before the successor took
 * its place or after.
 * @param asked as the API has the objective that was asked for
 * @param promotes what is to be promoted in it; left out: what the objective is for
 */
export function isOneOf(asked: unknown, held: Fields, promotes?: Promoted): boolean {
	const { objective_type: objective, intended_promotion_type: type } = held;
	if (!isLegacy(asked)) return false;
	if (objective === asked) return true;
	const isSuccessor = objective === 'SALES' || (objective === 'LEADS' && asked !== 'CATALOG_SALES');
	if (!isSuccessor) return false;
	const only = promotedBy(objective, typeof type === 'string' ? type : undefined);
	return only === undefined || only === (promotes ?? promotedBy(asked));
}

/**
 * Whether two objectives of the API may be of the same campaign, where one of them is the successor of the other: what
 * looks for a campaign that may have been created must not take it for another one's.
 */
export function mayBeSame(one: unknown, other: unknown): boolean {
	const succeeds = (successor: unknown, legacy: unknown) =>
		isLegacy(legacy) && isOneOf(legacy, { objective_type: successor });
	return one === other || succeeds(one, other) || succeeds(other, one);
}
