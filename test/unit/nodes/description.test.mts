import type { INodeProperties } from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { toolDescription } from '../../../nodes/PinterestAds/form/toolDescription.ts';
import { byVersion } from '../../../nodes/PinterestAds/form/versions.ts';
import { withOutput } from '../../../nodes/PinterestAds/output/outputFields.ts';
import { RESOURCES } from '../../../nodes/PinterestAds/resources/registry.ts';
import { OPERATIONS as AUTOMATION } from '../../../nodes/PinterestAdsAutomation/operations.ts';
import type { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import type { Field, Fields } from '../../../worker/src/fields/field.ts';
import { inputOf, readInput } from '../../../worker/src/fields/inputs.ts';

const { description } = new PinterestAds();
const { properties } = description;

const OPERATIONS: Record<string, string[]> = {
	ad: ['create', 'get', 'getMany', 'preview', 'update'],
	adAccount: ['get', 'getMany'],
	adGroup: ['create', 'get', 'getMany', 'update'],
	api: ['call'],
	audience: [
		...['createActalike', 'createEngagement', 'createVisitor', 'extractRecords', 'get'],
		...['getInsights', 'getMany', 'getSharedAccounts', 'removeRecords', 'sync', 'update'],
	],
	campaign: [
		...['create', 'duplicate', 'estimate', 'get', 'getLaunchChoices', 'getMany', 'launch'],
		'update',
	],
	catalog: ['getFeeds', 'getMany'],
	connection: ['check', 'disconnect', 'refresh'],
	conversion: ['send', 'prepare', 'diagnose'],
	conversionTag: ['create', 'get', 'getMany'],
	keyword: ['add', 'archive', 'getMany', 'research'],
	lead: ['export'],
	leadForm: ['get', 'getMany'],
	metrics: ['get'],
	productGroup: ['getMany', 'getPromotions', 'promote', 'updatePromotion'],
	targeting: ['estimate', 'findOptions'],
	workflow: ['install'],
};

const optionValues = (property?: INodeProperties) =>
	(property?.options ?? []).map((option) => ('value' in option ? option.value : option.name));

const shownFor = (property: INodeProperties, resource: string, operation: string) =>
	Boolean(property.displayOptions?.show?.resource?.includes(resource)) &&
	Boolean(property.displayOptions?.show?.operation?.includes(operation));

/** The fields inside a collection as well. */
const flat = (list: readonly INodeProperties[]): INodeProperties[] =>
	list.flatMap((one) =>
		one.type === 'collection' ? flat(one.options as INodeProperties[]) : [one],
	);

it('offers exactly the documented resources and operations', () => {
	const resources = properties.find(({ name }) => name === 'resource');
	expect(optionValues(resources).sort()).toEqual(Object.keys(OPERATIONS).sort());
	for (const [resource, expected] of Object.entries(OPERATIONS)) {
		const list = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		);
		expect([resource, optionValues(list)]).toEqual([resource, expected]);
		expect(optionValues(list)).toContain(list?.default);
	}
});

/** A field without what shows it for an operation. */
function declaredAs({ displayOptions, ...field }: INodeProperties): object {
	const show = { ...displayOptions?.show, resource: [], operation: [] };
	return { ...field, displayOptions: { hide: {}, ...displayOptions, show } };
}

it.each(
	RESOURCES.flatMap(({ value: resource, operations }) =>
		operations.map((one) => [resource, one.value, one] as const),
	),
)('shows for %s/%s its own fields, in their order, and no others', (resource, operation, own) => {
	const shown = properties.filter((field) => shownFor(field, resource, operation));
	const wanted = [toolDescription(own), ...byVersion(withOutput(own))];
	expect(shown.map(declaredAs)).toEqual(wanted.map(declaredAs));
});

it('shows every field for an operation, and for those of one resource only', () => {
	const ownFields = properties.filter(
		({ name }) => !['authentication', 'resource', 'operation'].includes(name),
	);
	for (const { name, displayOptions } of ownFields) {
		const [resource, ...others] = (displayOptions?.show?.resource ?? []) as string[];
		const chosen = displayOptions?.show?.operation as string[];
		expect([name, others]).toEqual([name, []]);
		expect([name, chosen.filter((one) => !OPERATIONS[resource].includes(one))]).toEqual([name, []]);
		expect([name, chosen.length]).toEqual([name, new Set(chosen).size]);
		expect(chosen).not.toEqual([]);
	}
});

/** No text, number, list or object of fields: wrong wherever something is read at all. */
const WRONG = { toString: 1 };

/** What an error calls a field that holds something wrong; undefined where nothing is wrong for it. */
function calledByErrors(name: string, field: Field): string | undefined {
	try {
		readInput(inputOf({ [name]: field }), { [name]: WRONG });
		return undefined;
	} catch (error) {
		return (error as PinterestAdsError).field;
	}
}

/** The declarations behind a form, those of its groups as well. */
const declared = (fields: Fields): Array<[string, Field]> =>
	Object.entries(fields).flatMap(([name, field]) => [
		[name, field],
		...(field.kind === 'group' ? declared(field.fields ?? {}) : []),
	]);

it('calls its fields what the worker’s errors call them', () => {
	// Fields that the node itself reads and never hands to the worker under their name.
	const ownOnly = [
		...[
			'campaignChoice',
			'adGroupsFrom',
			'adGroupList',
			'promotes',
			'morePinIds',
			'moreProductGroupIds',
			'recordsFrom',
			'record',
			'records',
		],
		...['returnAll', 'limit', 'binaryField', 'waitForReadyMinutes', 'output', 'toolDescription'],
		...['customEventName', 'testNotice', 'previousRecords'],
		// Rows of tables, or of other nodes, and what came of an operation before.
		...['request', 'audience', 'connection', 'failure', 'planned', 'row', 'schedule', 'syncRound'],
		...['form', 'goal', 'choices', 'formAddress'],
		// Names of other nodes.
		...[
			'contactsFrom',
			'audiencesFrom',
			'newContactsFrom',
			'audienceFrom',
			'dueFrom',
			'reportsFrom',
		],
		...['rowFrom', 'rowsFrom', 'connectionsFrom', 'sameFrom', 'conversionsFrom', 'writtenBy'],
		...['figuresFrom', 'requestFrom', 'connectionFrom', 'metricsFrom', 'unsentFrom', 'errorsFrom'],
		...['workflowsFrom', 'diagnosisFrom'],
		// What to do with them.
		...[
			'choose',
			'became',
			'cameOf',
			'mayRunTwice',
			'pauses',
			'source',
			'audienceKey',
			'readBy',
			'column',
			'listType',
		],
		// Installing is about n8n, of which the worker knows nothing.
		...['publish', 'maxDailyBudget', 'changed', 'newPasswords', 'address'],
	];
	const unknown: string[] = [];
	const calledOtherwise: string[] = [];
	const automation = { value: 'automation', operations: AUTOMATION };
	for (const { value: resource, operations } of [...RESOURCES, automation]) {
		for (const { value, fields = {}, properties: form } of operations) {
			const all = new Map(declared(fields));
			for (const { name, displayName } of flat(form)) {
				const field = all.get(name);
				if (field === undefined) {
					if (!ownOnly.includes(name)) unknown.push(`${resource}:${value} ${name}`);
					continue;
				}
				const called = calledByErrors(name, field) ?? field.label;
				// A place in a group, or in a list, may follow.
				if (!ownOnly.includes(name) && !called.startsWith(displayName)) {
					calledOtherwise.push(`${resource}:${value} ${displayName}: ${called}`);
				}
			}
		}
	}
	expect(calledOtherwise).toEqual([]);
	expect(unknown).toEqual([]);
});

it('sorts the options of campaigns, ad groups and ads by what they are called', () => {
	const collections = properties.filter(
		({ type, displayOptions }) =>
			type === 'collection' &&
			['campaign', 'adGroup', 'ad'].includes(String(displayOptions?.show?.resource?.[0])),
	);
	expect(collections).toHaveLength(21);
	for (const { options = [], displayOptions } of collections) {
		const names = (options as INodeProperties[]).map(({ displayName }) => displayName);
		const sorted = [...names].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' }));
		expect([displayOptions?.show, names]).toEqual([displayOptions?.show, sorted]);
	}
});

it('offers all that the reference names', () => {
	const values = (field: string, resource: string) =>
		optionValues(
			properties.find(
				({ name, displayOptions }) =>
					name === field && displayOptions?.show?.resource?.includes(resource),
			),
		);
	expect(values('objective', 'campaign')).toEqual(
		expect.arrayContaining([
			'AWARENESS',
			'CONSIDERATION',
			'VIDEO_VIEW',
			'WEB_CONVERSION',
			'CATALOG_SALES',
			'SHOPPING',
		]),
	);
	expect(values('billableEvent', 'adGroup').sort()).toEqual([
		'CLICKTHROUGH',
		'IMPRESSION',
		'VIDEO_V_50_MRC',
	]);
	expect(values('creativeType', 'ad')).toEqual(
		expect.arrayContaining(['REGULAR', 'VIDEO', 'SHOPPING']),
	);
	expect(values('eventName', 'conversion')).toEqual(
		expect.arrayContaining([
			'checkout',
			'lead',
			'signup',
			'add_to_cart',
			'page_visit',
			'search',
			'view_category',
		]),
	);
	expect(values('listType', 'audience').sort()).toEqual(['EMAIL', 'IDFA', 'MAID']);
});

const statusDefaults = (operation: string) =>
	properties
		.filter(({ name, displayOptions }) => {
			return name === 'status' && displayOptions?.show?.operation?.includes(operation);
		})
		.map((field) => field.default);

it('creates paused by default, on every level', () => {
	expect(statusDefaults('create')).toEqual(['PAUSED', 'PAUSED', 'PAUSED']);
});

it('launches paused by default', () => {
	expect(statusDefaults('launch')).toEqual(['PAUSED']);
});

it('leaves the status as it is unless an update says otherwise', () => {
	expect(statusDefaults('update')).toEqual(['', '', '']);
});

it('asks for no credential where it needs none', () => {
	const { NodeHelpers } = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	const shown = (operation: string) =>
		[...(description.credentials ?? []), properties[0]]
			.filter((one) =>
				NodeHelpers.displayParameter(
					{ authentication: 'oAuth2', resource: 'conversion', operation },
					one,
					null,
					description,
				),
			)
			.map(({ name }) => name);
	expect(shown('send')).toEqual(['pinterestAdsOAuth2Api', 'authentication']);
	expect(shown('prepare')).toEqual([]);
});

it('can be a tool for an AI agent', () => {
	expect(description.usableAsTool).toBe(true);
});
