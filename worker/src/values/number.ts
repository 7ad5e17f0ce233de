/** For `z.preprocess`: a number out of its text; whatever else it is stays what it is. */
export const asNumber = (value: unknown): unknown =>
	typeof value === 'string' && value.length < 50 && value.trim() !== '' ? Number(value) : value;

/** `1 contact was`, `1,200 contacts were`; without the last: `1 minute`, `5 minutes`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
	`${count.toLocaleString('en')} ${count === 1 ? one : several}`;
