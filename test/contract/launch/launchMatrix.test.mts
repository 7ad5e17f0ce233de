import { SEED } from '../../../simulator/simulator.mts';
import {
	BILLABLE_EVENTS,
	CREATIVE_TYPES,
	launchCampaigns,
	OBJECTIVES,
	promoteProductGroupInput,
	rulesOf,
	TAKEN_TYPES,
	VIDEO_TYPES,
	type LaunchRecord,
	type Outcome,
} from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextOn, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

/**
 * Objective × billable event × creative type × what is promoted, with and without a goal, on both sides of 1 February
 * 2027: each is refused before anything of it is sent, with the field, or taken with a warning, or just taken, as the
 * tables of the rules say. The simulator refuses none of what is sent, and sees no violation.
 */

const on = useSimulator();

interface Cell {
	readonly objective: string;
	readonly billableEvent: (typeof BILLABLE_EVENTS)[number];
	readonly creativeType: string;
	readonly promoted: 'pins' | 'productGroups';
	readonly hasGoal: boolean;
}

const PROMOTION_TYPES = Object.keys(promoteProductGroupInput.fields.creativeType.choices ?? {});

const cellsOf = (objective: string): Cell[] =>
	BILLABLE_EVENTS.flatMap((billableEvent) =>
		(['pins', 'productGroups'] as const).flatMap((promoted) =>
			(promoted === 'pins' ? CREATIVE_TYPES : PROMOTION_TYPES).flatMap((creativeType) =>
				[true, false].map((hasGoal) => ({
					...{ objective, billableEvent, creativeType, promoted, hasGoal },
				})),
			),
		),
	);

const isVideo = (type: string) => VIDEO_TYPES.some((one) => one === type);
const nameOf = (cell: Cell) => Object.values(cell).join(' ');
const GOAL = { conversionEvent: 'CHECKOUT', conversionTagId: SEED.conversionTagId };

const inputOf = (cell: Cell) => ({
	...{ name: nameOf(cell), objective: cell.objective, billableEvent: cell.billableEvent },
	...{ locations: 'US', creativeType: cell.creativeType },
	...(cell.hasGoal ? { optimizationGoal: GOAL } : {}),
	...(cell.promoted === 'productGroups'
		? { productGroupIds: SEED.catalogProductGroups.lamps }
		: { pinIds: isVideo(cell.creativeType) ? SEED.pins.video : SEED.pins.image }),
});

const SENT_AS: Record<string, string> = {
	VIDEO_VIEW: 'VIDEO_COMPLETION',
	SHOPPING: 'CATALOG_SALES',
};
const PROMOTED = { STANDARD_AD: 'pins', CATALOG: 'productGroups' } as const;

/** What the tables say of a cell: the field that is refused, or whether there is something to be warned of. */
function expected(cell: Cell, hasEnded: boolean): string {
	const { billableEvent, creativeType, promoted } = cell;
	const old = SENT_AS[cell.objective] ?? cell.objective;
	const isOfCatalog = old === 'CATALOG_SALES';
	const isOfPins = old === 'WEB_CONVERSION';
	const fits =
		isOfCatalog || isOfPins
			? isOfCatalog === (promoted === 'productGroups')
			: TAKEN_TYPES[old].some((type) => type !== 'LEGACY' && PROMOTED[type] === promoted);
	if (!fits) return promoted === 'pins' ? 'refused: Pin' : 'refused: Product Group';
	const objective = hasEnded && (isOfCatalog || isOfPins) ? 'SALES' : old;
	const rules = rulesOf(objective, promoted === 'productGroups' ? 'CATALOG' : 'STANDARD_AD');
	if (rules?.conversionGoal === 'certain' && !cell.hasGoal) return 'refused: Optimization Goal';
	const ofAd =
		promoted === 'pins' &&
		((rules?.creativeTypes && !rules.creativeTypes.values.some((one) => one === creativeType)) ||
			(billableEvent === 'VIDEO_V_50_MRC' && !isVideo(creativeType)) ||
			['SHOP_THE_PIN', 'QUIZ'].includes(creativeType));
	const isDoubtful =
		ofAd ||
		(rules?.conversionGoal === 'likely' && !cell.hasGoal) ||
		rules?.billableEvents.values.includes(billableEvent) === false;
	return isDoubtful ? 'taken, with a warning' : 'taken';
}

/** What came of it. What is said of the objective itself is said in every cell. */
function observed(outcome: Outcome<LaunchRecord>, cell: Cell, sent: ReadonlySet<string>): string {
	if (!outcome.ok) {
		const { kind, code, field } = outcome.error;
		const isOurs = kind === 'invalid' && code === undefined && !sent.has(nameOf(cell));
		return isOurs ? `refused: ${field}` : `refused by Pinterest: ${outcome.error.message}`;
	}
	const known: Record<string, { readonly label: string; readonly note?: string }> = OBJECTIVES;
	const warnings = outcome.record.warnings.filter(
		(one) => one !== known[cell.objective].note && !one.includes('was asked for'),
	);
	return warnings.length > 0 ? 'taken, with a warning' : 'taken';
}

const SIDES = [
	['before 1 February 2027', '2027-01-31T12:00:00Z', false],
	['from 1 February 2027 on', '2027-02-01T00:00:00Z', true],
] as const;

describe.each(SIDES)('%s', (_when, time, hasEnded) => {
	it.each(Object.keys(OBJECTIVES))('%s', async (objective) => {
		const cells = cellsOf(objective);
		expect(cells).toHaveLength(3 * 2 * (CREATIVE_TYPES.length + PROMOTION_TYPES.length));
		const context = contextOn(on.simulator, time);
		const outcomes = await launchCampaigns(
			context,
			cells.map((cell) => untyped(inputOf(cell))),
		);
		const sent = new Set(
			on.simulator
				.ledger()
				.filter(({ operationId }) => operationId === 'campaigns/create')
				.flatMap(({ body }) => (body as Array<{ name: string }>).map(({ name }) => name)),
		);
		const saw = outcomes.map((outcome, n) => [nameOf(cells[n]), observed(outcome, cells[n], sent)]);
		expect(saw).toEqual(cells.map((cell) => [nameOf(cell), expected(cell, hasEnded)]));
		const taken = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.record] : []));
		expect(sent.size).toBe(taken.length);
		for (const { ad_groups } of taken) {
			const [{ ads, promotions = [] }] = ad_groups as Array<Record<string, unknown[]>>;
			expect(ads.length + promotions.length).toBe(1);
		}
	});
});
