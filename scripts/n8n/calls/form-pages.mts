import { setTimeout as sleep } from 'node:timers/promises';
import { signedIn } from '../callers.mts';
import { fetchN8n } from '../fetch.mts';
import type { N8nApi } from '../api.mts';

const PATIENCE_MS = 180_000;

/** A form of several pages, gone through as a browser does. */
export class FormPages {
	private readonly api: N8nApi;
	/** Of the execution that waits for the person. */
	private readonly address: string;

	private constructor(api: N8nApi, address: string) {
		this.api = api;
		this.address = address;
	}

	/** Sends the first page, which has no fields. */
	static async begin(api: N8nApi, path: string): Promise<FormPages> {
		const body = new FormData();
		// A browser sends no empty form either: n8n wants at least one part.
		body.set('submit', '');
		const response = await fetchN8n(`${api.url}/form/${path}`, {
			method: 'POST',
			body,
			headers: signedIn(api, `/form/${path}`),
		});
		const text = await response.text();
		const { formWaitingUrl } = JSON.parse(text) as { formWaitingUrl: string };
		const { pathname, search } = new URL(formWaitingUrl);
		return new FormPages(api, `${pathname}|${search}`);
	}

	/** The page that is there when the workflow has come to the next one. */
	async page(): Promise<string> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const status = (await this.get('/n8n-execution-status')).replaceAll('"', '');
			if (status === 'form-waiting') return await this.get();
			if (!['new', 'running'].includes(status) || Date.now() > deadline)
				throw new Error(`The form has no next page: ${status}`);
			await sleep(100);
		}
	}

	/** Sends the fields of the page, in its order, and waits until n8n has gone on. */
	async submit(...fields: string[]): Promise<void> {
		const body = new FormData();
		fields.forEach((value, n) => body.set(`field-${n}`, value));
		const response = await fetchN8n(this.url(), { method: 'POST', body, redirect: 'manual' });
		await response.text();
		if (response.status >= 400) throw new Error(`The page was refused: ${response.status}`);
	}

	/** What the last page does by itself: it ends the execution. */
	async end(): Promise<void> {
		await fetchN8n(this.url(), { method: 'POST' });
	}

	private async get(more = ''): Promise<string> {
		return await (await fetchN8n(this.url(more))).text();
	}

	private url(more = ''): string {
		return this.api.url + this.address.replace('|', more);
	}
}

/** The choices of the dropdowns of a page. */
export const choicesIn = (page: string) =>
	[...page.matchAll(/<option value=['"]([^'"]+)['"]/g)].map(([, value]) => value);
