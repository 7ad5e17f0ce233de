import { createHash } from 'node:crypto';

const CRLF = '\r\n';

/**
 * A package of workflows as the form that n8n's import wants (RFC 7578).
 * @param fields further ones, such as the project that the workflows go to
 */
export function importForm(
	file: Uint8Array,
	fields: Readonly<Record<string, string>>,
): { readonly mimeType: string; readonly content: Uint8Array } {
	// The same for the same package, and in no package that it could cut in two.
	const boundary = `package-${createHash('sha256').update(file).digest('hex')}`;
	const part = (disposition: string, content: Uint8Array | string) => [
		Buffer.from(`--${boundary}${CRLF}Content-Disposition: form-data; ${disposition}${CRLF}`),
		Buffer.from(content),
		Buffer.from(CRLF),
	];
	const named = Object.entries(fields).flatMap(([name, value]) =>
		part(`name="${name}"${CRLF}`, value),
	);
	const type = 'Content-Type: application/gzip';
	const content = Buffer.concat([
		...named,
		...part(`name="package"; filename="package.n8np"${CRLF}${type}${CRLF}`, file),
		Buffer.from(`--${boundary}--${CRLF}`),
	]);
	return { mimeType: `multipart/form-data; boundary=${boundary}`, content };
}
