/**
 * `fetch`, on a connection of its own. n8n closes a kept one after five idle seconds, and a request that
 * is just then sent on it fails: "fetch failed … other side closed".
 */
export async function fetchN8n(url: string, init: RequestInit = {}): Promise<Response> {
	const headers = new Headers(init.headers);
	headers.set('connection', 'close');
	return await fetch(url, { ...init, headers });
}
