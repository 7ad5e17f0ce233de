import { chosenWord } from '../../values/choice';
import { listedIn } from '../../values/list';
import { readTime } from '../../values/time';
import { isAbsent, isRecord, unknownField, type Findings } from '../event/findings';
import { opened, snakeCase, type Part, type Read } from '../event/readers';

/** Reads a part; undefined where it is not what it says. */
interface Fit {
	readonly read: (value: unknown) => string | number | string[] | undefined;
	readonly unfit: string;
}

const plainText = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const text = (most: number): Fit => ({
	read: (value) => {
		const words = plainText(value);
		return words !== '' && words.length <= most ? words : undefined;
	},
	unfit: `must be text of at most ${most} characters; left out`,
});

const whole = (most: number): Fit => ({
	read: (value) => {
		const digits = plainText(value);
		return /^\d{1,9}$/.test(digits) && Number(digits) <= most ? Number(digits) : undefined;
	},
	unfit: `must be a whole number from 0 to ${most}; left out`,
});

const choice = (...words: readonly string[]): Fit => ({
	read: (value) => chosenWord(value, words),
	unfit: `must be one of ${words.join(', ')}; left out`,
});

const seconds: Fit = {
	read: readTime,
	unfit: 'must be a Unix timestamp or an ISO date; left out',
};

const languages: Fit = {
	read: (value) => {
		const list: unknown[] = Array.isArray(value) ? value : listedIn(plainText(value), 'words');
		const codes = list.map((one) => plainText(one).toLowerCase());
		return codes.length > 0 && list.length <= 100 && codes.every((code) => /^[a-z]{2}$/.test(code))
			? codes
			: undefined;
	},
	unfit: 'must be codes of two letters (ISO 639-1), at most 100; left out',
};

/** Schema `ConversionEventAppInfo`. */
const APP_INFO: Readonly<Record<string, Fit>> = {
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

/** Schema `ConversionEventDeviceInfo`. Storage is in GB, a battery's level in percent. */
const DEVICE_INFO: Readonly<Record<string, Fit>> = {
	battery_level: whole(100),
	brand: text(100),
	carrier: text(100),
	cpu_cores: whole(1152),
	external_storage_free_space: whole(1_048_576),
	external_storage_size: whole(1_048_576),
	form_factor: choice(
		...['desktop', 'laptop', 'cellphone', 'tablet', 'smartwatch', 'tv', 'vr', 'console', 'other'],
	),
	kernel_version: text(100),
	languages,
	locale: text(35),
	model: text(100),
	network_type: choice(
		...['wifi', 'cellular_2g', 'cellular_3g', 'cellular_4g', 'cellular_5g', 'cellular_6g'],
		...['ethernet', 'unknown'],
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
	(table: Readonly<Record<string, Fit>>): Read<Part> =>
	(value, field, findings) => {
		const given = opened(value);
		if (!isRecord(given)) {
			const example = Object.keys(table)[0];
			findings.problem(field, `must be an object, such as {"${example}": …}`);
			return undefined;
		}
		const parts: Part = {};
		for (const [key, part] of sorted(given, table)) {
			const fit = Object.hasOwn(table, key) ? table[key] : undefined;
			const form = fitted(fit, part, field, findings, key);
			if (form !== undefined) parts[key] = form;
		}
		return Object.keys(parts).length === 0 ? undefined : parts;
	};

function fitted(
	fit: Fit | undefined,
	part: unknown,
	field: string,
	findings: Findings,
	key: string,
) {
	const form = fit?.read(part);
	if (form !== undefined) return form;
	if (fit !== undefined) findings.warn(field, fit.unfit, key);
	else findings.note(unknownField(key));
	return undefined;
}

/** The parts that are filled in, under Pinterest's names, in the table's order: read twice, it is the same. */
function sorted(
	given: Readonly<Record<string, unknown>>,
	table: Readonly<Record<string, Fit>>,
): Array<readonly [string, unknown]> {
	const order = Object.keys(table);
	return Object.entries(given)
		.filter(([, part]) => !isAbsent(part))
		.map(([name, part]) => [snakeCase(name), part] as const)
		.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

export const readAppInfo = readParts(APP_INFO);
export const readDeviceInfo = readParts(DEVICE_INFO);
