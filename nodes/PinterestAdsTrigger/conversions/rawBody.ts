import type { IWebhookFunctions } from 'n8n-workflow';
import { LARGEST_BODY } from '../../../worker/src';

/**
 * Of a body that is too large, so many bytes are read and not kept: whoever is still sending when the connection is closed
 * sees that, and not the answer.
 */
const MOST_READ = 4 * LARGEST_BODY;

/**
 * The body of a call as it was sent.
 * @returns why there is none: it is too large, or its caller has hung up before its end
 */
export async function rawBody(
	functions: IWebhookFunctions,
): Promise<Buffer | 'tooLarge' | 'cutOff'> {
	const request = functions.getRequestObject();
	// Where n8n has read it already.
	if (request.rawBody !== undefined) {
		return request.rawBody.length > LARGEST_BODY ? 'tooLarge' : request.rawBody;
	}
	const chunks: Buffer[] = [];
	let length = 0;
	try {
		// The connection has to stay: its caller is still to be answered.
		for await (const chunk of request.iterator({ destroyOnReturn: false })) {
			length += (chunk as Buffer).length;
			if (length <= LARGEST_BODY) chunks.push(chunk as Buffer);
			else chunks.length = 0;
			if (length > MOST_READ) break;
		}
	} catch {
		return 'cutOff';
	}
	return length > LARGEST_BODY ? 'tooLarge' : Buffer.concat(chunks);
}
