import { errorFromFault } from '../client/client';
import type { PinterestAdsError } from '../client/errors';
import { pause } from '../client/pause';
import type { WorkerContext } from '../context';
import { isTransportFault } from '../ports';
import { BrokenFile } from './brokenFile';

/** How often a file is fetched at most, each time by a new address. */
export const MAX_TRIES = 4;
const BASE_WAIT_MS = 1000;

/** The file store's answer was not a file: after five minutes an address is refused with a 403. */
class FileRefused extends Error {
	override readonly name = 'FileRefused';
}

/** A file that Pinterest has made, and what is to become of it. */
export interface RemoteFile<T> {
	/** For messages: "fetch the report". */
	readonly doing: string;
	/** A new address of it, for each try: one is good for five minutes. */
	address(): Promise<string>;
	/**
	 * Reads it. What has been kept of a file that cannot be read to its end is for the reader to drop.
	 * @throws BrokenFile where it cannot be read
	 */
	read(body: AsyncIterable<Uint8Array>): Promise<T>;
	/** The error where it cannot be read, also after several tries. */
	unreadable(cause: Error): PinterestAdsError;
}

/** Fetches a file and reads it; one that cannot be read to its end is fetched again by a new address. */
export async function fetchFile<T>(context: WorkerContext, file: RemoteFile<T>): Promise<T> {
	for (let tries = 1; ; tries++) {
		const url = await file.address();
		try {
			return await file.read(await opened(context, url));
		} catch (error) {
			if (!isCurable(error)) throw errorFromFault(error, file);
			if (tries === MAX_TRIES) throw file.unreadable(error);
			const { random = Math.random, logger } = context;
			logger.debug(`Pinterest: trying again to ${file.doing}`, { try: tries + 1 });
			await pause(context, random() * BASE_WAIT_MS * 2 ** (tries - 1));
		}
	}
}

async function opened(
	{ http, signal }: WorkerContext,
	url: string,
): Promise<AsyncIterable<Uint8Array>> {
	if (http.download === undefined) throw new Error('This Http port cannot download files.');
	const { status, body } = await http.download(url, signal);
	if (status !== 200) throw new FileRefused(`it was refused with status ${status}`);
	return body;
}

function isCurable(error: unknown): error is Error {
	if (isTransportFault(error)) return error.fault !== 'cancelled';
	return error instanceof FileRefused || error instanceof BrokenFile;
}
