import { lettersAndDigits, type NormalForm } from './normalForms';

/** States and provinces of the two countries whose codes people rarely write out in forms. */
const CODES: ReadonlyMap<string | undefined, string> = new Map(
	(
		'al alabama, ak alaska, az arizona, ar arkansas, ca california, co colorado, ct connecticut, de delaware, ' +
		'dc districtofcolumbia, dc washingtondc, fl florida, ga georgia, hi hawaii, id idaho, il illinois, in indiana, ia iowa, ' +
		'ks kansas, ky kentucky, la louisiana, me maine, md maryland, ma massachusetts, mi michigan, mn minnesota, ' +
		'ms mississippi, mo missouri, mt montana, ne nebraska, nv nevada, nh newhampshire, nj newjersey, ' +
		'nm newmexico, ny newyork, nc northcarolina, nd northdakota, oh ohio, ok oklahoma, or oregon, ' +
		'pa pennsylvania, pr puertorico, ri rhodeisland, sc southcarolina, sd southdakota, tn tennessee, tx texas, ' +
		'ut utah, vt vermont, va virginia, wa washington, wv westvirginia, wi wisconsin, wy wyoming, ' +
		'ab alberta, bc britishcolumbia, mb manitoba, nb newbrunswick, nl newfoundlandandlabrador, ' +
		'nt northwestterritories, ns novascotia, nu nunavut, on ontario, pe princeedwardisland, qc quebec, ' +
		'qc québec, nl newfoundland, nl newfoundlandlabrador, sk saskatchewan, yt yukon, yt yukonterritory, ' +
		'as americansamoa, gu guam, mp northernmarianaislands, vi virginislands, vi usvirginislands'
	)
		.split(', ')
		.map((pair) => [pair.slice(3), pair.slice(0, 2)] as const),
);

const TWO_LETTERS = /^[a-z]{2}$/;

/**
 * The two-letter code, also out of `US-CA` (ISO 3166-2) and, for the US and Canada, out of the name. A
 * longer code (NSW) or a name elsewhere (Bayern) is none that Pinterest could have the digest of.
 */
export const state: NormalForm = (text, country) => {
	const code = lettersAndDigits(/^[a-z]{2}-([a-z0-9]{1,3})$/i.exec(text)?.[1] ?? text) ?? '';
	if (code === '' || TWO_LETTERS.test(code)) return code;
	const named = country === undefined || country === 'us' || country === 'ca';
	return named ? CODES.get(code) : undefined;
};
