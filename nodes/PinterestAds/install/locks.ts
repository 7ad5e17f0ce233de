import { askEach, post } from './asking';
import type { Existing } from './existing';
import type { Ask, Choices, NamedId, Script } from './types';

/** How callers sign in, where it has just been made up. */
export interface NewLocks {
	readonly forms?: { readonly user: string; readonly password: string };
	readonly webhooks?: Header;
	readonly conversions?: Header;
	/** The token of assistants. */
	readonly assistant?: string;
}

interface Header {
	readonly name: string;
	readonly value: string;
}

export interface Locks {
	/** By n8n's type of credential. */
	readonly credentials: ReadonlyMap<string, NamedId>;
	readonly made: NewLocks;
}

const FORMS = { type: 'httpBasicAuth', name: 'Pinterest forms' } as const;
const WEBHOOKS = { type: 'httpHeaderAuth', name: 'Pinterest webhooks' } as const;
const ASSISTANT = { type: 'httpBearerAuth', name: 'Pinterest assistant' } as const;
const CONVERSIONS = { type: 'pinterestAdsWebhookApi', name: 'Pinterest conversions' } as const;

/** The credentials with which callers sign in to forms and webhooks; those that are there are kept. */
export function* makeLocks(existing: Existing, choices: Choices): Script<Locks> {
	const form = { user: 'marketing', password: choices.makeSecret() };
	const header = { name: 'X-Pinterest-Key', value: choices.makeSecret() };
	const forms = yield* makeLock(FORMS, form, existing, choices);
	const webhooks = yield* makeLock(WEBHOOKS, header, existing, choices);
	// One header for both, where both are new.
	const { name, value } = webhooks.made ?? { ...header, value: choices.makeSecret() };
	const caller = { method: 'header', headerName: name, headerSecret: value };
	const conversions = yield* makeLock(CONVERSIONS, caller, existing, choices);
	const token = { token: choices.makeSecret() };
	const assistant = yield* makeLock(ASSISTANT, token, existing, choices);
	const { made } = conversions;
	return {
		credentials: new Map([
			[FORMS.type, forms.credential],
			[WEBHOOKS.type, webhooks.credential],
			[CONVERSIONS.type, conversions.credential],
			[ASSISTANT.type, assistant.credential],
		]),
		made: {
			forms: forms.made,
			webhooks: webhooks.made,
			conversions: made && { name: made.headerName, value: made.headerSecret },
			assistant: assistant.made?.token,
		},
	};
}

function* makeLock<Data extends object>(
	{ type, name }: { readonly type: string; readonly name: string },
	data: Data,
	{ credentials, projectId }: Existing,
	{ newPasswords }: Choices,
): Script<{ credential: NamedId; made?: Data }> {
	const known = credentials.find((one) => one.type === type && one.name === name);
	if (known && !newPasswords) return { credential: { id: known.id, name } };
	const ask: Ask = known
		? { method: 'PATCH', path: `/credentials/${known.id}`, body: { name, type, data } }
		: post('/credentials', { name, type, data, ...(projectId && { projectId }) });
	const purpose = known ? 'change credentials' : 'make credentials';
	const [answer] = yield* askEach([ask], purpose);
	// What was made up is made up anew in every step, so that only what was sent is what is stored.
	const sent = answer.ask.body as { readonly data: Data };
	return { credential: { id: (answer.body as NamedId).id, name }, made: sent.data };
}
