import { Readable } from 'node:stream';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';
import { PinterestAds } from '../../nodes/PinterestAds/PinterestAds.node.ts';
import { n8nClock } from '../../nodes/PinterestAds/transport/clock.ts';
import { seededRandom } from '../../simulator/api/faults.mts';
import { Description } from '../../simulator/description/description.mts';
import { simulateBy, type InMemory } from '../../simulator/inMemory.mts';
import { CredentialStore, executeFunctions } from '../core/harness.mts';

/** What a run of the node came to. */
export interface OfflineRun {
	readonly items: readonly INodeExecutionData[];
	readonly hints: readonly NodeExecutionHint[];
	/** What it ended with, if it did. */
	readonly error?: unknown;
}

export interface OfflineNode {
	readonly simulator: InMemory;
	/** What the files are instead that are fetched from Pinterest. */
	changeFiles(change: (text: string) => string): void;
	/** Runs the real action node; nothing is thrown. */
	run(setup: {
		readonly parameters: INodeParameters;
		readonly items?: readonly IDataObject[];
		readonly continueOnFail?: boolean;
	}): Promise<OfflineRun>;
}

const BASE_URL = 'https://simulator.example.com/v5';

/**
 * The real action node in n8n-core's own execution context, with a simulator of its own in memory: its requests
 * need no socket, and its clock is the simulator's, so that waiting takes no time. One of them at a time.
 */
export async function offlineNode(): Promise<OfflineNode> {
	const simulator = simulateBy(await Description.load());
	const node = new PinterestAds();
	const store = new CredentialStore();
	const credential = store.add('pinterestAdsApi', {
		environment: 'custom',
		apiBaseUrl: BASE_URL,
		accessToken: simulator.seed.tokens.access,
	});
	Object.assign(n8nClock, simulator.clock);
	let changeFile = (text: string) => text;
	return {
		simulator,
		changeFiles(change) {
			changeFile = change;
		},
		async run(setup) {
			const functions = unhurried(() => executeFunctions({ store, credential, ...setup }, node));
			Object.assign(
				functions.helpers,
				requestsTo(simulator, (text) => changeFile(text)),
			);
			const { random } = Math;
			// How long is waited before something is tried again is the same each time.
			Math.random = seededRandom(1);
			try {
				const [items] = await node.execute.call(functions);
				return { items, hints: functions.hints };
			} catch (error) {
				return { items: [], hints: functions.hints, error };
			} finally {
				Math.random = random;
			}
		},
	};
}

/** n8n gives each of its regular expressions a moment only, which passes on a machine that is busy. */
function unhurried<T>(make: () => T, tries = 10): T {
	try {
		return make();
	} catch (error) {
		if (tries > 0 && /expression timed out/.test(String(error))) return unhurried(make, tries - 1);
		throw error;
	}
}

type Helpers = IExecuteFunctions['helpers'];

/** n8n's request helpers, answered by the simulator. */
function requestsTo({ http }: InMemory, changeFile: (text: string) => string) {
	async function authenticated(this: unknown, _type: string, options: IHttpRequestOptions) {
		const { method = 'GET', url, body } = options;
		const { status, ...answer } = await http.send({
			method: method as 'GET' | 'POST' | 'PATCH' | 'DELETE',
			path: url.slice(BASE_URL.length),
			body,
		});
		return { statusCode: status, ...answer };
	}
	async function plain({ url }: IHttpRequestOptions) {
		const { status, body } = await http.download(url);
		return { statusCode: status, headers: {}, body: Readable.from(changed(body, changeFile)) };
	}
	return {
		httpRequestWithAuthentication: authenticated as Helpers['httpRequestWithAuthentication'],
		httpRequest: plain as Helpers['httpRequest'],
	};
}

/** A file in one piece, unless it breaks off. */
async function* changed(body: AsyncIterable<Uint8Array>, change: (text: string) => string) {
	for await (const piece of body) {
		const text = Buffer.from(piece).toString();
		const other = change(text);
		yield other === text ? piece : Buffer.from(other);
	}
}
