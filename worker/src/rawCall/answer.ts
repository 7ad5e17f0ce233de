import { isObject, pageOf, Unreadable, type Page } from '../client/readers';
import { PinterestAdsError } from '../client/errors';

/** What Pinterest's answers hold that nobody must find in the data of a workflow, by the names of its fields. */
const SECRETS: ReadonlySet<string> = new Set([
	...['access_token', 'refresh_token', 'partner_access_token', 'partner_refresh_token'],
	...['client_secret', 'cryptographic_key', 'password'],
]);
const HIDDEN = '[hidden]';
/** Nothing of Pinterest's is nearly as deep. */
const DEEPEST = 50;

/** A copy in which secrets are hidden, wherever they are. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
	if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
	if (Array.isArray(value)) return value.map((one: unknown) => withoutSecrets(one, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]: [string, unknown]) => [
			name,
			SECRETS.has(name) && inner !== null && inner !== ''
				? HIDDEN
				: withoutSecrets(inner, depth + 1),
		]),
	);
}

/** As a record: an answer that is no object is its `value`, and one without a body only says that it was done. */
export function recordOf(this: void, answer: unknown): object {
	return answer === undefined || answer === null || answer === ''
		? { success: true }
		: elementOf(answer);
}

/** An element of a list as a record: one that is no object is its `value`. */
export function elementOf(this: void, element: unknown): object {
	const shown = withoutSecrets(element);
	return isObject(shown) ? shown : { value: shown };
}

/** A page of a list, or a list that comes whole. @throws PinterestAdsError `invalid` for what is none */
export function readElements(answer: unknown): Page<unknown> {
	if (Array.isArray(answer)) return { items: answer as unknown[] };
	if (!isObject(answer)) throw new Unreadable('no list');
	if (!Array.isArray(answer.items)) throw noList();
	return pageOf((element) => element)(answer);
}

const noList = () =>
	new PinterestAdsError('invalid', 'Answer: what Pinterest answered is no list of elements', {
		field: 'Answer',
		hint: 'Choose “As It Is” for this path: its answer has no items to go through page by page.',
	});

/** Pinterest answers 200 to a batch of which it has refused elements: what to say of these. */
export function refusedElements(answer: unknown): string[] {
	const items: unknown = isObject(answer) ? answer.items : undefined;
	if (!Array.isArray(items)) return [];
	const refused = items.filter((one) => isObject(one) && isAny(one.exceptions)).length;
	if (refused === 0) return [];
	return [
		`Pinterest answered, but refused ${refused} of ${items.length} elements: their “exceptions” say why.`,
	];
}

const isAny = (exceptions: unknown) =>
	Array.isArray(exceptions) ? exceptions.length > 0 : isObject(exceptions);
