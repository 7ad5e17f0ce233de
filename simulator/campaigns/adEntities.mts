import { listed, type Call } from '../api/call.mts';
import { breach, refused } from '../api/refusal.mts';
import type { AdEntity, Body } from '../world/world.mts';

/** What campaigns, ad groups and ads have in common. */

export const isGiven = (value: unknown) => value !== undefined && value !== null;

/** The field that lists filter by, e.g. `campaign_ids` → `campaign_id` of the entity. */
type Filters = Readonly<Record<string, (entity: AdEntity) => unknown>>;

/** Entities of the ad account by status (ACTIVE and PAUSED unless others are asked for) and ids. */
export function filtered<T extends AdEntity>(
	call: Call,
	map: ReadonlyMap<string, T>,
	filters: Filters,
): T[] {
	const statuses = (call.query.entity_statuses as string[]) ?? ['ACTIVE', 'PAUSED'];
	return listed(call, map).filter(
		(entity) =>
			statuses.includes(entity.status) &&
			Object.entries(filters).every(([name, field]) => {
				const wanted = call.query[name] as string[] | undefined;
				return wanted === undefined || wanted.includes(String(field(entity)));
			}),
	);
}

/** Money of a request: absent, or more than nothing. */
export function requirePositive(fields: Body, ...names: string[]): void {
	for (const name of names) {
		if (isGiven(fields[name]) && Number(fields[name]) <= 0) {
			throw breach(`${name} must be greater than 0.`, 6);
		}
	}
}

export function requireSchedule(fields: Body): void {
	const { start_time, end_time } = fields;
	for (const [name, time] of Object.entries({ start_time, end_time })) {
		if (isGiven(time) && (Number(time) < 0 || Number(time) > 99_999_999_999)) {
			throw breach(`${name} is not in Unix seconds.`);
		}
	}
	if (isGiven(start_time) && isGiven(end_time) && Number(end_time) <= Number(start_time)) {
		throw breach('end_time must be after start_time.');
	}
}

export function requireUrl(fields: Body, ...names: string[]): void {
	for (const name of names) {
		const url = fields[name];
		if (isGiven(url) && !isUrl(url)) throw breach(`${name} is not an http(s) URL.`);
	}
}

/** Up to three URLs for each kind of event, of up to 2,000 characters. */
export function requireTrackingUrls(fields: Body): void {
	for (const [event, urls] of Object.entries((fields.tracking_urls ?? {}) as Body)) {
		if (!Array.isArray(urls)) continue;
		if (urls.length > 3) throw breach(`tracking_urls.${event} holds more than 3 URLs.`);
		if (!urls.every(isUrl)) throw breach(`tracking_urls.${event} holds something else than URLs.`);
	}
}

function isUrl(value: unknown): boolean {
	return (
		typeof value === 'string' &&
		value.length <= 2000 &&
		URL.canParse(value) &&
		/^https?:$/.test(new URL(value).protocol)
	);
}

/** ARCHIVED is for ever. */
export function requireChangeable(entity: AdEntity): void {
	if (entity.status === 'ARCHIVED') throw refused('An archived entity cannot be changed.');
}

export function requireNewStatus(status: unknown): void {
	if (status === 'ARCHIVED' || status === 'DELETED_DRAFT') {
		throw breach(`A new entity cannot be ${status}.`);
	}
}

export function requireSameAccount(call: Call, fields: Body): void {
	if (fields.ad_account_id !== undefined && fields.ad_account_id !== call.account.id) {
		throw breach('ad_account_id is not the ad account of the path.');
	}
}

/** The scheduled state of an entity whose status is ACTIVE. */
export function summaryStatus(entity: AdEntity, nowSeconds: number): string {
	if (entity.status !== 'ACTIVE') return entity.status;
	const { start_time, end_time } = entity.fields;
	if (isGiven(start_time) && Number(start_time) > nowSeconds) return 'NOT_STARTED';
	return isGiven(end_time) && Number(end_time) <= nowSeconds ? 'COMPLETED' : 'RUNNING';
}

const APART = ['id', 'ad_account_id', 'status'];

/** What of an element is kept as it was sent: everything but what an entity has of its own. */
export const keptFields = (element: Body): Body =>
	Object.fromEntries(Object.entries(element).filter(([name]) => !APART.includes(name)));
