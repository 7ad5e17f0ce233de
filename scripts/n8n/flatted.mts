/**
 * n8n keeps an execution's data as a flat list, in which every string inside an object or array is
 * the position of what stands there; the value itself is the first of the list.
 */
export function unflatten(text: string): unknown {
	const list = JSON.parse(text) as unknown[];
	const done = new Map<number, unknown>();
	const valueAt = (position: number): unknown => {
		const flat = list[position];
		if (typeof flat !== 'object' || flat === null) return flat;
		if (done.has(position)) return done.get(position);
		const value: Record<string, unknown> | unknown[] = Array.isArray(flat) ? [] : {};
		// Noted before it is filled: the data may refer back to what holds it.
		done.set(position, value);
		for (const [key, entry] of Object.entries(flat)) {
			Reflect.set(value, key, typeof entry === 'string' ? valueAt(Number(entry)) : entry);
		}
		return value;
	};
	return valueAt(0);
}
