import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failed, previewed, type PinterestAdsError } from '../../worker/src';
import { inN8nWords } from './errors/inN8nWords';
import { FieldReader } from './fieldReader';
import { FieldValues } from './fieldValues';
import { toNodeError, toPinterestError } from './nodeErrors';
import type { Done, Operation, OperationOutcome, WorkUnit } from './operation';
import { giveOf, type Give } from './output/extent';
import { isPreviewed } from './output/previewField';
import { preparedFiles } from './transport/binary';
import { createContext } from './transport/context';

interface Result {
	readonly items: readonly number[];
	readonly outcome: OperationOutcome;
	/** Where it could be read. */
	readonly input?: unknown;
	/** The records as they are given; left out: as they are. */
	readonly given?: readonly IDataObject[];
	/** It only says what would be done. */
	readonly isPreview?: boolean;
}

/** A unit of work, and how its answer is to be given. */
type Unit = WorkUnit<unknown> & { readonly give?: Give; readonly isPreview?: boolean };

/**
 * Runs the chosen operation over all input items and turns outcomes into n8n's items: paired items,
 * "continue on fail", the error output, hints. The only place where this loop is written.
 */
export async function runOperation(
	functions: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	const { units, unread } = readUnits(functions, operation);
	const results = [...unread, ...(await runUnits(functions, operation, units))];
	results.sort((a, b) => a.items[0] - b.items[0]);
	showWarnings(functions, results);
	const items: INodeExecutionData[] = [];
	for (const result of results) {
		for (const item of await toItems(functions, result, operation, results)) items.push(item);
	}
	return [items];
}

/** Reads every item's fields; an item that cannot be read fails alone. */
function readUnits(functions: IExecuteFunctions, operation: Operation) {
	const units: Unit[] = [];
	const unread: Result[] = [];
	const values = new FieldValues(functions);
	const { itemCount } = values;
	const fieldsOf = (item: number) => new FieldReader(values, item);
	const read = <T>(items: readonly number[], reading: () => T): T | undefined => {
		try {
			return reading();
		} catch (error) {
			unread.push({ items, outcome: failed(toPinterestError(error)) });
			return undefined;
		}
	};
	const all = Array.from({ length: itemCount }, (_, item) => item);
	const planned: Array<WorkUnit<unknown>> =
		'plan' in operation
			? (read(all, () => operation.plan(fieldsOf, itemCount, functions)) ?? [])
			: all.flatMap(
					(item) =>
						read([item], () => ({
							items: [item],
							input: operation.read(fieldsOf(item), functions),
						})) ?? [],
				);
	for (const unit of planned) {
		const { items } = unit;
		const whole = read(items, () => {
			const fields = fieldsOf(items[0]);
			const isPreview = isPreviewed(operation, fields);
			return { ...unit, isPreview, give: giveOf(operation, fields, isPreview) };
		});
		if (whole) units.push(whole);
	}
	return { units, unread };
}

async function runUnits(
	functions: IExecuteFunctions,
	operation: Operation,
	units: Unit[],
): Promise<Result[]> {
	if (units.length === 0) return [];
	const previews = units.filter(({ isPreview }) => isPreview);
	if (previews.length > 0 && previews.length < units.length) {
		const others = units.filter(({ isPreview }) => !isPreview);
		return [
			...(await runUnits(functions, operation, previews)),
			...(await runUnits(functions, operation, others)),
		];
	}
	try {
		const inputs = units.map(({ input }) => input);
		const outcomes = await outcomesOf(functions, operation, inputs, previews.length > 0);
		return units.map(({ give, ...unit }, n) => ({ ...unit, ...asGiven(outcomes[n], give) }));
	} catch (error) {
		// What ends the whole run (no token, no ad account) is every unit's error.
		const outcome = failed(toPinterestError(error));
		return units.map(({ items }) => ({ items, outcome }));
	}
}

async function outcomesOf(
	functions: IExecuteFunctions,
	operation: Operation,
	inputs: readonly unknown[],
	isPreview: boolean,
): Promise<readonly OperationOutcome[]> {
	if (operation.local) return await operation.run({ functions }, inputs);
	const context = await createContext(functions);
	if (!isPreview) return await operation.run({ functions, context }, inputs);
	return await previewed(
		context,
		async (previewing) => await operation.run({ functions, context: previewing }, inputs),
	);
}

/** What is chosen of an answer may not be in it. */
function asGiven(outcome: OperationOutcome, give?: Give): Pick<Result, 'outcome' | 'given'> {
	if (!outcome.ok || give === undefined) return { outcome };
	try {
		return { outcome, given: give(recordsOf(outcome.record)) };
	} catch (error) {
		return { outcome: failed(toPinterestError(error)) };
	}
}

async function toItems(
	functions: IExecuteFunctions,
	{ items, outcome, given }: Result,
	{ done, personalInput }: Operation,
	results: readonly Result[],
): Promise<INodeExecutionData[]> {
	const pairedItem = items.length === 1 ? { item: items[0] } : items.map((item) => ({ item }));
	if (outcome.ok) {
		const { record, files } = outcome;
		const binary = files && { binary: await preparedFiles(functions, files) };
		return (given ?? recordsOf(record)).map((json) => ({ json, ...binary, pairedItem }));
	}
	if (!functions.continueOnFail()) {
		const alreadyDone = done && doneSoFar(results, done);
		throw toNodeError(functions.getNode(), outcome.error, items[0], alreadyDone);
	}
	// At the error output n8n adds the paired input item's fields, but not where it is only a number.
	return [{ json: errorJson(outcome.error), pairedItem: personalInput ? items[0] : pairedItem }];
}

/** The worker's records are plain data, which is all that n8n's items ask for. */
function recordsOf(record: object | readonly object[]): IDataObject[] {
	return (Array.isArray(record) ? record : [record]) as IDataObject[];
}

/** Exactly the keys by which n8n recognises a failed item and sends it to the error output. */
function errorJson(error: PinterestAdsError): IDataObject {
	const said = inN8nWords(error);
	return { error: said.message, message: said.hint, details: said.toRecord() as IDataObject };
}

/** When one failed item stops the workflow, what was done for the others must not be lost. */
function doneSoFar(results: readonly Result[], told: Done): string | undefined {
	const done = results.flatMap(({ items, input, outcome, isPreview }) =>
		outcome.ok && !isPreview ? [{ item: items[0], input, record: outcome.record }] : [],
	);
	const said = done.length === 0 ? '' : told(done);
	return said === '' ? undefined : `${said} ${HAND_ON}`;
}

const HAND_ON =
	'To have failed items handed on instead of stopping, set “On Error” in the node’s settings.';

function showWarnings(functions: IExecuteFunctions, results: readonly Result[]): void {
	const warnings = new Set<string>();
	for (const { outcome } of results) {
		if (!outcome.ok) continue;
		const own = recordsOf(outcome.record).flatMap((record) => record.warnings ?? []);
		for (const said of outcome.warnings ?? own) warnings.add(String(said));
	}
	if (warnings.size === 0) return;
	const shown = [...warnings].slice(0, 5);
	functions.addExecutionHints(
		...shown.map((message) => ({
			message,
			type: 'warning' as const,
			location: 'outputPane' as const,
		})),
	);
}
