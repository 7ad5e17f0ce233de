import { PinterestAdsError } from '../client/errors';

/**
 * The address of a file that Pinterest has made. Files come over an encrypted connection; only a test server on
 * this machine may do without.
 * @param what was wanted and which file it is, for messages: "get the metrics", "report"
 * @throws PinterestAdsError `unavailable` where it is no such address
 */
export function fileAddress(
	value: string | null | undefined,
	{ doing, file }: { readonly doing: string; readonly file: string },
): string {
	const url = value ?? '';
	const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
	const isHere = ['127.0.0.1', 'localhost'].includes(hostname);
	if (protocol === 'https:' || (protocol === 'http:' && isHere)) return url;
	throw new PinterestAdsError(
		'unavailable',
		`Could not ${doing}: Pinterest finished the ${file}, but gave no safe address to fetch it from.`,
	);
}
