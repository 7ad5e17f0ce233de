/** The value in a JSON text; undefined where it is none. Some programs put a byte-order mark before it. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text) as unknown;
	} catch {
		return undefined;
	}
}

const BYTE_ORDER_MARK = 0xfeff;
