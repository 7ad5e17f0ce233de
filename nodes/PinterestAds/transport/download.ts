import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { type Download, openDownload } from '../../../worker/src/port';
import type { NodeFunctions } from './functions';
import { faultInside } from './n8nFaults';
import type { TimeLimit } from './timeLimit';

/**
 * Fetches a file by its signed address over n8n's plain request helper, which has no token to add.
 * @throws TransportFault
 */
export async function download(
	functions: NodeFunctions,
	url: string,
	timeoutMs: number,
	limit: TimeLimit,
): Promise<Download> {
	const options: IHttpRequestOptions = {
		url,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: timeoutMs,
		abortSignal: limit.signal,
	};
	const toFault = (error: unknown) => limit.faultOf(error, faultInside);
	try {
		const answer = (await functions.helpers.httpRequest(options)) as IN8nHttpFullResponse;
		const stream = answer.body as unknown as Parameters<typeof openDownload>[1];
		return openDownload(answer.statusCode, stream, toFault);
	} catch (error) {
		throw toFault(error);
	}
}
