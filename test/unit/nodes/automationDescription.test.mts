import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { PinterestAdsAutomation } from '../../../nodes/PinterestAdsAutomation/PinterestAdsAutomation.node.ts';
import { OPERATIONS } from '../../../nodes/PinterestAdsAutomation/operations.ts';

const { description } = new PinterestAdsAutomation();
const { properties } = description;
const [list] = properties;
const options = list.options as INodePropertyOptions[];

// prettier-ignore
const AUTOMATION = [
	'addPreview', 'answerCaller', 'answerDashboardButton', 'answerSyncRequest', 'askForLaunch', 'askForUpdate', 'askLaunchDetails', 'askLaunchGoal', 'checkConnected', 'checkLaunch', 'checkNewConversion', 'checkRetry', 'checkSyncRequest',
	'checkTables', 'chooseAudience', 'chooseConversions', 'claimLaunch', 'compareMetrics', 'composeMessage',
	'conversionFailed', 'conversionRow', 'createDashboard', 'describeSync', 'endLaunch', 'findContacts', 'findContactsAddedTwice',
	'findDueAudiences', 'findEndsOfClaims', 'findNewContacts', 'findSameEvents', 'gatherContacts', 'listAudienceChoices',
	'noteConnectionCheck', 'noteDisconnect', 'noteRefusedToken', 'pickContacts', 'planSync', 'planWhatFollows',
	'readAudienceRequest', 'readDashboardRequest', 'readFailure', 'readLaunchDetails', 'readLaunchForm', 'readLaunchGoal', 'readRetry', 'recordSync', 'reportSync',
	'summarizeAddedContacts', 'summarizeSyncs', 'tellDeadConversions', 'tellOfConnection',
];

it('offers exactly the documented operations, in the order of what they are about', () => {
	expect(options.map(({ value }) => value).sort()).toEqual(AUTOMATION);
	const names = options.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	for (const name of names) {
		expect(name).toMatch(
			/^(Assistant|Audience|Connection|Contact|Conversion|Dashboard|Failure|Launch|Metric): [A-Z]/,
		);
	}
	expect(AUTOMATION).toContain(list.default);
});

it('asks Pinterest for nothing, so that it has no credential and no choice of one', () => {
	expect(description.credentials).toBeUndefined();
	expect(properties.map(({ name }) => name)).not.toContain('authentication');
	expect(OPERATIONS.filter(({ local }) => !local)).toEqual([]);
});

it('is no tool for an agent: it decides for workflows', () => {
	expect(description.usableAsTool).toBeUndefined();
});

/** A field without what shows it for an operation. */
function declaredAs({ displayOptions, ...field }: INodeProperties): object {
	const show = { ...displayOptions?.show, operation: [] };
	return { ...field, displayOptions: { hide: {}, ...displayOptions, show } };
}

it.each(OPERATIONS.map((operation) => [operation.name, operation]))(
	'%s shows its own fields, in their order, and no others',
	(_name, { value, properties: own }) => {
		const shown = properties.filter(({ displayOptions }) =>
			displayOptions?.show?.operation?.includes(value),
		);
		expect(shown.map(declaredAs)).toEqual(own.map(declaredAs));
	},
);

it('has one field where operations ask for the same', () => {
	const texts = properties.map((field) => JSON.stringify([field.name, declaredAs(field)]));
	expect(texts.filter((text, n) => texts.indexOf(text) !== n)).toEqual([]);
});
