import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** How callers of the forms and webhooks sign in to one n8n. */
export interface Callers {
	readonly form: { readonly user: string; readonly password: string };
	readonly webhook: { readonly name: string; readonly value: string };
	readonly assistant: { readonly token: string };
}

/** Those of this n8n: made up once, and kept in a file beside its login. */
export function callersIn(file: string): Callers {
	const kept = existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Callers>)
		: undefined;
	const callers: Callers = {
		form: { user: 'marketing', password: secret() },
		webhook: { name: 'X-Pinterest-Key', value: secret() },
		assistant: { token: secret() },
		...kept,
	};
	if (kept?.assistant === undefined)
		writeFileSync(file, JSON.stringify(callers, null, '\t'), { mode: 0o600 });
	return callers;
}

/** The headers of a caller that has signed in, for a form or a webhook. */
export function signedIn(
	{ callers }: { readonly callers?: Callers },
	path: string,
): Record<string, string> {
	if (!callers) return {};
	const { form, webhook, assistant } = callers;
	if (path.startsWith('/mcp')) return { authorization: `Bearer ${assistant.token}` };
	if (!IN_A_BROWSER.test(path)) return { [webhook.name]: webhook.value };
	const pair = Buffer.from(`${form.user}:${form.password}`).toString('base64');
	return { authorization: `Basic ${pair}` };
}

/** Forms, the chat, and the page that a webhook shows. */
const IN_A_BROWSER = /^\/form|\/chat$|\/pinterest-dashboard/;

/** What to tell whoever wants to call them. */
export function callersInWords({
	form,
	webhook,
	assistant,
}: Callers): ReadonlyArray<[string, string]> {
	return [
		['Forms', `sign in with  ${form.user}  ${form.password}`],
		['Webhooks', `call them with the header  ${webhook.name}: ${webhook.value}`],
		['Assistants', `connect to /mcp/pinterest-assistant with the token  ${assistant.token}`],
	];
}

const secret = () => randomBytes(18).toString('base64url');
