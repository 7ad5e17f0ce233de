/** For `z.preprocess`: a number out of its text; whatever else it is stays what it is. */
export const asNumber = (value: unknown): unknown =>
	typeof value === 'string' && value.length < 50 && value.trim() !== '' ? Number(value) : value;
