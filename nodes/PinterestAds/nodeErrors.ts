import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { isPinterestAdsError, PinterestAdsError } from '../../worker/src';
import { inN8nWords } from './errors/inN8nWords';

/**
 * An item's error in n8n's own form. Kind and retryability go into `context`, where an error workflow
 * can read them: it must not have to guess from a text whether trying again makes sense.
 */
export function toNodeError(
	node: INode,
	error: PinterestAdsError,
	itemIndex?: number,
	alreadyDone?: string,
): NodeApiError | NodeOperationError {
	const said = inN8nWords(error);
	const description = [said.hint, alreadyDone].filter(Boolean).join(' ');
	const { kind, message } = said;
	const nodeError =
		error.status === undefined
			? new NodeOperationError(node, message, { itemIndex, description })
			: new NodeApiError(node, { message } as JsonObject, {
					itemIndex,
					message,
					description,
					httpCode: String(error.status),
				});
	// n8n puts words of its own in place of a message that names a network error, or only seems to.
	nodeError.message = message;
	Object.assign(nodeError.context, { kind, pinterest: said.toRecord() });
	return nodeError;
}

/** Anything that is not the worker's is a defect or n8n's own (an expression that fails): kept as it is. */
export function toPinterestError(error: unknown): PinterestAdsError {
	if (isPinterestAdsError(error)) return error;
	const message = error instanceof Error ? error.message : String(error);
	const description = (error as { description?: unknown } | undefined)?.description;
	return new PinterestAdsError('invalid', message, {
		cause: error,
		hint:
			typeof description === 'string' ? description : 'Correct the node’s fields and run it again.',
	});
}
