import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

/** An assistant of another program, by the official client of the Model Context Protocol. */
export class Assistant {
	private readonly client: Client;

	private constructor(client: Client) {
		this.client = client;
	}

	/** @param token left out: it sends none */
	static async connect(address: string, token?: string): Promise<Assistant> {
		const client = new Client({ name: 'test', version: '1.0.0' });
		const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
		const transport = new StreamableHTTPClientTransport(new URL(address), {
			requestInit: { headers },
		});
		await client.connect(transport);
		return new Assistant(client);
	}

	/** What the server tells every model. */
	get instructions(): string {
		return this.client.getInstructions() ?? '';
	}

	async tools() {
		return (await this.client.listTools()).tools;
	}

	/** What a tool gives to the model, as text. */
	async call(name: string, args: Record<string, unknown> = {}): Promise<Given> {
		const { content, isError } = await this.client.callTool({ name, arguments: args });
		const text = (content as Array<{ text: string }>).map((part) => part.text).join('\n');
		return { text, isError: isError === true };
	}

	/** The same, which is JSON. */
	async ask<Answer>(name: string, args: Record<string, unknown> = {}): Promise<Answer> {
		const { text, isError } = await this.call(name, args);
		if (isError) throw new Error(`${name}: ${text}`);
		return JSON.parse(text) as Answer;
	}

	async close(): Promise<void> {
		await this.client.close();
	}
}

interface Given {
	readonly text: string;
	readonly isError: boolean;
}
