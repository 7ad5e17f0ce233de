import fc from 'fast-check';

/** What nobody thinks of while they write a program, and somebody sends. */

/** Words that mean something to JavaScript, to n8n, to HTML, to spreadsheets, to paths or to logs. */
const WORDS = [
	...['', ' ', '0', '-0', '1e999', 'NaN', 'null', 'true', '[]', '{}', '[object]', '🌱', 'İ', 'ß'],
	...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length'],
	...['../../..', '//evil.example.com/x', 'https://evil.example.com@x/', 'javascript:alert(1)'],
	...['%2e%2e%2f', '%', '%zz', '?a=b&c', '#x', '\\\\x', 'file:///etc/passwd', 'http://[::1'],
	...[
		'<script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		'${7*7}',
		'{{7*7}}',
		'$&',
		'$1',
	],
	...[
		'+cmd|calc',
		'@SUM(1)',
		"'; DROP TABLE ads; --",
		'\u0000',
		'\ud800',
		'\udfff\ud800',
		'\u202e',
	],
	...['\r\nX-Injected: 1', 'a\nb', '\ufeff', '9'.repeat(400), '1,5', '1.234,56', '12/13/2026', '٣'],
	...['2026-02-30', '275761-01-01', '-1', '1e-7', '0x10', 'Infinity', 'a@b', 'a'.repeat(5000)],
];

/** Long enough that what takes quadratic time does not end. */
const LONG = [
	'a'.repeat(300_000),
	' '.repeat(300_000),
	'1,'.repeat(150_000),
	'(["'.repeat(100_000),
	`${'a'.repeat(150_000)}@${'a.'.repeat(75_000)}`,
	`${'0'.repeat(300_000)}x`,
	'\n'.repeat(300_000),
	`https://example.com/${'%20'.repeat(100_000)}`,
];

const NUMBERS = [
	...[0, -0, -1, 0.1, 1e-7, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 1e21, 1e308, -1e308],
	...[Number.MIN_VALUE, Number.MAX_SAFE_INTEGER, 1795478400, 17954784000000],
];

/** Names that objects have by themselves, and those that Pinterest and n8n give a meaning. */
const KEYS = [
	...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'then', 'length'],
	...['id', 'name', 'items', 'data', 'value', 'mode', '__rl', 'entries', 'group', 'exceptions', ''],
];

/** What would be everybody's, if a `__proto__` that comes in were set. */
export const POLLUTION = 'polluted_by_a_test';

const text = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...WORDS) },
	{ weight: 1, arbitrary: fc.constantFrom(...LONG) },
	{ weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const leaf = fc.oneof(
	fc.constantFrom<unknown>(null, true, false),
	fc.constantFrom<unknown>(...NUMBERS),
	fc.double(),
	text,
);

/** As it comes out of JSON: `__proto__` is a name like any other there. */
const object = (value: fc.Arbitrary<unknown>) =>
	fc
		.array(fc.tuple(fc.constantFrom(...KEYS), value), { maxLength: 4 })
		.map((entries) => objectOf([...entries, ['__proto__', { [POLLUTION]: true }]]));

export function objectOf(entries: ReadonlyArray<readonly [string, unknown]>): object {
	const made = {};
	for (const [name, value] of entries) {
		Object.defineProperty(made, name, {
			...{ value, enumerable: true, configurable: true, writable: true },
		});
	}
	return made;
}

/** Anything that JSON can hold. */
export const hostile: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
	any: fc.oneof(
		{ depthSize: 'small' },
		{ weight: 6, arbitrary: leaf },
		{ weight: 1, arbitrary: fc.array(tie('any'), { maxLength: 4 }) },
		{ weight: 2, arbitrary: object(tie('any')) },
	),
})).any;

/** What expressions of n8n give beside that. */
export const hostileInItems: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 9, arbitrary: hostile },
	{ weight: 1, arbitrary: fc.constantFrom<unknown>(NaN, Infinity, new Date(NaN), new Date(0)) },
	{
		weight: 1,
		arbitrary: fc.constantFrom<unknown>(undefined, new Map(), /x/, Object.create(null)),
	},
);

/** Deeper than any program goes that calls itself. */
const DEPTH = 20_000;

export function nested(as: 'lists' | 'objects'): unknown {
	let value: unknown = 'x';
	for (let depth = 0; depth < DEPTH; depth++) value = as === 'lists' ? [value] : { a: value };
	return value;
}
