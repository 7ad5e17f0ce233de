import type { ErrorAction } from '../../client/errorActions';
import type { TargetingSpec, Unread } from '../../pinterest/types';
import { shortened } from '../../values/shortened';
import {
	AD,
	AD_GROUP,
	AUDIENCE,
	CAMPAIGN,
	FEED,
	isFields,
	PIN,
	PRODUCT_GROUP,
	type Entity,
	type Named,
} from '../../entities';
import { REASON_HINTS, type Reason } from './reasons';

/**
 * How much it matters: nothing of it can deliver; it delivers little or slowly; or it is only good
 * to know.
 */
export type Severity = 'blocks' | 'slows' | 'info';

export type FindingLevel =
	'campaign' | 'ad_group' | 'ad' | 'product_group' | 'pin' | 'audience' | 'feed';

/** Whom a finding is about. */
export interface Subject<Level = FindingLevel> {
	readonly level: Level;
	readonly id: string;
	readonly name: string | null;
}

/** Something that holds delivery back, or what another diagnosis looks for. */
export interface Finding<Level = FindingLevel, Why = Reason> extends Subject<Level> {
	readonly severity: Severity;
	readonly reason: Why;
	/** What is the matter, with this very entity. */
	readonly message: string;
	/** What to do about it. */
	readonly hint: string;
	/** The same for programs, where it follows from an error. */
	readonly action?: ErrorAction;
}

export function subjectOf(level: FindingLevel, entity: Entity): Subject {
	const { id, name } = entity;
	return { level, id: String(id), name: typeof name === 'string' && name !== '' ? name : null };
}

/** @param hint where the usual one of the reason does not say enough */
export function finding(
	subject: Subject,
	severity: Severity,
	reason: Reason,
	message: string,
	hint: string = REASON_HINTS[reason],
): Finding {
	return { ...subject, severity, reason, message, hint };
}

/** "Ad group “US”", or by its id where it has no name. */
export function called({ level, id, name }: Subject): string {
	return `${capitalized(KINDS[level].noun)} ${name === null ? id : `“${shortened(name, LONGEST_NAME)}”`}`;
}

/** Pinterest's own names are shorter. */
const LONGEST_NAME = 300;

const KINDS: Readonly<Record<FindingLevel, Named>> = {
	campaign: CAMPAIGN,
	ad_group: AD_GROUP,
	ad: AD,
	product_group: PRODUCT_GROUP,
	pin: PIN,
	audience: AUDIENCE,
	feed: FEED,
};

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const SEVERITIES: readonly Severity[] = ['blocks', 'slows', 'info'];

/** What blocks comes first; what is alike stays in its order, from the campaign down. */
export function inOrder<One extends Pick<Finding, 'severity'>>(findings: readonly One[]): One[] {
	return SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity));
}

/** Unix seconds of a field, where there are any. */
export function secondsOf(entity: Entity, field: 'start_time' | 'end_time'): number | undefined {
	const value = entity[field];
	return typeof value === 'number' && value > 0 ? value : undefined;
}

/** Whole micro-currency of a field, where there is any. */
export function microOf(entity: Entity, field: string): number | undefined {
	const value = entity[field];
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** What an ad group's targeting spec holds, without what is empty. */
export function targetingOf(adGroup: Entity): Unread<TargetingSpec> {
	const spec = isFields(adGroup.targeting_spec) ? adGroup.targeting_spec : {};
	return Object.fromEntries(
		Object.entries(spec).filter(
			([, value]) =>
				value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
		),
	);
}
