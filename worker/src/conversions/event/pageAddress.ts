/** Where the parts of an address end that a person may be named in. */
const ENDS = /([/?&#;=,])/;

/**
 * The address of a page without the email addresses in it: a page that somebody has come to out of a newsletter, or a
 * form that was sent by GET, has them among its parameters.
 */
export function withoutEmails(url: string): string {
	if (!/@|%40/i.test(url)) return url;
	const parts = url.split(ENDS);
	// https, a colon, two slashes, and then whose page it is.
	const first = parts[0].endsWith(':') && parts[2] === '' ? 5 : 0;
	return parts.map((part, n) => (n >= first && isEmail(part) ? '' : part)).join('');
}

function isEmail(part: string): boolean {
	const text = part.replaceAll('%40', '@');
	const at = text.indexOf('@', 1);
	return at > 0 && text.indexOf('.', at) > at;
}
