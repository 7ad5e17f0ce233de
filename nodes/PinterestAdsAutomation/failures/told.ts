import type { IDataObject } from 'n8n-workflow';
import { cutOffBefore, forgetBefore, readFailure, type ReportedFailure } from '../../../worker/src';

/** What n8n's Error Trigger gives of an error: how much of it there is depends on what has failed. */
interface NodeFault {
	readonly message?: unknown;
	readonly description?: unknown;
	readonly code?: unknown;
	readonly cause?: { readonly code?: unknown };
	readonly messages?: unknown;
	readonly httpCode?: unknown;
	readonly status?: unknown;
	readonly context?: Context;
	readonly errorResponse?: { readonly httpCode?: unknown; readonly context?: Context };
	readonly node?: { readonly name?: unknown };
	/** Where it arose, if a called workflow has failed. */
	readonly workflowId?: unknown;
	readonly executionId?: unknown;
}

/** A Pinterest Ads node says in `kind` and `pinterest` what kind of error it is, Stop and Error in `metadata`. */
interface Context {
	readonly kind?: unknown;
	readonly pinterest?: Told;
	readonly metadata?: Told;
}

interface Told {
	readonly kind?: unknown;
	readonly retryable?: unknown;
	readonly retry_after_ms?: unknown;
	readonly dealt_with?: unknown;
}

/** n8n tells of a failed execution in `execution`, of a trigger that could not do its work in `trigger`. */
interface ErrorTriggerItem {
	readonly execution?: {
		readonly id?: unknown;
		readonly url?: unknown;
		readonly mode?: unknown;
		readonly lastNodeExecuted?: unknown;
		readonly error?: NodeFault;
		readonly executionContext?: { readonly parentExecutionId?: unknown };
	};
	readonly trigger?: { readonly error?: NodeFault; readonly mode?: unknown };
	readonly workflow?: { readonly id?: unknown; readonly name?: unknown };
}

/** What the error handler goes by; its names are those of the columns in `pinterest_errors`. */
export interface FailureRecord {
	readonly workflow_id: string;
	readonly workflow_name: string;
	readonly execution_id: string;
	readonly execution_url: string;
	readonly node: string;
	readonly message: string;
	readonly description: string;
	readonly started_by: string;
	readonly kind: string;
	readonly transient: boolean;
	readonly token_refused: boolean;
	readonly retry_after_ms: number;
	readonly tries_by_itself: boolean;
	readonly of_pinterest: boolean;
	/** The execution that called the failed one, and the one further down in which the error arose. */
	readonly called_by: string;
	readonly arose_in: string;
	/** What was to be tried again before this was cut off; what is older than that is forgotten. */
	readonly cut_off_before: string;
	readonly forget_before: string;
}

/** The item of an Error Trigger, read. */
export function readErrorTrigger(json: IDataObject, now: number): FailureRecord {
	const { execution, trigger, workflow } = json as ErrorTriggerItem;
	const error = (execution ?? trigger)?.error ?? {};
	const workflowId = text(workflow?.id);
	const node = text(execution ? execution.lastNodeExecuted : trigger?.error?.node?.name);
	const failure = readFailure(toldIn(error, execution === undefined), {
		description: execution
			? `Open the execution and look at ${node === '' ? 'where it stopped' : `the node “${node}”`}.`
			: 'Look at the trigger of the workflow, and whether what it asks can be reached.',
	});
	return {
		workflow_id: workflowId,
		workflow_name: text(workflow?.name),
		execution_id: text(execution?.id),
		execution_url: text(execution?.url),
		node,
		message: failure.message,
		description: failure.description,
		started_by: text((execution ?? trigger)?.mode),
		kind: failure.kind,
		transient: failure.transient,
		token_refused: failure.tokenRefused,
		retry_after_ms: failure.retryAfterMs,
		tries_by_itself: failure.triesByItself,
		of_pinterest: failure.ofPinterest,
		called_by: text(execution?.executionContext?.parentExecutionId),
		arose_in: error.workflowId && error.workflowId !== workflowId ? text(error.executionId) : '',
		cut_off_before: cutOffBefore(now),
		forget_before: forgetBefore(now),
	};
}

/** An error that has come up from a called workflow holds the original one. */
function toldIn(error: NodeFault, ofTrigger: boolean): ReportedFailure {
	const context =
		[error.context, error.errorResponse?.context].find((one) => one?.kind || one?.metadata?.kind) ??
		{};
	const told = context.pinterest ?? context.metadata ?? {};
	return {
		kind: context.kind ?? told.kind,
		ofPinterest: Boolean(context.kind),
		retryable: told.retryable,
		retryAfterMs: told.retry_after_ms,
		// Stop and Error is where a workflow ends that has done so, and the connection may be active again by now.
		dealtWith: !context.kind || told.dealt_with === true,
		status: error.httpCode ?? error.errorResponse?.httpCode ?? error.status,
		message: error.message,
		description: error.description,
		alsoSaid: [error.code, error.cause?.code, ...lines(error.messages)],
		ofTrigger,
	};
}

const text = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const lines = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
