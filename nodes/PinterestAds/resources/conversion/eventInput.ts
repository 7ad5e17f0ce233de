import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { FieldReader } from '../../fieldReader';

/** One item's fields as the worker's input for an event. */
export function eventInput(fields: FieldReader, functions: IExecuteFunctions): IDataObject {
	const source = fields.pick('adAccountId', 'eventSource', 'event', 'eventId');
	return {
		...source,
		...(source.eventSource === 'fields' && formFields(fields)),
		...fields.collection('options'),
		// Only used where nothing else tells two events apart: the same on every retry of this run.
		...retryKey(functions, fields.item),
	};
}

function formFields(fields: FieldReader): IDataObject {
	const { customEventName, ...rest } = fields.pick(
		'eventName',
		'customEventName',
		'email',
		'value',
		'currency',
		'orderId',
		'eventTime',
		'clientIpAddress',
		'clientUserAgent',
	);
	// Where Event is an expression, the form cannot hide the field for a name of one's own.
	if (rest.eventName === 'custom' && customEventName !== undefined)
		rest.eventName = customEventName;
	// The form's default says nothing without a value; one of line items is in US dollars by itself.
	if (rest.value === undefined && rest.currency === 'USD') delete rest.currency;
	return rest;
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
