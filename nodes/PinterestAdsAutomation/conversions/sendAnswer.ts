import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { CallAnswer } from '../../../worker/src';

/** Answers whoever has called the trigger; who has been answered already is not answered again. */
export function sendAnswer(
	functions: IExecuteFunctions,
	{ status, body, headers = {} }: CallAnswer,
): void {
	functions.sendResponse({ body: body as IDataObject, headers, statusCode: status });
}
