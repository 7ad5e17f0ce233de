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

	/** Sends the first page. @param fields in their order, where it has some */
	static async begin(
		api: N8nApi,
		path: string,
		fields: readonly string[] = [],
		query: Readonly<Record<string, string>> = {},
	): Promise<FormPages> {
		const body = new FormData();
		fields.forEach((value, n) => body.set(`field-${n}`, value));
		// A browser sends no empty form either: n8n wants at least one part.
		body.set('submit', '');
		const search = new URLSearchParams(query).toString();
		const response = await fetchN8n(`${api.url}/form/${path}${search && `?${search}`}`, {
			method: 'POST',
			body,
			headers: signedIn(api, `/form/${path}`),
		});
		const text = await response.text();
		const { formWaitingUrl } = JSON.parse(text) as { formWaitingUrl: string };
		const waiting = new URL(formWaitingUrl);
		return new FormPages(api, `${waiting.pathname}|${waiting.search}`);
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

	/**
	 * Fills in a page as a person does, and sends it: what is not answered is left as it is filled in already.
	 * @param answers by what their labels begin with; a choice also by what it begins with
	 */
	async answer(page: string, answers: Readonly<Record<string, string | string[]>>): Promise<void> {
		const shown = fieldsIn(page);
		for (const label of Object.keys(answers)) {
			const fitting = shown.filter((field) => field.label.startsWith(label));
			if (fitting.length !== 1) {
				const labels = shown.map((field) => field.label).join('; ');
				throw new Error(`“${label}” is asked ${fitting.length} times, not once: ${labels}`);
			}
		}
		const body = new FormData();
		for (const { id, label, isMultiple, choices, starts } of shown) {
			const key = Object.keys(answers).find((one) => label.startsWith(one));
			const chosen = (answer: string) =>
				choices.find((one) => one === answer) ??
				choices.find((one) => answer !== '' && one.startsWith(answer)) ??
				answer;
			const answer = key === undefined ? starts : [answers[key]].flat().map(chosen);
			body.set(id, isMultiple ? JSON.stringify(answer) : (answer[0] ?? ''));
		}
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

/** A field of a page, with what is filled in already. */
export interface ShownField {
	readonly id: string;
	readonly label: string;
	readonly isMultiple: boolean;
	readonly choices: readonly string[];
	readonly starts: string[];
}

const LABEL = /<label class='form-label[^']*'[^>]*>([\s\S]*?)<\/label>/g;

/** The fields of a page, in their order. */
export function fieldsIn(page: string): ShownField[] {
	const labels = [...page.matchAll(LABEL)];
	return labels.map(({ index, 1: label }, n) => {
		const html = page.slice(index, labels[n + 1]?.index);
		const id = /\bid='(field-\d+)'/.exec(html)?.[1] ?? '';
		const isMultiple = html.includes('multiselect-option');
		const boxes = [...html.matchAll(/<input type='checkbox'[^>]*value='([^']*)'([^>]*)>/g)];
		const options = [...html.matchAll(/<option value='([^']*)'([^>]*)>/g)].filter(
			([, value]) => value !== '',
		);
		const listed = isMultiple ? boxes : options;
		const isOn = isMultiple ? /checked/ : /selected/;
		const written =
			/<input[^>]*type='(?!checkbox)[^']*'[^>]*value="([^"]*)"/.exec(html)?.[1] ??
			/<textarea[^>]*>([^<]*)</.exec(html)?.[1] ??
			'';
		return {
			...{ id, label: decoded(label).trim(), isMultiple },
			choices: listed.map(([, value]) => decoded(value)),
			starts:
				listed.length > 0
					? listed.filter(([, , rest]) => isOn.test(rest)).map(([, value]) => decoded(value))
					: [decoded(written)].filter((value) => value !== ''),
		};
	});
}

const ENTITIES: Readonly<Record<string, string>> = {
	...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&#x60;': '`', '&#x3D;': '=' },
	'&amp;': '&',
};

export const decoded = (html: string): string =>
	html.replace(/&(?:lt|gt|quot|amp|#x27|#x60|#x3D);/g, (entity) => ENTITIES[entity]);

/** What a page says, without its markup. */
export const wordsOf = (page: string): string =>
	decoded(
		page
			.replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
			.replace(/<[^>]*>/g, ' ')
			.replace(/\s+/g, ' '),
	).trim();
