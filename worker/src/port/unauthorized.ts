import type { HttpResponse } from '../ports';

/** Pinterest's number for a token without the scope that an operation asks for. */
const SCOPE_MISSING = 3;

/** Whether a new token may cure this answer: a 401, but not for a scope, which a new one lacks as well. */
export function isCurable({ status, body }: HttpResponse): boolean {
	return status === 401 && (body as { code?: unknown } | null | undefined)?.code !== SCOPE_MISSING;
}
