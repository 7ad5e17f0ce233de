import { SEED } from '../world/seedIds.mts';
import type { Simulation } from '../simulation.mts';

type Query = Readonly<Record<string, string | undefined>>;

export type ConsentAnswer =
	{ kind: 'page'; status: number; html: string } | { kind: 'redirect'; to: string };

const escape = (text: string) =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (status: number, body: string): ConsentAnswer => ({
	kind: 'page',
	status,
	html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Simulated Pinterest</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1.25rem;margin-right:.5rem}</style>
<h1>Simulated Pinterest</h1>${body}</html>`,
});

/** What is wrong with an authorization request, in the words of the page that shows it. */
export function wrongWithConsent(query: Query): string | undefined {
	if (query.client_id !== SEED.clientId) return 'client_id is not the app of the simulator.';
	if (query.response_type !== 'code') return 'response_type must be code.';
	if (!query.redirect_uri || !URL.canParse(query.redirect_uri)) return 'redirect_uri is missing.';
	if (!query.scope) return 'scope is missing.';
	return /[\s+]/.test(query.scope) ? 'scope is separated by commas.' : undefined;
}

/** `GET /oauth/`: asks the user, or with `auto=1` takes the yes for granted. */
export function consentPage(sim: Simulation, query: Query): ConsentAnswer {
	const wrong = wrongWithConsent(query);
	if (wrong) return page(400, `<p>The app asked in a wrong way: ${escape(wrong)}</p>`);
	if (query.auto === '1') return decide(sim, { ...query, decision: 'give' });
	const hidden = ['client_id', 'redirect_uri', 'response_type', 'scope', 'state']
		.map((name) => `<input type="hidden" name="${name}" value="${escape(query[name] ?? '')}">`)
		.join('');
	const scopes = (query.scope ?? '').split(',').map((scope) => `<li>${escape(scope)}</li>`);
	return page(
		200,
		`<p>An app would like to act for the business <b>${escape(SEED.business)}</b>:</p>
<ul>${scopes.join('')}</ul>
<form method="post" action="/oauth/decision">${hidden}
<button name="decision" value="give">Give access</button>
<button name="decision" value="cancel">Cancel</button></form>`,
	);
}

/** The form's answer: back to the app, with a code or with the refusal. */
export function decide(sim: Simulation, form: Query): ConsentAnswer {
	const wrong = wrongWithConsent(form);
	if (wrong) return page(400, `<p>${escape(wrong)}</p>`);
	const redirectUri = form.redirect_uri ?? '';
	const to = new URL(redirectUri);
	if (form.decision === 'give') {
		const scopes = (form.scope ?? '').split(',');
		to.searchParams.set('code', sim.tokens.newCode({ redirectUri, scopes, userId: SEED.userId }));
	} else {
		to.searchParams.set('error', 'access_denied');
	}
	if (form.state !== undefined) to.searchParams.set('state', form.state);
	return { kind: 'redirect', to: to.href };
}
