import { setTimeout as sleep } from 'node:timers/promises';
import { signedIn } from '../callers.mts';
import { fetchN8n } from '../fetch.mts';
import type { N8nApi } from '../api.mts';
import { executionIds, newExecution, type Execution } from '../executions.mts';

/**
 * Production calls of published workflows from outside, as a shop or a person in a browser makes
 * them after signing in, each with the execution that n8n has recorded for it.
 */
export interface Called {
	readonly execution: Execution;
	/** The answer to the caller, parsed where it is JSON. */
	readonly answer: unknown;
}

const CALL_PATIENCE_MS = 180_000;

export async function callWebhook(
	api: N8nApi,
	workflowId: string,
	path: string,
	body: object,
): Promise<Called> {
	return await call(api, workflowId, `/webhook/${path}`, {
		body: JSON.stringify(body),
		headers: { 'content-type': 'application/json' },
	});
}

/**
 * For a workflow of whose executions n8n stores none, as they hold personal data.
 * @returns the answer, parsed where it is JSON
 */
export async function callPrivateWebhook(
	api: N8nApi,
	path: string,
	body: object,
): Promise<{ readonly status: number; readonly answer: unknown }> {
	const { response, text } = await send(api, `/webhook/${path}`, {
		body: JSON.stringify(body),
		headers: { 'content-type': 'application/json' },
	});
	return { status: response.status, answer: parsed(text) };
}

async function pageStatus(api: N8nApi, address: string): Promise<string> {
	const deadline = Date.now() + CALL_PATIENCE_MS;
	for (;;) {
		const answer = await fetchN8n(`${api.url}${address}`);
		const status = (await answer.text()).replaceAll('"', '');
		if (!['new', 'running'].includes(status) || Date.now() > deadline) return status;
		await sleep(100);
	}
}

/**
 * A form that ends with a page: sends the fields, waits for the page as the browser does, and ends the
 * execution as the page's own script does. Of a workflow of whose executions n8n stores none, as they hold personal data.
 * @param fields in the order of the form, which is how the browser sends them
 * @returns the text of the last page
 */
export async function submitPrivateForm(
	api: N8nApi,
	path: string,
	fields: ReadonlyArray<string | File>,
): Promise<string> {
	const { response, text } = await send(api, `/form/${path}`, { body: formOf(fields) });
	if (response.status === 401) throw new Error(`/form/${path} does not know the caller.`);
	const { formWaitingUrl } = parsed(text) as { formWaitingUrl?: string };
	if (formWaitingUrl === undefined)
		throw new Error(`No page is announced: ${response.status} ${text.slice(0, 300)}`);
	const { page } = await lastPage(api, formWaitingUrl);
	if (page === undefined) throw new Error(`The form /form/${path} has no last page.`);
	return page;
}

/** Waits for the page as the browser does, and ends the execution as the page's own script does. */
async function lastPage(api: N8nApi, formWaitingUrl: string): Promise<{ page?: string }> {
	const { pathname, search } = new URL(formWaitingUrl);
	const status = await pageStatus(api, `${pathname}/n8n-execution-status${search}`);
	if (status !== 'form-waiting') return {};
	const page = await (await fetchN8n(`${api.url}${pathname}${search}`)).text();
	await fetchN8n(`${api.url}${pathname}${search}`, { method: 'POST' });
	return { page };
}

function formOf(fields: ReadonlyArray<string | File>): FormData {
	const body = new FormData();
	fields.forEach((value, n) => body.set(`field-${n}`, value));
	return body;
}

async function call(
	api: N8nApi,
	workflowId: string,
	path: string,
	request: RequestInit,
): Promise<Called> {
	const before = await executionIds(api, workflowId);
	const { response, text } = await send(api, path, request);
	const execution = await newExecution(api, workflowId, before);
	if (execution.status !== 'success') await failWith(api, execution);
	if (execution.mode === 'manual') throw new CallFailed('It ran as a manual execution.', execution);
	if (!response.ok)
		throw new CallFailed(`It answered with ${response.status}: ${text.slice(0, 300)}`, execution);
	return { execution, answer: parsed(text) };
}

async function send(api: N8nApi, path: string, request: RequestInit) {
	const signal = AbortSignal.timeout(CALL_PATIENCE_MS);
	const headers = { ...signedIn(api, path), ...(request.headers as Record<string, string>) };
	const response = await fetchN8n(`${api.url}${path}`, {
		method: 'POST',
		signal,
		...request,
		headers,
	});
	const text = await response.text();
	if (response.status === 404) throw new Error(`${path} is not published: ${text.slice(0, 300)}`);
	return { response, text };
}

async function failWith(api: N8nApi, execution: Execution): Promise<never> {
	const { data } = await api.execution(execution.id);
	const { error, lastNodeExecuted } = data?.resultData ?? {};
	const reason = error ? `${error.message} ${error.description ?? ''}` : execution.status;
	throw new CallFailed(`${lastNodeExecuted ?? 'n8n'}: ${reason}`.trim(), execution);
}

export class CallFailed extends Error {
	readonly execution: Execution;

	constructor(message: string, execution: Execution) {
		super(message);
		this.execution = execution;
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
