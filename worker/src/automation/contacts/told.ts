/** What is known of something that failed: of the worker's own errors more than of others. */
export interface ToldFailure {
	readonly error: string;
	/** What to do; nothing where nobody knows. */
	readonly hint?: string;
	/** Only of the worker's own errors. */
	readonly kind?: string;
}

/** What happened and what to do, in whole sentences. */
export const reasonOf = ({ error, hint }: ToldFailure): string =>
	[error, hint].filter(Boolean).map(sentence).join(' ');

/** With a full stop, unless it has an end of its own. */
export const sentence = (text: string | undefined = ''): string =>
	text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
