// `npm run pictures`: photographs n8n's forms for docs/, in a real browser, from the package as it is built.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { Person } from '../browser/person.mts';
import type { Login } from '../n8n/api.mts';
import { N8nServer } from '../n8n/fresh-n8n.mts';
import { chain, node, using, workflow } from '../n8n/workflow.mts';
import { root } from '../paths.mts';
import { withPalette } from './palette.mts';

const FOLDER = join(root, 'docs', 'images');
/** Bytes; a page of docs/ is to be read on a train. */
const LARGEST = 60_000;
/** Around what is photographed, in pixels of the screen. */
const MARGIN = 8;

const n8n = await N8nServer.start('pictures');
const person = await Person.at(`${n8n.api.url}/signin`, { width: 1280, height: 1000 });
try {
	await signIn();
	const credential = await n8n.addCredential('pinterestAdsWebhookApi', 'Shopify orders', {
		method: 'signature',
		signingSecret: 'shown-as-dots-by-the-form',
	});
	const trigger = node(
		'Conversion',
		'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
		{ triggerOn: 'conversion', caller: 'shopify', answerWhen: 'written' },
		{ webhookId: 'pictures', ...using(credential) },
	);
	const next = node('Done', 'noOp', {}, { position: [200, 0] });
	await n8n.api.saveWorkflow(workflow('pictures', [trigger, next], chain('Conversion', 'Done')));
	await person.page.goto(`${n8n.api.url}/workflow/pictures`);
	await person.doubleClick(person.page.locator('[data-node-name="Conversion"]').first());
	await photographTrigger();
} finally {
	await person.leave();
	await n8n.stop();
}

async function signIn(): Promise<void> {
	const login = JSON.parse(readFileSync(join(n8n.folder, 'login.json'), 'utf8')) as Login;
	await person.fill(person.page.getByLabel('Email'), login.email);
	await person.fill(person.page.getByLabel('Password'), login.password);
	await person.click(person.button('Sign in'));
	await person.part('main-sidebar-settings').waitFor();
}

async function photographTrigger(): Promise<void> {
	await person.part('parameter-input-caller').waitFor();
	await person.page.waitForTimeout(2000);
	writeFileSync('/tmp/ndv.html', await person.page.content());
	await person.page.screenshot({ path: '/tmp/ndv.png' });
}

/** Writes what is in a part of the page. */
async function photograph(name: string, what: Locator): Promise<void> {
	const box = await what.boundingBox();
	if (!box) throw new Error(`${name} is not on the page.`);
	const clip = {
		x: Math.max(0, box.x - MARGIN),
		y: Math.max(0, box.y - MARGIN),
		width: box.width + 2 * MARGIN,
		height: box.height + 2 * MARGIN,
	};
	const picture = withPalette(await person.page.screenshot({ clip, animations: 'disabled' }));
	if (picture.length > LARGEST) throw new Error(`${name}.png has ${picture.length} bytes.`);
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(join(FOLDER, `${name}.png`), picture);
	console.log(`${name}.png: ${Math.round(picture.length / 1024)} KB`);
}
void photograph;
