import { SEED, type Simulator } from '../../../simulator/simulator.mts';

/** What came back as JSON: a test says what it expects of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface Reply {
	status: number;
	body: Json;
	headers: Headers;
}

export interface Ask {
	/** Sent as JSON unless it is text already. */
	body?: unknown;
	/** Null sends no Authorization header. */
	token?: string | null;
	contentType?: string;
	signal?: AbortSignal;
}

export const A = `/ad_accounts/${SEED.adAccountId}`;
export const HASH = 'a'.repeat(64);

/** Sends one request to the simulator's API as the business user of its seed. */
export async function ask(
	sim: Simulator,
	method: string,
	path: string,
	{ body, token = SEED.tokens.access, contentType = 'application/json', signal }: Ask = {},
): Promise<Reply> {
	const headers: Record<string, string> = {};
	if (token !== null) headers.authorization = `Bearer ${token}`;
	if (body !== undefined) headers['content-type'] = contentType;
	const response = await fetch(`${sim.url}${path}`, {
		method,
		headers,
		body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
		signal,
	});
	const text = await response.text();
	const type = response.headers.get('content-type') ?? '';
	return {
		status: response.status,
		body: type.startsWith('application/json') ? JSON.parse(text) : text,
		headers: response.headers,
	};
}

export const campaign = (more: object = {}) => ({
	ad_account_id: SEED.adAccountId,
	name: 'Spring',
	objective_type: 'CONSIDERATION',
	status: 'PAUSED',
	...more,
});

export const adGroup = (more: object = {}) => ({
	name: 'Group',
	campaign_id: SEED.campaigns.running,
	billable_event: 'CLICKTHROUGH',
	budget_in_micro_currency: 5_000_000,
	bid_in_micro_currency: 2_000_000,
	status: 'PAUSED',
	targeting_spec: { LOCATION: ['US'] },
	...more,
});

export const ad = (more: object = {}) => ({
	name: 'Ad',
	ad_group_id: SEED.adGroups.running,
	creative_type: 'REGULAR',
	pin_id: SEED.pins.image,
	status: 'PAUSED',
	...more,
});

export const event = (sim: Simulator, more: object = {}) => ({
	event_name: 'checkout',
	action_source: 'web',
	event_time: Math.floor(sim.now() / 1000),
	event_id: 'order-1',
	user_data: { em: [HASH] },
	custom_data: { currency: 'USD', value: '49.99' },
	...more,
});

export const people = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => `p${from + index}@example.com`).join(',');

/** A day before the simulator's today, as the API writes days. */
export const daysAgo = (sim: Simulator, days: number) =>
	new Date(sim.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The first complaint of an answer, wherever the operation puts it. */
export function complaint({ status, body }: Reply): string {
	if (status !== 200) return body.message;
	const item = body.items?.find((one: { exceptions?: unknown }) => one.exceptions);
	const [exception] = [item?.exceptions ?? []].flat();
	const failed = body.events?.find((one: { status: string }) => one.status === 'failed');
	return exception?.message ?? failed?.error_message ?? body.errors?.[0]?.error_messages[0] ?? '';
}

/** Sends what breaks a rule: it is refused for that reason, written down, and changes nothing. */
export async function expectViolation(
	sim: Simulator,
	method: string,
	path: string,
	body: unknown,
	said: RegExp,
): Promise<void> {
	const before = JSON.stringify(sim.state());
	const reply = await ask(sim, method, path, { body });
	expect(complaint(reply)).toMatch(said);
	expect(sim.violations().length).toBeGreaterThan(0);
	expect(JSON.stringify(sim.state())).toBe(before);
}
