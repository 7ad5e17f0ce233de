/** The value in a JSON text; undefined where it is none. Some programs put a byte-order mark before it. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text) as unknown;
	} catch {
		return undefined;
	}
}

/** Whether lists and objects lie within each other more often than so. */
export function isDeeperThan(most: number, value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	if (most === 0) return true;
	for (const name in value) {
		if (isDeeperThan(most - 1, (value as Record<string, unknown>)[name])) return true;
	}
	return false;
}

const BYTE_ORDER_MARK = 0xfeff;

/** Only where there is a number of so many digits is the slower reading worth its time. */
const LONG_NUMBER = /[:[,\s]-?\d{16}/;

/**
 * What a JSON text holds; whole numbers that a number cannot hold exactly come out as texts.
 * @throws SyntaxError where it is no JSON; its message may quote the text
 */
export const exactly = (text: string): unknown =>
	LONG_NUMBER.test(text) ? JSON.parse(text, asWritten) : JSON.parse(text);

/** Gives a whole number that was rounded in reading as it was written. */
function asWritten(this: unknown, _key: string, value: unknown, context?: { source?: string }) {
	if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
	const { source } = context ?? {};
	return source !== undefined && /^-?\d+$/.test(source) ? source : value;
}
