import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../browser/person.mts';
import type { Login } from '../n8n/api.mts';
import type { N8nServer } from '../n8n/fresh-n8n.mts';

/** On n8n's page for it, as the owner of a fresh n8n. */
export async function signIn(person: Person, n8n: N8nServer): Promise<void> {
	const login = JSON.parse(readFileSync(join(n8n.folder, 'login.json'), 'utf8')) as Login;
	await person.fill(person.page.getByLabel('Email'), login.email);
	await person.fill(person.page.getByLabel('Password'), login.password);
	await person.click(person.button('Sign in'));
	await person.part('main-sidebar-settings').waitFor();
}
