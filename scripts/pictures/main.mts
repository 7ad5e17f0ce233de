// `npm run pictures`: photographs n8n's forms, the dashboard and the assistant for docs/, in a real browser, from the package as it is built.
import { Person } from '../browser/person.mts';
import { N8nServer } from '../n8n/fresh-n8n.mts';
import { chain, node, using, workflow } from '../n8n/workflow.mts';
import { photographAssistant } from './assistant.mts';
import { photographDashboard } from './dashboard.mts';
import { photographLaunch } from './launch.mts';
import { photograph } from './photograph.mts';
import { signIn } from './signIn.mts';

/** As somebody has it whose n8n is on the net. */
const ADDRESS = 'https://n8n.example.com/webhook/pinterest-conversion';

const n8n = await N8nServer.start('pictures', { WEBHOOK_URL: new URL(ADDRESS).origin });
const person = await Person.at(`${n8n.api.url}/signin`, { width: 1280, height: 1000 });
try {
	await signIn(person, n8n);
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
	await photographForms();
} finally {
	await person.leave();
	await n8n.stop();
}
await photographLaunch();
await photographDashboard();
await photographAssistant();

/** The form with the address to copy, the choices of Answer, and the form of the callers' credential. */
async function photographForms(): Promise<void> {
	const [answer, unpaid] = ['answerWhen', 'unpaidOrders'].map((name) =>
		person.part(`parameter-input-${name}`),
	);
	await unpaid.waitFor();
	const urls = person.page.getByText('Webhook URLs');
	await person.click(urls);
	await person.click(person.page.getByText('Production URL'));
	await person.page.getByText(ADDRESS).waitFor();
	await photograph(person, 'conversion-trigger', [
		urls,
		person.part('credential-edit-button'),
		unpaid,
	]);

	await person.click(answer);
	const choices = person.page.getByRole('option').filter({ visible: true });
	await choices.first().waitFor();
	await photograph(person, 'conversion-answer', [
		person.page.getByText('Answer', { exact: true }).first(),
		answer,
		choices.first(),
		choices.last(),
	]);
	await person.page.keyboard.press('Escape');

	await person.click(person.part('credential-edit-button'));
	const form = person.part('editCredential-modal');
	const secret = form.getByTestId('parameter-input-signingSecret');
	const retry = form.getByRole('button', { name: 'Retry' });
	await Promise.all([secret.waitFor(), retry.waitFor()]);
	await photograph(person, 'conversion-credential', [
		form.getByTestId('credential-name'),
		form.getByText('Details'),
		retry,
		secret,
	]);
}
