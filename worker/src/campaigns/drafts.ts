import { contained, failed, type Outcome, succeeded } from '../outcome';
import { PinterestAdsError } from '../client/errors';
import { idOf } from '../client/readers';
import type { WorkerContext } from '../context';
import { refusalOf } from '../input';
import { withWarnings } from '../preview/preview';
import { createAll, type Created, type Order } from './batch/createBatch';
import type { EntityKind, Fields as EntityFields } from '../entities';
import type { Fields } from '../fields/field';
import { labelOf } from '../fields/labels';
import type { RuleProblem } from './adGroup/adGroupRules';

/** An entity that is ready to be created. */
export interface Draft extends Order {
	readonly warnings: readonly string[];
	/** What holds only where it is created, and not where one like it is found. */
	readonly warningsIfCreated?: readonly string[];
	/** ISO 4217 of its amounts, where it is known. */
	readonly currency?: string;
	/** Goes into the record beside Pinterest's fields. */
	readonly extra?: EntityFields;
}

/** What a create gives: Pinterest's fields as they come, and what we have to say about it. */
export interface CreatedRecord {
	readonly [field: string]: unknown;
	readonly id: string;
	readonly ad_account_id: string;
	/** ISO 4217 of the amounts, where it was known anyway. */
	readonly currency?: string;
	/** What the user should know, in plain words. */
	readonly warnings: string[];
	/** It was found after Pinterest's answer had been lost. */
	readonly recovered?: true;
}

/** The next step for every input that has come so far; the others keep their errors. */
export async function forEachGood<T, R>(
	outcomes: ReadonlyArray<Outcome<T>>,
	step: (record: T, n: number) => Promise<R> | R,
): Promise<Array<Outcome<R>>> {
	const next: Array<Outcome<R>> = [];
	for (const [n, outcome] of outcomes.entries()) {
		next.push(outcome.ok ? await contained(run(step, outcome.record, n), endedByDefect) : outcome);
	}
	return next;
}

/** A value that nobody has thought of is its input's error, and costs the others nothing. */
const endedByDefect = (cause: unknown) =>
	new PinterestAdsError('invalid', 'The input could not be read: it holds an odd value', {
		hint: 'Look for a field that holds something else than a text, a number or a list. If there is none, this is a defect: please report it.',
		cause,
	});

async function run<T, R>(step: (record: T, n: number) => Promise<R> | R, record: T, n: number) {
	return await step(record, n);
}

export const goodOnes = <T>(outcomes: ReadonlyArray<Outcome<T>>): T[] =>
	outcomes.flatMap((outcome) => (outcome.ok ? [outcome.record] : []));

/** Creates the drafts and puts their outcomes between the errors of the inputs that were none. */
export async function createDrafts(
	context: WorkerContext,
	kind: EntityKind,
	drafts: ReadonlyArray<Outcome<Draft>>,
): Promise<Array<Outcome<CreatedRecord>>> {
	const created = await createAll(context, kind, goodOnes(drafts));
	let next = 0;
	return drafts.map((draft) => {
		if (!draft.ok) return draft;
		const outcome = created[next++];
		const { warnings, warningsIfCreated = [] } = draft.record;
		if (!outcome.ok)
			return failed(withWarnings(outcome.error, [...warningsIfCreated, ...warnings]));
		return succeeded(toRecord(kind, draft.record, outcome.record));
	});
}

function toRecord(kind: EntityKind, draft: Draft, { entity, recovered }: Created): CreatedRecord {
	const { currency, extra, warningsIfCreated = [] } = draft;
	const warnings = [...warningsIfCreated, ...draft.warnings];
	if (recovered) {
		const by = foundBy(draft.body);
		warnings.push(
			`Pinterest’s answer was lost; the ${kind.noun} ${entity.id} was then found ${by} and is taken for the one that was created.`,
		);
	}
	return {
		...entity,
		ad_account_id: idOf(entity.ad_account_id) ?? draft.adAccountId,
		...extra,
		...(currency === undefined ? {} : { currency }),
		warnings,
		...(recovered ? { recovered } : {}),
	};
}

function foundBy({ name, catalog_product_group_id }: EntityFields): string {
	if (catalog_product_group_id !== undefined) return 'by its product group';
	return name === undefined ? 'by its Pin' : 'under its name';
}

/** Ends an input for which the rules found problems. */
export function requireNone(fields: Fields, problems: readonly RuleProblem[]): void {
	if (problems.length === 0) return;
	throw refusalOf(
		problems.map(({ field, message }) => ({ path: [field], message })),
		{ labelOf: (path) => labelOf(fields, path) },
	);
}

/** For tasks of one input: the record, or the error thrown. */
export async function onlyOne<T>(outcomes: Promise<ReadonlyArray<Outcome<T>>>): Promise<T> {
	const [outcome] = await outcomes;
	if (outcome.ok) return outcome.record;
	throw outcome.error;
}

/** Inputs as a step can take them. */
export const begun = (inputs: readonly unknown[]): Array<Outcome<unknown>> =>
	inputs.map((input) => succeeded(input));
