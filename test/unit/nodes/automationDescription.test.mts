import { NodeHelpers, type INode, type INodePropertyOptions } from 'n8n-workflow';
import { PinterestAdsAutomation } from '../../../nodes/PinterestAdsAutomation/PinterestAdsAutomation.node.ts';
import { OPERATIONS } from '../../../nodes/PinterestAdsAutomation/operations.ts';

const { description } = new PinterestAdsAutomation();
const { properties } = description;
const [list] = properties;
const options = list.options as INodePropertyOptions[];

// prettier-ignore
const AUTOMATION = [
	'answerCaller', 'answerSyncRequest', 'checkConnected', 'checkLaunch', 'checkNewConversion', 'checkRetry', 'checkSyncRequest',
	'checkTables', 'chooseAudience', 'chooseConversions', 'claimLaunch', 'compareMetrics', 'composeMessage',
	'conversionFailed', 'conversionRow', 'describeSync', 'endLaunch', 'findContacts', 'findContactsAddedTwice',
	'findDueAudiences', 'findEndsOfClaims', 'findNewContacts', 'findSameEvents', 'gatherContacts', 'listAudienceChoices',
	'noteConnectionCheck', 'noteDisconnect', 'noteRefusedToken', 'pickContacts', 'planSync', 'planWhatFollows',
	'readAudienceRequest', 'readFailure', 'readLaunchForm', 'readRetry', 'recordSync', 'reportSync',
	'summarizeAddedContacts', 'summarizeSyncs', 'tellDeadConversions', 'tellOfConnection',
];

it('offers exactly the documented operations, in the order of what they are about', () => {
	expect(options.map(({ value }) => value).sort()).toEqual(AUTOMATION);
	const names = options.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	for (const name of names) {
		expect(name).toMatch(/^(Audience|Connection|Contact|Conversion|Failure|Launch|Metric): [A-Z]/);
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

it.each(OPERATIONS.map((operation) => [operation.value, operation]))(
	'%s shows its own fields, in their order, and no others',
	(value, operation) => {
		const ofForm = properties.slice(1).filter(({ displayOptions }) => {
			const chosen = displayOptions?.show?.operation as string[];
			return chosen.includes(value);
		});
		expect(ofForm.map(({ displayOptions: _, ...property }) => property)).toEqual(
			operation.properties.map(({ displayOptions: _, ...property }) => property),
		);

		const node = { parameters: {}, typeVersion: 1 } as unknown as INode;
		const parameters = NodeHelpers.getNodeParameters(
			...([properties, { operation: value }, true, false, node, description] as const),
		);
		const conditional = operation.properties.filter(({ displayOptions }) => displayOptions);
		expect(Object.keys(parameters ?? {})).toEqual(
			expect.arrayContaining([
				'operation',
				...operation.properties.filter((one) => !conditional.includes(one)).map((one) => one.name),
			]),
		);
	},
);
