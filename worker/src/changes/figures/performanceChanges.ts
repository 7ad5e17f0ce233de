import { formatMicro } from '../../values/money';
import { absentOf } from '../absent';
import { placeAndTime, type ChangeEvent, type Look, type LookResult } from '../changeEvent';

/** What a campaign, or the ad account, has spent on some days, and what came of it. */
export interface Performance {
	readonly id: string;
	readonly name: string | null;
	/** On how many of the days it spent anything. */
	readonly daysOfSpend: number;
	readonly spendMicro: number;
	readonly conversions: number;
	readonly valueMicro: number;
}

/** What is looked at: over which days, whose, and what counts as a conversion. */
export interface PerformanceScope {
	readonly level: 'campaign' | 'ad_account';
	/** First and last day, UTC, whole ones. */
	readonly from: string;
	readonly to: string;
	readonly days: number;
	/** In words: `conversion`, `checkout`. */
	readonly counted: string;
}

export interface SeenPerformance {
	/** Of what it was judged by; by another limit, all is looked at for the first time. */
	readonly by: string;
	/** What was right, with its figure. */
	readonly right: Readonly<Record<string, number>>;
	/** What was not. */
	readonly wrong: readonly string[];
}

/** A limit that a figure should stay within. */
export interface PerformanceLimit {
	readonly change: 'cost_per_conversion_rose' | 'roas_fell';
	/** Tells one limit from another. */
	readonly by: string;
	/** The figure; null where nothing came of what was spent. */
	figureOf(one: Performance): number | null;
	isWrong(one: Performance): boolean;
	/** Clearly within it again: a figure that goes up and down about the limit is told once. */
	isRight(one: Performance): boolean;
	inWords(look: Look, who: string, one: Performance, scope: PerformanceScope): string;
	/** Of the event. */
	readonly limit: Pick<ChangeEvent, 'limit' | 'limit_micro'>;
}

/** On so many days something was spent, before it is judged: the first ones say little. Our own measure. */
const LEAST_DAYS = 3;
/** So much better than the limit, as a part of it. Our own measure. */
const CLEARLY = 0.1;

/** More than so much for one conversion, or for none at all. @param limitMicro whole micro-currency */
export const costLimit = (limitMicro: number): PerformanceLimit => ({
	...{
		change: 'cost_per_conversion_rose',
		by: `${limitMicro}`,
		limit: { limit_micro: limitMicro },
	},
	figureOf: ({ spendMicro, conversions }) =>
		conversions > 0 ? Math.round(spendMicro / conversions) : null,
	isWrong: ({ spendMicro, conversions }) => spendMicro > limitMicro * Math.max(conversions, 1),
	isRight: ({ spendMicro, conversions }) =>
		conversions > 0 && spendMicro <= limitMicro * (1 - CLEARLY) * conversions,
	inWords: ({ currency }, who, { spendMicro, conversions }, { counted, from, to }) => {
		const limit = formatMicro(limitMicro, currency);
		const spent = formatMicro(spendMicro, currency);
		if (conversions === 0) {
			return `${who} has spent ${spent} from ${from} to ${to} (UTC) without a ${counted}. The limit for one is ${limit}.`;
		}
		const cost = formatMicro(Math.round(spendMicro / conversions), currency);
		return `${who} has paid ${cost} per ${counted} from ${from} to ${to} (UTC), more than the limit of ${limit}: ${spent} for ${conversions.toLocaleString('en')}.`;
	},
});

/** Less than so much value for what was spent. @param least 2 is 2.00 for each 1.00 */
export const roasLimit = (least: number): PerformanceLimit => ({
	...{ change: 'roas_fell', by: `${least}`, limit: { limit: least } },
	figureOf: ({ valueMicro, spendMicro }) => rounded(valueMicro / spendMicro),
	isWrong: ({ valueMicro, spendMicro }) => valueMicro < least * spendMicro,
	isRight: ({ valueMicro, spendMicro }) =>
		valueMicro >= Math.floor(least * (1 + CLEARLY) * spendMicro),
	inWords: ({ currency }, who, { valueMicro, spendMicro }, { from, to }) =>
		`${who} has a ROAS of ${(valueMicro / spendMicro).toFixed(2)} from ${from} to ${to} (UTC), less than the limit of ${least}: checkouts worth ${formatMicro(valueMicro, currency)} for ${formatMicro(spendMicro, currency)}.`,
});

const rounded = (ratio: number) => Number(ratio.toFixed(4));

/** @param seen undefined: they are looked at for the first time, and nothing is told */
export function comparePerformance(
	look: Look,
	seen: SeenPerformance | undefined,
	performances: readonly Performance[],
	limit: PerformanceLimit,
	scope: PerformanceScope,
): LookResult<SeenPerformance> {
	const by = judgedBy(limit, scope);
	const before = seen?.by === by ? seen : undefined;
	const right = new Map<string, number>();
	const wrong = new Set<string>();
	const events: Array<{ key: string; event: ChangeEvent }> = [];
	const wasWrong = new Set(before?.wrong);
	for (const one of performances.filter(isJudged(scope))) {
		const figure = limit.figureOf(one);
		const staysWrong = wasWrong.has(one.id) && !limit.isRight(one);
		if (!limit.isWrong(one) && !staysWrong) {
			if (figure !== null) right.set(one.id, figure);
			continue;
		}
		wrong.add(one.id);
		if (before === undefined || wasWrong.has(one.id)) continue;
		const figureBefore = Object.hasOwn(before.right, one.id) ? before.right[one.id] : null;
		events.push({
			key: `${limit.change}:${one.id}:${by}`,
			event: told(look, one, limit, scope, { before: figureBefore, after: figure }),
		});
	}
	const listed = new Set([...right.keys(), ...wrong]);
	for (const [id, figure] of absentOf(Object.entries(before?.right ?? {}), listed)) {
		right.set(id, figure);
	}
	for (const [id] of absentOf(
		[...wasWrong].map((id) => [id, null] as const),
		listed,
	))
		wrong.add(id);
	return {
		seen: { by, right: Object.fromEntries([...right].sort()), wrong: [...wrong].sort() },
		events,
	};
}

const isJudged =
	({ days }: PerformanceScope) =>
	({ daysOfSpend, spendMicro }: Performance): boolean =>
		spendMicro > 0 && daysOfSpend >= Math.min(days, LEAST_DAYS);

const judgedBy = ({ by }: PerformanceLimit, { level, days, counted }: PerformanceScope) =>
	`${by}:${level}:${days}:${counted}`;

function told(
	look: Look,
	{ id, name, ...one }: Performance,
	limit: PerformanceLimit,
	scope: PerformanceScope,
	figures: Pick<ChangeEvent, 'before' | 'after'>,
): ChangeEvent {
	const { level, from, to } = scope;
	const who =
		level === 'ad_account' ? 'The ad account' : `Campaign ${name === null ? id : `“${name}”`}`;
	return {
		change: limit.change,
		what: limit.inWords(look, who, { id, name, ...one }, scope),
		hint: 'Pinterest counts conversions on the day of the click or view, so that some may still come in. If it stays so: look at which ads and audiences spend the money, and whether conversions still arrive.',
		...{ level, id, name, ...figures },
		...{ start_date: from, end_date: to, ...limit.limit, currency: look.currency ?? null },
		...placeAndTime(look),
	};
}

/** As if everything had been within its limit: what could serve as a sample. */
export const allRight = (
	performances: readonly Performance[],
	limit: PerformanceLimit,
	scope: PerformanceScope,
): SeenPerformance => ({
	...{ by: judgedBy(limit, scope), wrong: [] },
	right: Object.fromEntries(
		performances
			.filter(({ spendMicro }) => spendMicro > 0)
			.map((one) => [one.id, limit.figureOf(one) ?? 0]),
	),
});
