const SECRETS_AND_PEOPLE: ReadonlyArray<readonly [RegExp, string]> = [
	[/\bpin[arc]_[A-Za-z0-9_-]+/g, '[token]'],
	[/[^\s"'<>,;()]+@[^\s"'<>,;()]+/g, '[email]'],
	[/\b[0-9a-f]{32,128}\b/gi, '[hash]'],
	[/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '[device id]'],
];

/** Pinterest's messages may quote what was sent; a token or a person must not come back in an error. */
export function redact(text: string): string {
	return SECRETS_AND_PEOPLE.reduce((left, [pattern, name]) => left.replace(pattern, name), text);
}
