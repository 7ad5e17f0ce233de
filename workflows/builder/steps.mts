import { node, type More, type Node, type Parameters, type Position } from './node.mts';

/** The Pinterest Ads node, with the credential of those that ask Pinterest. */
export const pinterestAds = (
	name: string,
	position: Position,
	resource: string,
	operation: string,
	parameters: Parameters = {},
	more: More = {},
) =>
	node(
		name,
		position,
		PINTEREST_ADS,
		1,
		{ authentication: 'accessToken', resource, operation, ...parameters },
		{ ...PINTEREST_CREDENTIAL, ...more },
	);

type GivenToPinterestAds = readonly [
	name: string,
	position: Position,
	resource: string,
	operation: string,
	parameters?: Parameters,
	more?: More,
];

/** The same without doing it: it gives what would be sent and what that would change, from what to what. */
export const pinterestPreview = (...given: GivenToPinterestAds): Node => {
	const writing = pinterestAds(...given);
	return {
		...writing,
		// Version 1 has no preview.
		typeVersion: 1.1,
		parameters: { ...writing.parameters, preview: true },
	};
};

/** An operation of the Pinterest Ads Automation node. */
export const automation = (
	name: string,
	position: Position,
	operation: string,
	parameters: Parameters = {},
	more: More = {},
) => node(name, position, PINTEREST_AUTOMATION, 1, { operation, ...parameters }, more);

const PINTEREST_ADS = 'n8n-nodes-pinterest-ads.pinterestAds';
const PINTEREST_AUTOMATION = 'n8n-nodes-pinterest-ads.pinterestAdsAutomation';
export const PINTEREST_CREDENTIAL = {
	credentials: { pinterestAdsApi: { id: 'pinterestAdsToken', name: 'Pinterest Ads account' } },
};

/** What is picked from a list in the node's form, given by its ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Fails the workflow with these words. */
export const stop = (name: string, position: Position, errorMessage: string, more?: More) =>
	node(name, position, 'stopAndError', 1, { errorMessage }, more);

/** Fails the workflow with an object in which the error handler reads what to do. */
export const stopWith = (name: string, position: Position, errorObject: string, more?: More) =>
	node(name, position, 'stopAndError', 1, { errorType: 'errorObject', errorObject }, more);

type SetType = 'string' | 'number' | 'boolean' | 'array' | 'object';

/** Gives items of these fields, and of nothing else unless `others` says so. */
export const fields = (
	name: string,
	position: Position,
	values: ReadonlyArray<readonly [name: string, type: SetType, value: unknown]>,
	others: 'none' | 'all' | readonly string[] = 'none',
	more?: More,
) =>
	node(
		name,
		position,
		'set',
		3.4,
		{
			mode: 'manual',
			includeOtherFields: others !== 'none',
			...(Array.isArray(others) && { include: 'selected', includeFields: others.join(', ') }),
			assignments: {
				assignments: values.map(([field, type, value]) => ({
					id: field.replaceAll('_', '-'),
					name: field,
					type,
					value,
				})),
			},
			options: {},
		},
		more,
	);

/** Calls another workflow once, with these values. */
export const call = (
	name: string,
	position: Position,
	workflowId: string,
	values: Readonly<Record<string, readonly [type: string, value: string]>>,
	more?: More,
	options: { readonly waitForSubWorkflow?: boolean } = {},
) =>
	node(
		name,
		position,
		'executeWorkflow',
		1.2,
		{
			workflowId: { __rl: true, mode: 'list', value: workflowId },
			workflowInputs: {
				mappingMode: 'defineBelow',
				value: Object.fromEntries(Object.entries(values).map(([key, [, value]]) => [key, value])),
				matchingColumns: [],
				schema: Object.entries(values).map(([key, [type]]) => ({
					id: key,
					displayName: key,
					type,
					display: true,
					required: false,
					defaultMatch: false,
					canBeUsedToMatch: true,
				})),
			},
			options,
		},
		more,
	);

/** Begins what another node would call, and does not wait for its end. */
export const withoutWaiting = (called: Node): Node => ({
	...called,
	parameters: { ...called.parameters, options: { waitForSubWorkflow: false } },
});

/** Items one after another: the rounds come out of {@link each}, all that came of them out of the first output. */
export const oneByOne = (name: string, position: Position, more?: More) =>
	node(name, position, 'splitInBatches', 3, { batchSize: 1, options: {} }, more);

export const nothing = (name: string, position: Position) => node(name, position, 'noOp', 1);
export const merge = (name: string, position: Position) => node(name, position, 'merge', 3);

/** One item for each element of a list in an item. */
export const splitOut = (name: string, position: Position, list: string, into?: string) =>
	node(name, position, 'splitOut', 1, {
		fieldToSplitOut: list,
		include: 'noOtherFields',
		options: into === undefined ? {} : { destinationFieldName: into },
	});

export const wait = (name: string, position: Position, seconds: number, more: More) =>
	node(
		name,
		position,
		'wait',
		1.1,
		{ resume: 'timeInterval', amount: seconds, unit: 'seconds' },
		more,
	);

/** Answers whoever called the webhook, in JSON. */
export const answer = (
	name: string,
	position: Position,
	responseBody: string,
	responseCode: number | string,
	more?: More,
) =>
	node(
		name,
		position,
		'respondToWebhook',
		1.1,
		{ respondWith: 'json', responseBody, options: { responseCode } },
		more,
	);

/** Answers a browser with a page of HTML, which neither it nor anybody on the way keeps. */
export const answerWithPage = (name: string, position: Position, html: string) =>
	node(name, position, 'respondToWebhook', 1.1, {
		respondWith: 'text',
		responseBody: html,
		options: {
			responseCode: 200,
			responseHeaders: {
				entries: [
					{ name: 'Content-Type', value: 'text/html; charset=utf-8' },
					{ name: 'Cache-Control', value: 'no-store' },
				],
			},
		},
	});

/**
 * Sends a browser on, after a form: it asks for the address by GET, so that a reload posts nothing.
 * @param address may be relative, which the node's own redirect takes for no address
 */
export const sendOn = (name: string, position: Position, address: string) =>
	node(name, position, 'respondToWebhook', 1.1, {
		respondWith: 'noData',
		options: {
			responseCode: 303,
			responseHeaders: {
				entries: [
					{ name: 'Location', value: address },
					{ name: 'Cache-Control', value: 'no-store' },
				],
			},
		},
	});

/** The last page of a form. */
export const lastPage = (
	name: string,
	position: Position,
	title: string,
	message: string,
	webhookId: string,
) =>
	node(
		name,
		position,
		'form',
		2.4,
		{
			operation: 'completion',
			respondWith: 'text',
			completionTitle: title,
			completionMessage: message,
			options: {},
			...AN_HOUR,
		},
		{ webhookId },
	);

/** A further page of a form, whose fields are given as JSON. @param until when it is over; left out: after an hour */
export const page = (
	name: string,
	position: Position,
	jsonOutput: string,
	options: object,
	webhookId: string,
	until?: string,
) =>
	node(
		name,
		position,
		'form',
		2.4,
		{
			...{ operation: 'page', defineForm: 'json', jsonOutput, options },
			...(until === undefined
				? AN_HOUR
				: { limitWaitTime: true, limitType: 'atSpecifiedTime', maxDateAndTime: until }),
		},
		{ webhookId },
	);

/** Whoever leaves a form in the middle leaves no execution that waits for ever. */
const AN_HOUR = {
	limitWaitTime: true,
	limitType: 'afterTimeInterval',
	resumeAmount: 1,
	resumeUnit: 'hours',
};
