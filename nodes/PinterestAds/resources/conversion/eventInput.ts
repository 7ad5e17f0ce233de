import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { NewConversion } from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import type { Form } from '../../form/form';

/** One item's fields as the worker's input for an event. */
export function eventInput(
	form: Form<object>,
	fields: FieldReader,
	functions: IExecuteFunctions,
): NewConversion {
	const { lineItemsJson, ...given } = form.read(fields) as IDataObject;
	if (lineItemsJson !== undefined) given.lineItems = lineItemsJson;
	if (given.eventSource === 'fields') completeFields(given, fields);
	// Only used where nothing else tells two events apart: the same on every retry of this run.
	const input: IDataObject = { ...given, ...retryKey(functions, fields.item) };
	// What people wrote is whatever they wrote: the worker is what finds out.
	return input as unknown as NewConversion;
}

function completeFields(given: IDataObject, fields: FieldReader): void {
	// Where Event is an expression, the form cannot hide the field for a name of one's own.
	if (given.eventName === 'custom') {
		const { customEventName } = fields.pick('customEventName');
		if (customEventName !== undefined) given.eventName = customEventName;
	}
	// The form's default says nothing without a value; one of line items is in US dollars by itself.
	if (given.value === undefined && given.currency === 'USD') delete given.currency;
}

const runs = new WeakMap<IExecuteFunctions, string | undefined>();

function retryKey(functions: IExecuteFunctions, item: number): IDataObject {
	if (!runs.has(functions)) runs.set(functions, runOf(functions));
	const run = runs.get(functions);
	return run === undefined ? {} : { retryKey: `${run}-${item}` };
}

/** In a loop a node runs several times within one execution, each time with new items. */
function runOf(functions: IExecuteFunctions): string | undefined {
	const execution = functions.getExecutionId() as string | undefined;
	// Without it two runs would look the same.
	if (!execution) return undefined;
	const { $runIndex } = functions.getWorkflowDataProxy(0);
	return [execution, functions.getNode().id, $runIndex].join('-');
}
