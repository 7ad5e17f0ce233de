import { z } from 'zod';

/** What all schemas here are written for, and tested with: 3.25. */
const WORKS = '3 (from 3.23 on)';

/**
 * zod may come from whoever embeds this, who may bring another major. Said at once, and not by an odd error in the
 * middle of a request.
 * @throws Error for another major than 3
 */
export function requireZod3(made: unknown): void {
	const { _def: known } = (made ?? {}) as { _def?: { typeName?: unknown } };
	if (known?.typeName === 'ZodString') return;
	throw new Error(
		`Pinterest Ads works with zod ${WORKS}, and another major version of it is installed beside it. Update the package, or go back to the version before the last update of what it runs in.`,
	);
}

requireZod3(z.string());
