/** What stands in a path for the ID of the ad account, as Pinterest's own pages write it. */
export const AD_ACCOUNT_ID = '{ad_account_id}';

export type PathReading = { readonly path: string } | { readonly problem: string };

/** None of the API is half as long. */
const LONGEST = 1000;

/** Letters and digits, what stands between words and numbers, and other signs by their codes. */
const SEGMENT = /^(?:[\w.~+:@,=-]|%[0-9A-Fa-f]{2})+$/;
/** A dot, a slash, a percent sign or what cannot be seen, by its code: what it would be taken for, nobody knows. */
const HIDDEN = /%(?:2[ef5]|5c|[01][0-9a-f]|7f)/i;

const ADDRESS_IS_PINTERESTS =
	'must be a path such as /ad_accounts: the address is always that of Pinterest’s API, so leave out what comes before the path';

/**
 * The path of a call, below the base address of the API: `/ad_accounts/549755885175/campaigns`. With or without
 * the version that Pinterest's pages put before it. It can lead nowhere else than to Pinterest's API.
 */
export function readApiPath(given: string): PathReading {
	const text = given.trim();
	if (text === '') return { problem: 'is missing' };
	if (text.length > LONGEST) return { problem: `must not be longer than ${LONGEST} characters` };
	const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(text) || /^[/\\]{2}/.test(text);
	if (isAddress) return { problem: ADDRESS_IS_PINTERESTS };
	if (/[?#]/.test(text)) {
		return {
			problem: 'must be a path alone: what comes after the ? goes into Query Parameters',
		};
	}
	const segments = text.replace(/^\//, '').replace(/\/$/, '').split('/');
	if (segments[0] === 'v5') segments.shift();
	const problem = segments.length === 0 ? 'is missing' : wrongWith(segments);
	return problem === undefined ? { path: `/${segments.join('/')}` } : { problem };
}

function wrongWith(segments: readonly string[]): string | undefined {
	if (segments.includes('')) return 'holds // or an empty part';
	if (segments.some((one) => /^\.+$/.test(one) || HIDDEN.test(one))) {
		return 'holds . or .. as a part, or a sign by its code: write the path out';
	}
	// No part of the API has a dot in its first word; the name of a host has.
	if (segments[0].includes('.')) return ADDRESS_IS_PINTERESTS;
	const named = segments.find((one) => /^\{.*\}$/.test(one) && one !== AD_ACCOUNT_ID);
	if (named !== undefined) return `holds ${named}: write the ID in its place`;
	if (!segments.every((one) => one === AD_ACCOUNT_ID || SEGMENT.test(one))) {
		return 'holds a sign that no path of the API has, such as a space';
	}
	// Their answers are tokens, which must not get into the data of a workflow.
	if (segments[0] === 'oauth') {
		return 'is about tokens, which are what the connection is for: none is handed out here';
	}
	return undefined;
}
