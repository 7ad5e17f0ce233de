import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** How callers of the forms and webhooks sign in to one n8n. */
export interface Callers {
	readonly form: { readonly user: string; readonly password: string };
	readonly webhook: { readonly name: string; readonly value: string };
}

/** Those of this n8n: made up once, and kept in a file beside its login. */
export function callersIn(file: string): Callers {
	if (!existsSync(file)) {
		const callers: Callers = {
			form: { user: 'marketing', password: secret() },
			webhook: { name: 'X-Pinterest-Key', value: secret() },
		};
		writeFileSync(file, JSON.stringify(callers, null, '\t'), { mode: 0o600 });
	}
	return JSON.parse(readFileSync(file, 'utf8')) as Callers;
}

/** The headers of a caller that has signed in, for a form or a webhook. */
export function signedIn(
	{ callers }: { readonly callers?: Callers },
	path: string,
): Record<string, string> {
	if (!callers) return {};
	const { form, webhook } = callers;
	if (!IN_A_BROWSER.test(path)) return { [webhook.name]: webhook.value };
	const pair = Buffer.from(`${form.user}:${form.password}`).toString('base64');
	return { authorization: `Basic ${pair}` };
}

/** Forms, and the page that a webhook shows. */
const IN_A_BROWSER = /^\/form|\/pinterest-dashboard/;

/** What to tell whoever wants to call them. */
export function callersInWords({ form, webhook }: Callers): ReadonlyArray<[string, string]> {
	return [
		['Forms', `sign in with  ${form.user}  ${form.password}`],
		['Webhooks', `call them with the header  ${webhook.name}: ${webhook.value}`],
	];
}

const secret = () => randomBytes(18).toString('base64url');
