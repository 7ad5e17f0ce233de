import type { JsonObject } from '../client/readers.ts';

/** Shorter texts cost nothing worth the trouble. */
const LONG = 1 << 16;
/** What JSON writes as it is. */
const PLAIN = /^[^"\\\p{Cc}\p{Cs}]*$/u;

/**
 * A request body as the bytes of its JSON. A long text that JSON would not change, such as the records
 * of a customer list, is written straight into them: otherwise it would be held twice more on the way.
 */
export function jsonBytes(body: unknown): Buffer {
	if (!isPlainObject(body) || !Object.values(body).some(isLongText)) {
		return Buffer.from(JSON.stringify(body));
	}
	const parts: string[] = [];
	for (const [name, value] of Object.entries(body)) {
		const written: string | undefined = isLongText(value) ? value : JSON.stringify(value);
		if (written === undefined) continue;
		const quote = written === value ? '"' : '';
		parts.push(`${parts.length === 0 ? '{' : ','}${JSON.stringify(name)}:${quote}`, written, quote);
	}
	parts.push('}');
	const length = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
	const bytes = Buffer.allocUnsafeSlow(length);
	let at = 0;
	for (const part of parts) at += bytes.write(part, at);
	return bytes;
}

function isPlainObject(body: unknown): body is JsonObject {
	return (
		typeof body === 'object' &&
		body !== null &&
		Object.getPrototypeOf(body) === Object.prototype &&
		!('toJSON' in body)
	);
}

const isLongText = (value: unknown): value is string =>
	typeof value === 'string' && value.length >= LONG && PLAIN.test(value);
