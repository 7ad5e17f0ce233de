import { randomUUID } from 'node:crypto';
import { signedIn } from '../../../scripts/n8n/callers.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import type { N8nApi } from '../../../scripts/n8n/api.mts';
import { until } from '../../../scripts/until.mts';

/** What opens a link without being a browser, such as a preview of it, approves nothing. */
const BROWSER = {
	'user-agent': 'Mozilla/5.0 (X11; Linux x64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

/** n8n looks for what there is to show every three seconds. */
const PATIENCE_MS = 40_000;

/** A question of the chat with its choices, as the person sees it. */
export interface Choice {
	readonly text: string;
	readonly buttons: ReadonlyArray<{ readonly text: string; readonly link: string }>;
}

/** n8n's chat on a page of its own, as its script speaks with the server. */
export class ChatPage {
	readonly path: string;
	private readonly api: N8nApi;
	private readonly sessionId = randomUUID();
	private readonly messages: string[] = [];
	private socket?: WebSocket;

	constructor(api: N8nApi, webhookId: string) {
		this.api = api;
		this.path = `/webhook/${webhookId}/chat`;
	}

	/** Opens the page. @param headers left out: those of somebody who has signed in */
	async open(headers = signedIn(this.api, this.path)): Promise<number> {
		const answer = await fetchN8n(this.api.url + this.path, { headers });
		await answer.text();
		return answer.status;
	}

	/** @returns the status that the page gets */
	async say(chatInput: string, headers = signedIn(this.api, this.path)): Promise<number> {
		const body = JSON.stringify({ action: 'sendMessage', chatInput, sessionId: this.sessionId });
		const answer = await fetchN8n(this.api.url + this.path, {
			method: 'POST',
			headers: { ...headers, 'content-type': 'application/json' },
			body,
		});
		const said = await answer.text();
		if (answer.ok) this.listen(JSON.parse(said) as Started);
		return answer.status;
	}

	/** The next message that is shown. */
	async next(): Promise<string> {
		await until(
			() => this.messages.length > 0,
			() => 'The chat shows no further message.',
			PATIENCE_MS,
		);
		return this.messages.shift()!;
	}

	/** The next message, which asks the person to choose. */
	async choice(): Promise<Choice> {
		return JSON.parse(await this.next()) as Choice;
	}

	/** As a click on a button does it. */
	async press({ buttons }: Choice, label: string): Promise<void> {
		const { link } = buttons.find(({ text }) => text === label)!;
		const { pathname, search } = new URL(link);
		const answer = await fetchN8n(`${this.api.url}${pathname}${search}`, { headers: BROWSER });
		await answer.text();
	}

	close(): void {
		this.socket?.close();
	}

	private listen({ executionId, resumeToken = '' }: Started): void {
		this.close();
		const address = new URL('/chat', this.api.url.replace(/^http/, 'ws'));
		const query = { sessionId: this.sessionId, executionId, isPublic: 'true', token: resumeToken };
		address.search = new URLSearchParams(query).toString();
		this.socket = new WebSocket(address);
		this.socket.addEventListener('message', ({ data }) => {
			const message = String(data);
			if (message === 'n8n|heartbeat') this.socket?.send('n8n|heartbeat-ack');
			else if (!message.startsWith('n8n|')) this.messages.push(message);
		});
	}
}

interface Started {
	readonly executionId: string;
	readonly resumeToken?: string;
}
