import { signedIn } from '../../../scripts/n8n/callers.mts';
import type { N8nApi } from '../../../scripts/n8n/api.mts';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';

const PATH = '/webhook/pinterest-conversion';

/** Sends one to the trigger, of this time. @returns whether it was taken */
export async function sendConversion(api: N8nApi, id: string, time: number): Promise<boolean> {
	try {
		const { status } = await fetchN8n(`${api.url}${PATH}`, {
			method: 'POST',
			headers: { ...signedIn(api, PATH), 'content-type': 'application/json' },
			body: JSON.stringify({
				...{ event_name: 'checkout', event_id: id, email: `${id}@example.com` },
				...{ event_time: Math.floor(time / 1000), value: '49.99', currency: 'USD' },
			}),
		});
		return status >= 200 && status < 300;
	} catch {
		return false;
	}
}
