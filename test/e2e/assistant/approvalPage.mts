import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import { signedIn } from '../../../scripts/n8n/callers.mts';
import type { N8nApi } from '../../../scripts/n8n/api.mts';

/** The page on which a person approves what an assistant has asked for, as a browser opens it. */
export class ApprovalPage {
	private readonly api: N8nApi;
	private readonly address: string;

	constructor(api: N8nApi, approveAt: string) {
		this.api = api;
		const { pathname, search } = new URL(approveAt);
		this.address = `${api.url}${pathname}${search}`;
	}

	/** @param headers with which it is opened; left out: those of somebody who has signed in */
	async open(headers: Record<string, string> = signedIn(this.api, '/form')) {
		const answer = await fetchN8n(this.address, { headers });
		return { status: answer.status, text: await answer.text() };
	}

	/** @returns the status that the browser gets */
	async answer(
		decision: 'Approve' | 'Decline',
		headers: Record<string, string> = signedIn(this.api, '/form'),
	): Promise<number> {
		const body = new FormData();
		body.set('field-0', decision);
		const answer = await fetchN8n(this.address, { method: 'POST', body, headers });
		await answer.text();
		return answer.status;
	}
}
