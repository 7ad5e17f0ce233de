/**
 * A body without what was not given: Pinterest takes an explicit null for something else. Its type is the
 * caller's to say, so that a misspelt field does not compile.
 */
export function withoutUndefined<T extends object = never>(body: NoInfer<T>): T {
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as T;
}
