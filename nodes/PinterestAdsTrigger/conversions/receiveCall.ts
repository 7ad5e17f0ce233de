import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	answerOf,
	answerToCall,
	CUT_OFF,
	HEALTH,
	isAuthorized,
	isPing,
	isShop,
	isToldByHeaders,
	notAuthorized,
	receiveConversions,
	TOO_LARGE,
	type Call,
	type CallAnswer,
	type Received,
} from '../../../worker/src';
import { toNodeError, toPinterestError } from '../../PinterestAds/nodeErrors';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { rawBody } from './rawBody';
import { readSetup, type Setup } from './setup';
import { sendWhileWaiting } from './sendWhileWaiting';

/**
 * Takes one call. What is not a conversion is answered here, without an execution; what is handed on is hashed, so that
 * no execution holds anything of a person in clear.
 */
export async function receiveCall(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		if (functions.getRequestObject().method === 'GET') return answer(functions, HEALTH);
		const setup = await readSetup(functions);
		const read = await readCall(functions, setup);
		if ('answer' in read) return answer(functions, read.answer);
		const received = receiveConversions(read, setup, n8nClock.now());
		if ('answer' in received) return answer(functions, received.answer);
		return await handOn(functions, setup, received);
	} catch (error) {
		// n8n answers with 500, and hands the error to the error workflow.
		throw toNodeError(functions.getNode(), toPinterestError(error));
	}
}

/** The call, or what somebody is answered who may not call or sends too much. */
async function readCall(
	functions: IWebhookFunctions,
	{ caller, secret }: Setup,
): Promise<Call | { readonly answer: CallAnswer }> {
	const headers = functions.getHeaderData() as Call['headers'];
	const isStranger = (call: Call) =>
		secret !== undefined && !isAuthorized(caller, secret, call, n8nClock.now());
	const early = secret !== undefined && isToldByHeaders(secret);
	if (early && isStranger({ headers, rawBody: Buffer.alloc(0) })) {
		return { answer: notAuthorized(secret) };
	}
	const body = await rawBody(functions);
	if (body === 'tooLarge') return { answer: TOO_LARGE };
	if (body === 'cutOff') return { answer: CUT_OFF };
	const call = { headers, rawBody: body };
	const mayCall = early || secret === undefined || isPing(caller, call) || !isStranger(call);
	return mayCall ? call : { answer: notAuthorized(secret) };
}

async function handOn(
	functions: IWebhookFunctions,
	{ caller, answerWhen }: Setup,
	{ conversions, isList }: Received,
): Promise<IWebhookResponseData> {
	const tried =
		answerWhen === 'sent' ? await sendWhileWaiting(functions, conversions) : conversions;
	const atOnce = () =>
		answerToCall(
			tried.map((one) => answerOf(one, 'accepted')),
			isList,
			caller,
		);
	const isSettled = tried.every(({ status }) => status !== 'ready');
	// Nobody but the workflow tells the owner of a shop that an order was refused.
	if (isSettled && (!isShop(caller) || tried.every(({ status }) => status === 'sent'))) {
		return answer(functions, atOnce());
	}
	const items = tried.map((one) => ({
		json: { ...one, caller, isList } as unknown as IDataObject,
	}));
	if (answerWhen === 'received') {
		respond(functions, atOnce());
		return { noWebhookResponse: true, workflowData: [items] };
	}
	if (!willBeAnswered(functions)) return answer(functions, NOBODY_ANSWERS);
	return { workflowData: [items] };
}

/** Without such a node, n8n would answer 200 at the end, whatever has become of the conversion. */
function willBeAnswered(functions: IWebhookFunctions): boolean {
	return functions
		.getChildNodes(functions.getNode().name, { includeNodeParameters: true })
		.some(
			({ disabled, parameters }) => !disabled && ANSWERS.includes(String(parameters?.operation)),
		);
}

const ANSWERS = ['answerCaller', 'checkNewConversion'];

const NOBODY_ANSWERS: CallAnswer = {
	status: 503,
	body: {
		status: 'not accepted',
		error:
			'The workflow has no node that answers. Add “Pinterest Ads Automation: Answer Caller”, or set Answer of the trigger to “When It Is Received”.',
	},
};

/** Answered here, and nothing is started. */
function answer(functions: IWebhookFunctions, given: CallAnswer): IWebhookResponseData {
	respond(functions, given);
	return { noWebhookResponse: true };
}

function respond(functions: IWebhookFunctions, { status, body, headers = {} }: CallAnswer): void {
	const response = functions.getResponseObject();
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	response.status(status).json(body);
	// What has not been read of the body goes nowhere.
	functions.getRequestObject().resume();
}
