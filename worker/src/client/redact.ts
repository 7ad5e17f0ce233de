import { shortened } from '../values/shortened';

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = `(?:${OCTET}\\.){3}${OCTET}`;
const GROUP = '[0-9a-f]{1,4}';
/** All eight groups, or fewer around `::`; a time of day (10:30:00) is neither. The last two may be an IPv4. */
const IPV6 =
	`(?:${GROUP}:){7}${GROUP}|(?:${GROUP}:){6}${IPV4}|` +
	`${GROUP}(?::${GROUP}){0,6}::(?:(?:${GROUP}:){0,5}(?:${IPV4}|${GROUP}))?|` +
	`::(?:${GROUP}:){0,6}(?:${IPV4}|${GROUP})`;

const SECRETS_AND_PEOPLE: ReadonlyArray<readonly [RegExp, string]> = [
	[/\bpin[arc]_[A-Za-z0-9_-]+/g, '[token]'],
	// Anybody's, behind the word for it. Without quotes it may be the next word of a sentence: not if it has a digit.
	[/(?<=\bbearer\s)[\w.~+/-]{8,}=*/gi, '[token]'],
	[/(?<=token["']?\s?(?:=\s?["']?|:\s?["']))[\w.~+/-]{8,}=*/gi, '[token]'],
	[/(?<=token(?::\s?|\s["']?))(?=[a-z_.~+/-]*\d)[\w.~+/-]{8,}=*/gi, '[token]'],
	// From the beginning of a word only: tried from each letter of a long one, it would take forever.
	[/(?<![^\s"'<>,;()])@*[^\s"'<>,;()@]+@[^\s"'<>,;()]+/g, '[email]'],
	[/\b[0-9a-f]{32,128}\b/gi, '[hash]'],
	[/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '[device id]'],
	[new RegExp(`(?<!\\w)(?:${IPV6})(?!\\w|:\\w|\\.\\d)`, 'gi'), '[IP address]'],
	[new RegExp(`(?<![\\d.])${IPV4}(?!\\d|\\.\\d)`, 'g'), '[IP address]'],
	// Only with its plus: digits alone are as likely an id, which whoever has to act needs to see.
	[/\+[1-9](?:[\s().-]{0,3}\d){7,14}\d*/g, '[phone number]'],
];

/** Pinterest's messages may quote what was sent; a token or a person must not come back in an error. */
export function redact(text: string): string {
	return SECRETS_AND_PEOPLE.reduce((left, [pattern, name]) => left.replace(pattern, name), text);
}

/** As much of somebody else's text as an error or a warning carries. */
const LONGEST = 500;

/** What comes later in a text is never shown, so it is not looked at: there may be a thousand of 100 kB each. */
const LOOKED_AT = 8000;
/** What the end of that cuts in two is not recognised; nothing so near to it is shown. */
const MARGIN = 200;

/** Somebody else's text as it may be passed on: without people and tokens, and short. */
export function quoted(text: string, longest = LONGEST): string {
	if (text.length <= LOOKED_AT) return shortened(redact(text), longest);
	const seen = redact(text.slice(0, LOOKED_AT));
	return shortened(`${seen.slice(0, -MARGIN)}…`, longest);
}
