import { isObject } from '../../client/readers';
import type { JsonObject } from '../../client/readers';
import type { AppInfo, DeviceInfo } from '../../pinterest/types';
import { isAbsent, unknownField, type EventIssues } from '../event/eventIssues';
import { snakeCase, type Read, opened } from '../event/eventReaders';
import { chosenWord } from '../../values/choice';
import { listedIn } from '../../values/list';
import { readTime } from '../../values/time';

/** Reads a part; undefined where it is not what it says. */
interface Fit<Value> {
	readonly read: (value: unknown) => Value | undefined;
	readonly unfit: string;
}

const plainText = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const text = (most: number): Fit<string> => ({
	read: (value) => {
		const words = plainText(value);
		return words !== '' && words.length <= most ? words : undefined;
	},
	unfit: `must be text of at most ${most} characters; left out`,
});

const whole = (most: number): Fit<number> => ({
	read: (value) => {
		const digits = plainText(value);
		return /^\d{1,9}$/.test(digits) && Number(digits) <= most ? Number(digits) : undefined;
	},
	unfit: `must be a whole number from 0 to ${most}; left out`,
});

const choice = <const Word extends string>(...words: readonly Word[]): Fit<Word> => ({
	read: (value) => chosenWord(value, words),
	unfit: `must be one of ${words.join(', ')}; left out`,
});

const seconds: Fit<number> = {
	read: readTime,
	unfit: 'must be a Unix timestamp or an ISO date; left out',
};

const languages: Fit<string[]> = {
	read: (value) => {
		const list: unknown[] = Array.isArray(value) ? value : listedIn(plainText(value), 'words');
		const codes = list.map((one) => plainText(one).toLowerCase());
		return codes.length > 0 && list.length <= 100 && codes.every((code) => /^[a-z]{2}$/.test(code))
			? codes
			: undefined;
	},
	unfit: 'must be codes of two letters (ISO 639-1), at most 100; left out',
};

/** Every part that Pinterest knows, in the order in which it is sent. */
type Fits<Sent> = { readonly [Key in keyof Sent]-?: Fit<NonNullable<Sent[Key]>> };

const APP_INFO: Fits<AppInfo> = {
	app_id: text(200),
	app_name: text(200),
	app_package_name: text(200),
	app_store: text(100),
	app_version: text(100),
	install_time: seconds,
	user_agent: text(16_384),
	window_height: whole(30_720),
	window_width: whole(30_720),
};

/** Storage is in GB, a battery's level in percent. */
const DEVICE_INFO: Fits<DeviceInfo> = {
	battery_level: whole(100),
	brand: text(100),
	carrier: text(100),
	cpu_cores: whole(1152),
	external_storage_free_space: whole(1_048_576),
	external_storage_size: whole(1_048_576),
	form_factor: choice(
		...([
			'desktop',
			'laptop',
			'cellphone',
			'tablet',
			'smartwatch',
			'tv',
			'vr',
			'console',
			'other',
		] as const),
	),
	kernel_version: text(100),
	languages,
	locale: text(35),
	model: text(100),
	network_type: choice(
		...([
			'wifi',
			'cellular_2g',
			'cellular_3g',
			'cellular_4g',
			'cellular_5g',
			'cellular_6g',
		] as const),
		...(['ethernet', 'unknown'] as const),
	),
	os_family: choice('ios', 'android', 'macos', 'windows', 'linux', 'bsd', 'other'),
	os_name: text(100),
	os_release_name: text(100),
	os_version: text(100),
	screen_density: whole(100_000),
	screen_height: whole(30_720),
	screen_width: whole(30_720),
	storage_free_space: whole(1_048_576),
	storage_size: whole(1_048_576),
	timezone: text(40),
	timezone_abbr: text(5),
	type: text(100),
};

/**
 * Reads an object, or its JSON, part by part. A part that does not fit is left out with a warning:
 * Pinterest would refuse the whole request for it, and the event counts without.
 */
const readParts =
	<Sent>(table: Fits<Sent>): Read<Sent> =>
	(value, field, issues) => {
		const given = opened(value);
		if (!isObject(given)) {
			const example = Object.keys(table)[0];
			issues.problem(field, `must be an object, such as {"${example}": …}`);
			return undefined;
		}
		const parts: Array<readonly [string, unknown]> = [];
		for (const [key, part] of sorted(given, table)) {
			const fit = Object.hasOwn(table, key) ? table[key as keyof Sent] : undefined;
			const form = fitted(fit, part, field, issues, key);
			if (form !== undefined) parts.push([key, form]);
		}
		return parts.length === 0 ? undefined : (Object.fromEntries(parts) as Sent);
	};

function fitted(
	fit: Fit<unknown> | undefined,
	part: unknown,
	field: string,
	issues: EventIssues,
	key: string,
) {
	const form = fit?.read(part);
	if (form !== undefined) return form;
	if (fit !== undefined) issues.warn(field, fit.unfit, key);
	else issues.note(unknownField(key));
	return undefined;
}

/** The parts that are filled in, under Pinterest's names, in the table's order: read twice, it is the same. */
function sorted(given: JsonObject, table: object): Array<readonly [string, unknown]> {
	const order = Object.keys(table);
	return Object.entries(given)
		.filter(([, part]) => !isAbsent(part))
		.map(([name, part]) => [snakeCase(name), part] as const)
		.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

export const readAppInfo = readParts<AppInfo>(APP_INFO);
export const readDeviceInfo = readParts<DeviceInfo>(DEVICE_INFO);
