import { NodeHelpers, type INode } from 'n8n-workflow';
import { PinterestAdsTrigger } from '../../../nodes/PinterestAdsTrigger/PinterestAdsTrigger.node.ts';
import { CHANGES, watchedChangesInput } from '../../../worker/src/changes/index.ts';
import { labelOf } from '../../../worker/src/fields/labels.ts';
import { SCHEDULES } from '../../../worker/src/automation/schedule.ts';

const { description } = new PinterestAdsTrigger();

const valuesOf = (name: string) =>
	(description.properties.find((one) => one.name === name)?.options ?? []).map((option) =>
		'value' in option ? option.value : option.name,
	);

/** The fields that the form shows. */
function shown(parameters: Record<string, unknown>): string[] {
	const node = { parameters, typeVersion: 1 } as unknown as INode;
	return description.properties
		.filter((one) => NodeHelpers.displayParameter(parameters as never, one, node, description))
		.map(({ name }) => name);
}

it('offers what the worker knows', () => {
	expect(valuesOf('schedule')).toEqual([...SCHEDULES.map(({ id }) => id), 'custom']);
	expect(valuesOf('changes')).toEqual(CHANGES.map(({ id }) => id));
});

it('asks for nothing but what the choice needs', () => {
	expect(shown({ triggerOn: 'schedule', schedule: 'audienceSync' })).toEqual([
		...['triggerOn', 'schedule', 'authentication'],
	]);
	expect(shown({ triggerOn: 'schedule', schedule: 'custom' })).toContain('cronExpression');
	expect(shown({ triggerOn: 'changes', changes: ['audience_ready'] })).toEqual([
		...['triggerOn', 'authentication', 'adAccountId', 'changes', 'checkEvery'],
	]);
	expect(shown({ triggerOn: 'changes', changes: ['spend_over_limit'] })).toEqual(
		expect.arrayContaining(['dailySpendLimit', 'amountUnit']),
	);
	expect(shown({ triggerOn: 'changes', changes: ['spend_over_budget'] })).toEqual(
		expect.arrayContaining(['monthlyBudget', 'amountUnit']),
	);
	expect(
		shown({ triggerOn: 'changes', changes: ['cost_per_conversion_rose', 'roas_fell'] }),
	).toEqual([
		...['triggerOn', 'authentication', 'adAccountId', 'changes', 'costPerConversionLimit'],
		...['countedConversions', 'amountUnit', 'roasLimit', 'performanceOf', 'performanceDays'],
		...['campaignIds', 'checkEvery'],
	]);
});

/** The credentials that the form asks for. */
function credentials(parameters: Record<string, unknown>): string[] {
	const node = { parameters, typeVersion: 1 } as unknown as INode;
	return (description.credentials ?? [])
		.filter((one) => NodeHelpers.displayParameter(parameters as never, one, node, description))
		.map(({ name }) => name);
}

it('asks for the credential of whom it works with', () => {
	const oAuth2 = { authentication: 'oAuth2' };
	expect(credentials({ ...oAuth2, triggerOn: 'schedule' })).toEqual([]);
	expect(credentials({ ...oAuth2, triggerOn: 'changes' })).toEqual(['pinterestAdsOAuth2Api']);
	expect(credentials({ authentication: 'accessToken', triggerOn: 'changes' })).toEqual([
		'pinterestAdsApi',
	]);
	const callers = { ...oAuth2, triggerOn: 'conversion', whoMayCall: 'credential' };
	for (const answerWhen of ['received', 'written'])
		expect(credentials({ ...callers, answerWhen })).toEqual(['pinterestAdsWebhookApi']);
	expect(credentials({ ...callers, answerWhen: 'sent' })).toEqual([
		...['pinterestAdsOAuth2Api', 'pinterestAdsWebhookApi'],
	]);
	expect(credentials({ ...callers, whoMayCall: 'anybody', answerWhen: 'written' })).toEqual([]);
});

it('asks who calls, how that is checked, and when they are answered', () => {
	const own = { triggerOn: 'conversion', caller: 'ownSite', whoMayCall: 'credential' };
	expect(shown({ ...own, answerWhen: 'written' })).toEqual([
		...['triggerOn', 'authentication', 'caller', 'whoMayCall', 'path', 'answerWhen', 'options'],
	]);
	expect(shown({ ...own, whoMayCall: 'anybody' })).toContain('anybodyNotice');
	expect(shown({ ...own, answerWhen: 'sent' })).toContain('adAccountId');
	const shop = shown({ triggerOn: 'conversion', caller: 'shopify', answerWhen: 'written' });
	expect(shop).toContain('unpaidOrders');
	expect(shop).not.toContain('whoMayCall');
});

it('opens an address only where it takes conversions in', () => {
	for (const { httpMethod, path } of description.webhooks ?? []) {
		expect(httpMethod).toContain('=== "conversion"');
		expect(path).toContain('|| "pinterest-ads"');
	}
});

// The editor shows the credential in place of the field "authentication", and hides that field and each
// one that its display depends on.
it('keeps the choice between schedule and changes in the editor', () => {
	const field = description.properties.find(({ name }) => name === 'authentication');
	expect(field?.displayOptions?.show ?? {}).toEqual({});
});

it('calls its fields what its errors call them', () => {
	const labels = ['adAccountId', 'amountUnit', 'campaignIds', 'changes', 'dailySpendLimit'];
	for (const name of labels) {
		const field = description.properties.find((one) => one.name === name);
		expect(field?.displayName).toBe(labelOf(watchedChangesInput.fields, [name]));
	}
});
