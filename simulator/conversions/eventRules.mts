import { isIP } from 'node:net';
import type { Body } from '../world/world.mts';

const SHA256 = /^[0-9a-f]{64}$/;
const HASHED = [
	'em',
	'ph',
	'ge',
	'db',
	'fn',
	'ln',
	'ct',
	'st',
	'zp',
	'country',
	'external_id',
	'hashed_maids',
];
const ACTION_SOURCES = ['web', 'app_ios', 'app_android', 'offline'];
const EVENT_NAMES = [
	'add_payment_info',
	'add_to_cart',
	'add_to_wishlist',
	'app_install',
	'app_open',
	'checkout',
	'contact',
	'custom',
	'customize_product',
	'find_location',
	'initiate_checkout',
	'lead',
	'page_visit',
	'schedule',
	'search',
	'signup',
	'start_trial',
	'submit_application',
	'subscribe',
	'view_category',
	'view_content',
	'watch_video',
];
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const WEEK = 7 * 86_400;

export interface EventVerdict {
	/** The client could have known. */
	violation?: string;
	error?: string;
	warning?: string;
}

/** Pinterest's rules for one event that the schema does not express. Never quotes a value. */
export function judgeEvent(event: Body, nowSeconds: number): EventVerdict {
	const user = event.user_data as Body;
	const custom = (event.custom_data ?? {}) as Body;
	const violation =
		brokenHash(user) ?? brokenIdentifier(user) ?? brokenBasics(event) ?? brokenMoney(custom);
	if (violation) return { violation };
	const time = Number(event.event_time);
	if (time > nowSeconds + 3600) return { error: 'event_time lies in the future.' };
	const warnings = [
		EVENT_NAMES.includes(String(event.event_name)) ? '' : 'The event name is unknown.',
		time < nowSeconds - WEEK ? 'The event is older than 7 days.' : '',
		user.external_id === undefined && !user.click_id
			? 'The event has neither external_id nor click_id.'
			: '',
	].filter(Boolean);
	return { warning: warnings.join(' ') };
}

function brokenHash(user: Body): string | undefined {
	for (const field of HASHED) {
		const values = user[field];
		if (values === undefined) continue;
		if (!Array.isArray(values) || values.length === 0) return `user_data.${field} is empty`;
		if (!values.every((value) => SHA256.test(String(value)))) {
			return `user_data.${field} is not a SHA-256 in lower-case hexadecimal digits`;
		}
	}
	return undefined;
}

function brokenIdentifier(user: Body): string | undefined {
	const { em, hashed_maids, client_ip_address: ip, client_user_agent: agent } = user;
	if (ip !== undefined && (isIP(String(ip)) === 0 || ip === '0.0.0.0')) {
		return 'user_data.client_ip_address is no IP address';
	}
	if (em !== undefined || hashed_maids !== undefined) return undefined;
	return ip !== undefined && typeof agent === 'string' && agent.trim() !== ''
		? undefined
		: 'user_data needs em, hashed_maids, or client_ip_address with client_user_agent';
}

function brokenBasics(event: Body): string | undefined {
	if (String(event.event_name).trim() === '') return 'event_name is empty';
	if (String(event.event_id).trim() === '') return 'event_id is empty';
	if (!ACTION_SOURCES.includes(String(event.action_source))) {
		return `action_source must be one of ${ACTION_SOURCES.join(', ')}`;
	}
	const time = Number(event.event_time);
	return time <= 0 || time > 99_999_999_999 ? 'event_time is not in Unix seconds' : undefined;
}

function brokenMoney(custom: Body): string | undefined {
	const { currency } = custom;
	if (currency !== undefined && currency !== null && !CURRENCIES.has(String(currency))) {
		return 'custom_data.currency is no ISO 4217 code';
	}
	for (const field of ['value', 'predicted_ltv']) {
		if (!isAmount(custom[field])) return `custom_data.${field} is not a number in a string`;
	}
	const lines = (custom.contents ?? []) as Body[];
	return lines.every((line) => isAmount(line.item_price))
		? undefined
		: 'custom_data.contents.item_price is not a number in a string';
}

const isAmount = (value: unknown) =>
	value === undefined || value === null || /^-?\d+(\.\d+)?$/.test(String(value));
