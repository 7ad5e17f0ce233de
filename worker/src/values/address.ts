import { KINDS, type KindName, type Named } from '../entities';

/** Ids out of addresses that are copied from Pinterest, in place of the id alone; and addresses of its pages. */

/** What an id can be of. */
export type IdOf = KindName | 'other';

export type AddressReading = { readonly id: string } | { readonly problem: string };
export type AddressIds = { readonly ids: readonly string[] } | { readonly problem: string };

const OTHER: Pick<Named, 'one' | 'inAddresses'> = { one: 'this', inAddresses: [] };

const kindOf = (of: IdOf) => (of === 'other' ? OTHER : KINDS[of]);

/** No address of Pinterest's is longer; what is longer is not looked into. */
const LONGEST = 2000;

/** Where Pinterest is at home, with and without a name before it (`www.`, `ads.`, `de.`). */
const DOMAINS: ReadonlySet<string> = new Set(
	[
		...[
			'com',
			'at',
			'be',
			'ca',
			'ch',
			'cl',
			'co',
			'de',
			'dk',
			'ec',
			'engineering',
			'es',
			'fr',
			'hu',
		],
		...['id', 'ie', 'in', 'info', 'it', 'jp', 'kr', 'mx', 'nl', 'nz', 'pe', 'ph', 'pt', 'ru', 'se'],
		...['th', 'tw', 'uk', 'vn', 'co.at', 'co.in', 'co.kr', 'co.nz', 'co.uk', 'com.au', 'com.bo'],
		...['com.ec', 'com.mx', 'com.pe', 'com.py', 'com.uy', 'com.vn'],
	].map((ending) => `pinterest.${ending}`),
);

/** Whether a text is meant as an address, be it written without https://. */
export const isAddress = (text: string): boolean =>
	/^https?:/i.test(text) || /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]|$)/i.test(text.slice(0, 300));

/**
 * The id of one kind of thing in an address, such as `https://www.pinterest.com/pin/813744226420795884/`
 * or, in Ads Manager, `https://ads.pinterest.com/advertiser/549755885175/reporting/campaigns/?campaignIds=626735565838`.
 * @param address by {@link isAddress}
 */
export function idInAddress(address: string, of: IdOf): AddressReading {
	const read = idsInAddress(address, of);
	if ('problem' in read) return read;
	const [id, ...others] = read.ids;
	if (others.length === 0) return { id };
	return { problem: `is an address with ${read.ids.length} IDs: give the one that is meant` };
}

/** All of them, each once and at least one: Ads Manager names several that are chosen in its table. */
export function idsInAddress(address: string, of: IdOf): AddressIds {
	if (address.length > LONGEST) return { problem: 'is too long an address' };
	const withScheme = /^https?:/i.test(address) ? address : `https://${address}`;
	if (!URL.canParse(withScheme)) return { problem: 'is not an address that can be read' };
	const { hostname, pathname, searchParams } = new URL(withScheme);
	const host = hostname.toLowerCase();
	if (host === 'pin.it' || host.endsWith('.pin.it')) {
		return {
			problem: 'is a short link: open it in a browser, and copy the address that it leads to',
		};
	}
	if (!isPinterests(host)) {
		return { problem: 'must be an ID in digits, or an address of pinterest.com that holds it' };
	}
	const { one, inAddresses } = kindOf(of);
	const ids = [
		...new Set([...inPath(pathname, inAddresses), ...inQuery(searchParams, inAddresses)]),
	];
	if (ids.length > 0) return { ids };
	return { problem: `is an address without the ID of ${one}: give the ID` };
}

/**
 * The IDs of one kind that a text lists, divided by commas, semicolons or white space; an address that names
 * several is all of them. What is no ID is handed on as it is, for whoever checks it.
 */
export const idsListed = (text: string, of: IdOf): string[] =>
	// In brackets as well: as JSON, or as tag managers write a list.
	text
		.replace(/^\s*\[|\]\s*$/g, '')
		.split(/[\s;]+/)
		.flatMap(piecesOf)
		.map((piece) => piece.replace(/^["']|["']$/g, ''))
		.flatMap((piece) => {
			const read = isAddress(piece) ? idsInAddress(piece, of) : undefined;
			return read !== undefined && 'ids' in read ? read.ids : [piece];
		});

/** The beginning of ids in an address, and what may follow a comma between them. */
const IDS_BEGIN = /[?&][a-z_-]*ids=\[?"?\d+"?$/i;
const ID_FOLLOWS = /^"?\d+"?(?:$|[\]&])/;

/** Divided by commas, but for those between the ids of an address (`?campaignIds=1,2&adGroupIds=3,4`). */
function piecesOf(text: string): string[] {
	const pieces: string[][] = [];
	let isWithinIds = false;
	for (const part of text.split(',')) {
		if (isWithinIds && ID_FOLLOWS.test(part)) {
			pieces[pieces.length - 1].push(part);
			isWithinIds = !/[\]&]/.test(part) || IDS_BEGIN.test(part);
		} else {
			pieces.push([part]);
			isWithinIds = IDS_BEGIN.test(part);
		}
	}
	return pieces.map((parts) => parts.join(',')).filter((piece) => piece !== '');
}

function isPinterests(host: string): boolean {
	const labels = host.split('.');
	const at = labels.lastIndexOf('pinterest');
	return at >= 0 && DOMAINS.has(labels.slice(at).join('.'));
}

function inPath(pathname: string, names: readonly string[]): string[] {
	const segments = pathname.split('/').filter((segment) => segment !== '');
	return segments.flatMap((segment, n) => {
		const id = idIn(segments[n + 1] ?? '');
		return id !== undefined && names.includes(bare(segment)) ? [id] : [];
	});
}

/** Alone, or behind a Pin's title: `spring-sofa--813744226420795884`. */
function idIn(segment: string): string | undefined {
	const end = segment.slice(segment.lastIndexOf('--') < 0 ? 0 : segment.lastIndexOf('--') + 2);
	return /^\d{1,20}$/.test(end) ? end : undefined;
}

/** One parameter may hold several: `campaignIds=1,2` or `["1","2"]`. */
function inQuery(parameters: URLSearchParams, names: readonly string[]): string[] {
	return [...parameters].flatMap(([name, value]) =>
		names.includes(bare(name).replace(/id$/, '')) ? (value.match(/\d{1,20}/g) ?? []) : [],
	);
}

/** `ad-groups`, `ad_group_ids` and `adGroupIds` without marks, in small letters and the singular. */
const bare = (name: string) =>
	name
		.toLowerCase()
		.replace(/[^a-z]/g, '')
		.replace(/s$/, '');

const TABLES = {
	campaign: ['campaigns', 'campaignIds'],
	adGroup: ['adgroups', 'adGroupIds'],
	ad: ['ads', 'adIds'],
} as const;

/**
 * Ads Manager with some campaigns, ad groups or ads, as its address bar shows them. Pinterest documents none of these
 * addresses: where it takes no notice of the IDs any more, the table of the ad account is shown all the same.
 */
export function inAdsManager(
	adAccountId: string,
	of: keyof typeof TABLES,
	ids: readonly string[],
): string {
	const [table, parameter] = TABLES[of];
	const account = encodeURIComponent(adAccountId);
	return `https://ads.pinterest.com/advertiser/${account}/reporting/${table}/?${parameter}=${ids.map(encodeURIComponent).join(',')}`;
}

export const pinAddress = (id: string): string =>
	`https://www.pinterest.com/pin/${encodeURIComponent(id)}/`;
