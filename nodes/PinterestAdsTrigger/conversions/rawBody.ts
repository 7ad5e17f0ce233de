import type { IWebhookFunctions } from 'n8n-workflow';
import { LARGEST_BODY } from '../../../worker/src';

/**
 * The body of a call as it was sent.
 * @returns undefined where it is too large; the rest of it is not read then
 */
export async function rawBody(functions: IWebhookFunctions): Promise<Buffer | undefined> {
	const request = functions.getRequestObject();
	// Where n8n has read it already.
	if (request.rawBody !== undefined) {
		return request.rawBody.length > LARGEST_BODY ? undefined : request.rawBody;
	}
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request) {
		length += (chunk as Buffer).length;
		if (length > LARGEST_BODY) return undefined;
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks);
}
