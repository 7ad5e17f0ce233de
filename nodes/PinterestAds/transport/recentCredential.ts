import type {
	ICredentialDataDecryptedObject,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { n8nClock } from './clock';

/** How long a change of a credential may go unnoticed. */
const RECENT_MS = 1000;

interface Read {
	readonly at: number;
	readonly data: Promise<ICredentialDataDecryptedObject>;
}

const reads = new Map<string, Read>();

/**
 * A credential of a node that many call at once: n8n takes about 8 ms to read one, as much as for a whole small node.
 * Read again after a second, so that a new secret is what counts almost at once.
 */
export async function recentCredential(
	functions: IWebhookFunctions | IHookFunctions,
	type: string,
): Promise<ICredentialDataDecryptedObject> {
	const id = functions.getNode().credentials?.[type]?.id ?? '';
	const key = `${type} ${id}`;
	const now = n8nClock.now();
	const known = reads.get(key);
	if (known && Math.abs(now - known.at) < RECENT_MS) return await known.data;
	const data = functions.getCredentials<ICredentialDataDecryptedObject>(type);
	reads.set(key, { at: now, data });
	// What could not be read is asked for anew by whoever comes next.
	data.catch(() => reads.delete(key));
	return await data;
}
