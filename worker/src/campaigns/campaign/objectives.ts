/**
 * What a campaign can be for. The first six are the ones that marketers know; two of them have other
 * names in today's API, and two are being replaced.
 */
interface Objective {
	/** Its name in the API, where that differs. */
	readonly sentAs?: string;
	/** What the user should know before relying on it. */
	readonly note?: string;
}

const REPLACED =
	'Pinterest is replacing the objective by SALES (and LEADS for sign-ups): new campaigns with it end on 1 February 2027 at the latest.';
const NEWER = 'This objective is newer and not open to every ad account.';

/** What campaigns may be for. */
export const OBJECTIVES: Readonly<Record<string, Objective>> = {
	AWARENESS: {},
	CONSIDERATION: {},
	VIDEO_VIEW: {
		sentAs: 'VIDEO_COMPLETION',
		note: 'VIDEO_VIEW is sent as VIDEO_COMPLETION, which took its place at Pinterest.',
	},
	WEB_CONVERSION: { note: `WEB_CONVERSION: ${REPLACED}` },
	CATALOG_SALES: { note: `CATALOG_SALES: ${REPLACED}` },
	SHOPPING: {
		sentAs: 'CATALOG_SALES',
		note: `SHOPPING is sent as CATALOG_SALES, its name at Pinterest. ${REPLACED}`,
	},
	VIDEO_COMPLETION: {},
	SALES: { note: `SALES: ${NEWER}` },
	LEADS: { note: `LEADS: ${NEWER}` },
	APP_INSTALL: { note: `APP_INSTALL: ${NEWER}` },
	CTV_CONSIDERATION: { note: `CTV_CONSIDERATION: ${NEWER}` },
};

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
	if (!Object.hasOwn(OBJECTIVES, requested)) {
		return {
			field: 'objective',
			problem: `is not known; ${known}. Another one of Pinterest’s goes into Custom Objective`,
		};
	}
	const { sentAs = requested, note } = OBJECTIVES[requested];
	return { chosen: { requested, sentAs, warnings: note === undefined ? [] : [note] } };
}

function readCustom(objective: string | undefined, customObjective: string): ObjectiveReading {
	const field = 'customObjective';
	if (objective !== undefined && normalised(objective) !== 'CUSTOM') {
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
