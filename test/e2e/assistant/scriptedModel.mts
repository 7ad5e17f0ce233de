import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Message {
	readonly role: string;
	readonly content?: unknown;
	readonly tool_calls?: readonly unknown[];
}

/** What is asked of a model, as OpenAI’s API has it. */
export interface Asked {
	readonly messages: readonly Message[];
	readonly tools?: ReadonlyArray<{
		readonly function: { readonly name: string; readonly parameters: object };
	}>;
}

/** What it says: words, or a tool that it calls. */
export type Said = string | { readonly tool: string; readonly args: object };

/** A stand-in for a model on this machine: it says what it was told to say, one after the other. */
export class ScriptedModel {
	readonly asked: Asked[] = [];
	private script: Array<(asked: Asked) => Said> = [];
	private readonly server: Server;

	private constructor() {
		this.server = createServer((request, response) => {
			this.answer(request).then(
				(body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
				(error: Error) => response.writeHead(500).end(error.message),
			);
		});
	}

	static async start(): Promise<ScriptedModel> {
		const model = new ScriptedModel();
		model.server.listen(0, '127.0.0.1');
		await once(model.server, 'listening');
		return model;
	}

	/** What n8n’s credential of the type `openAiApi` holds to ask it. */
	get credential() {
		const { port } = this.server.address() as AddressInfo;
		return { apiKey: 'none', url: `http://127.0.0.1:${port}/v1` };
	}

	/** From now on it says this; a function is given what it was asked. */
	says(...script: ReadonlyArray<Said | ((asked: Asked) => Said)>): void {
		this.asked.length = 0;
		this.script = script.map((one) => (typeof one === 'function' ? one : () => one));
	}

	/** What the last tool has given, as the model is told it. */
	get told(): string {
		const { messages } = this.asked[this.asked.length - 1];
		const results = messages.filter(({ role }) => role === 'tool');
		return JSON.stringify(results[results.length - 1]?.content);
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	private async answer(request: IncomingMessage): Promise<object> {
		const asked = JSON.parse(await text(request)) as Asked;
		this.asked.push(asked);
		const next = this.script.shift();
		if (next === undefined) throw new Error('Nothing is left to say.');
		const said = next(asked);
		const isTool = typeof said !== 'string';
		const call = isTool && {
			id: `call_${this.asked.length}`,
			type: 'function',
			function: { name: said.tool, arguments: JSON.stringify(said.args) },
		};
		return {
			...{ id: 'one', object: 'chat.completion', created: 0, model: 'scripted' },
			choices: [
				{
					index: 0,
					message: {
						role: 'assistant',
						content: isTool ? null : said,
						...(call && { tool_calls: [call] }),
					},
					finish_reason: isTool ? 'tool_calls' : 'stop',
				},
			],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	}
}
