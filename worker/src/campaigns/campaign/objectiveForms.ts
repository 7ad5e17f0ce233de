import { bidsByItself, rulesOf } from './objectiveRules';
import { CUSTOM, OBJECTIVES } from './objectives';
import { promotedBy } from './promotes';
import { isLegacy } from './successors';

/** What forms show by the objective that is chosen in them, as {@link OBJECTIVES} names it. */

/** Those whose name in the API has something in common. */
const objectivesThat = (hold: (objective: string) => boolean): readonly string[] =>
	Object.entries(OBJECTIVES)
		.filter(([name, objective]) => hold('sentAs' in objective ? objective.sentAs : name))
		.map(([name]) => name);

/** Their campaigns promote product groups of a catalog, and nothing else. */
export const PROMOTE_PRODUCT_GROUPS = objectivesThat((one) => promotedBy(one) === 'productGroups');

/** Their campaigns may promote either; nobody knows of one that is named as the API has it. */
export const PROMOTE_EITHER = [
	...objectivesThat((one) => promotedBy(one) === undefined),
	CUSTOM,
] as const;

/** Pinterest always bids by itself for them. */
export const BID_BY_THEMSELVES = objectivesThat((one) => bidsByItself(one));

/** Their ad groups have to say for which conversions to optimize. */
export const NEED_A_GOAL = objectivesThat((one) => rulesOf(one)?.conversionGoal === 'certain');

/** They are bought by the view, and not optimized for conversions. */
export const HAVE_NO_GOAL = objectivesThat((one) =>
	['AWARENESS', 'VIDEO_COMPLETION'].includes(one),
);

/** Pinterest ends them on 1 February 2027. */
export const END_IN_2027 = objectivesThat(isLegacy);
