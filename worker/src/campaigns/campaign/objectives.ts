import type { Choice } from '../../fields/field';

/**
 * What a campaign can be for. The first six are the ones that marketers know; two of them have other
 * names in today's API, and two are being replaced.
 */
interface Objective extends Choice {
	/** Its name in the API, where that differs. */
	readonly sentAs?: string;
	/** What the user should know before relying on it. */
	readonly note?: string;
}

const REPLACED =
	'Pinterest is replacing the objective by SALES (and LEADS for sign-ups): new campaigns with it end on 1 February 2027 at the latest.';
const NEWER = 'This objective is newer and not open to every ad account.';

/** What campaigns may be for. */
export const OBJECTIVES = {
	AWARENESS: { label: 'Awareness', description: 'Brand visibility: maximizes impressions' },
	CONSIDERATION: {
		label: 'Consideration',
		description: 'Traffic and engagement: maximizes clicks and saves',
	},
	VIDEO_VIEW: {
		label: 'Video View',
		description: 'Video promotion. Pinterest knows it as Video Completion now.',
		sentAs: 'VIDEO_COMPLETION',
		note: 'VIDEO_VIEW is sent as VIDEO_COMPLETION, which took its place at Pinterest.',
	},
	WEB_CONVERSION: {
		label: 'Web Conversion',
		description:
			'Sales and signups: maximizes conversions. Ends on 1 February 2027; Sales and Leads take its place.',
		note: `WEB_CONVERSION: ${REPLACED}`,
	},
	CATALOG_SALES: {
		label: 'Catalog Sales',
		description:
			'Product feeds: promotes products from your catalog. Ends on 1 February 2027; Sales takes its place.',
		note: `CATALOG_SALES: ${REPLACED}`,
	},
	SHOPPING: {
		label: 'Shopping',
		description:
			'Direct product promotion. Pinterest knows it as Catalog Sales, which ends on 1 February 2027; Sales takes its place.',
		sentAs: 'CATALOG_SALES',
		note: `SHOPPING is sent as CATALOG_SALES, its name at Pinterest. ${REPLACED}`,
	},
	VIDEO_COMPLETION: {
		label: 'Video Completion',
		description: 'Video promotion: maximizes completed views',
	},
	SALES: {
		label: 'Sales',
		description:
			'Checkouts and carts, with Pins or from a catalog. Takes the place of Web Conversion and Catalog Sales; not open to every account yet.',
		note: `SALES: ${NEWER}`,
	},
	LEADS: {
		label: 'Leads',
		description:
			'Sign-ups and leads, with Pins or from a catalog. Takes the place of Web Conversion where nothing is sold; not open to every account yet.',
		note: `LEADS: ${NEWER}`,
	},
	APP_INSTALL: {
		label: 'App Install',
		description: 'Installs of an app. Newer, and not open to every account.',
		note: `APP_INSTALL: ${NEWER}`,
	},
	CTV_CONSIDERATION: {
		label: 'CTV Consideration',
		description: 'Video on connected TV. Newer, and not open to every account.',
		note: `CTV_CONSIDERATION: ${NEWER}`,
	},
} as const satisfies Readonly<Record<string, Objective>>;

const KNOWN: Readonly<Record<string, Objective>> = OBJECTIVES;

/** What stands for an objective that goes by its name in the API. */
export const CUSTOM = 'custom';

export interface ChosenObjective {
	readonly requested: string;
	/** `objective_type` of the API. */
	readonly sentAs: string;
	readonly warnings: readonly string[];
}

export type ObjectiveReading =
	| { readonly chosen: ChosenObjective }
	| { readonly field: 'objective' | 'customObjective'; readonly problem: string };

/** An objective by its known name, or any other as `customObjective`. */
export function readObjective(objective?: string, customObjective?: string): ObjectiveReading {
	if (customObjective !== undefined) return readCustom(objective, customObjective);
	const known = `the objectives are ${Object.keys(OBJECTIVES).join(', ')}`;
	if (objective === undefined) return { field: 'objective', problem: `is missing; ${known}` };
	const requested = normalised(objective);
	if (requested === CUSTOM.toUpperCase()) {
		return { field: 'customObjective', problem: 'is missing' };
	}
	if (!Object.hasOwn(KNOWN, requested)) {
		return {
			field: 'objective',
			problem: `is not known; ${known}. Another one of Pinterest’s goes into Custom Objective`,
		};
	}
	const { sentAs = requested, note } = KNOWN[requested];
	return { chosen: { requested, sentAs, warnings: note === undefined ? [] : [note] } };
}

function readCustom(objective: string | undefined, customObjective: string): ObjectiveReading {
	const field = 'customObjective';
	if (objective !== undefined && normalised(objective) !== CUSTOM.toUpperCase()) {
		return { field, problem: 'cannot be set together with Objective; leave one of them empty' };
	}
	const requested = normalised(customObjective);
	if (!/^[A-Z][A-Z0-9_]*$/.test(requested)) {
		return { field, problem: 'must be a name as the API writes it, such as CTV_CONSIDERATION' };
	}
	if (Object.hasOwn(OBJECTIVES, requested)) return readObjective(requested);
	const warning = `${requested} is sent as it is: it is not an objective that is known here.`;
	return { chosen: { requested, sentAs: requested, warnings: [warning] } };
}

const normalised = (name: string) =>
	name
		.trim()
		.toUpperCase()
		.replace(/[\s-]+/g, '_');
