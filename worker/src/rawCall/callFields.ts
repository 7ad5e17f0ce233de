import { z } from 'zod';
import { adAccountId } from '../connection/adAccountField';
import { required, withDefault } from '../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../fields/inputs';
import { choice, flag, json, number, text } from '../fields/kinds';
import { anyText } from '../fields/textReaders';
import type { Method } from '../ports';
import { readApiPath } from './apiPath';

const path = anyText.transform((given, check): string => {
	const read = readApiPath(given);
	if ('path' in read) return read.path;
	check.addIssue({ code: 'custom', message: read.problem, fatal: true });
	return z.NEVER;
});

const single = z.union([z.string(), z.number(), z.boolean()], {
	errorMap: () => ({ message: 'must be a text, a number, true or false, or a list of these' }),
});

/** What a parameter of a query may be: a list becomes as many parameters of the name. */
export type QueryValue = string | number | boolean | ReadonlyArray<string | number | boolean>;

const query = z
	.record(z.union([single, z.array(single)]).nullable(), {
		invalid_type_error: 'must be an object such as {"page_size": 250}',
	})
	.superRefine((given, check) => {
		const wrong = Object.keys(given).find((name) => !/^[\w.-]{1,100}$/.test(name));
		if (wrong === undefined) return;
		const message = 'holds a name that no parameter has: letters, digits and _ only';
		check.addIssue({ code: 'custom', message });
	})
	.transform((given) => given as Readonly<Record<string, QueryValue | null>>);

const body = z.custom<object>((value) => typeof value === 'object' && value !== null, {
	message: 'must be an object or a list, or the JSON text of one',
});

const CHANGING: readonly Method[] = ['POST', 'PATCH', 'DELETE'];

const CALL_FIELDS = {
	adAccountId,
	method: withDefault(
		choice({
			label: 'Method',
			description: 'What to do with it, as Pinterest’s description of the call says',
			choices: {
				GET: {
					label: 'GET',
					description: 'Read: changes nothing, and is repeated after a failure',
				},
				POST: { label: 'POST', description: 'Create, or have something done' },
				PATCH: { label: 'PATCH', description: 'Change what exists' },
				DELETE: { label: 'DELETE', description: 'Take away for good' },
			} satisfies Record<Method, object>,
		}),
		'GET',
	),
	path: required(
		text(
			{
				label: 'Path',
				description:
					'The path of the call in Pinterest’s API, with or without /v5 before it. The address is always Pinterest’s own. {ad_account_id} in it stands for the ad account.',
				example: '/ad_accounts/{ad_account_id}/campaigns',
			},
			path,
		),
	),
	query: json<Readonly<Record<string, QueryValue | null>>, z.output<typeof query>>(
		{
			label: 'Query Parameters',
			description:
				'What comes after the ? of the address, by name. A name that is there several times is sent several times, which is how Pinterest takes most lists.',
			example: '{"page_size": 250}',
		},
		query,
	),
	body: json<object, object>(
		{
			label: 'Body',
			description: 'What is sent, as JSON',
			example: '{}',
			appliesWhen: { method: CHANGING },
		},
		body,
	),
	unsafe: flag({
		label: 'May Change Something',
		description:
			'Whether this call may create, change or delete something at Pinterest. Everything but GET needs it. It is sent as it is: no rule of this package looks at it except for the spending limits of the connection, what is created twice is there twice, and what it starts may cost money.',
		appliesWhen: { method: CHANGING },
	}),
	answer: withDefault(
		choice({
			label: 'Answer',
			description: 'What comes out',
			choices: {
				whole: {
					label: 'As It Is',
					description: 'As Pinterest sends it; a bare list is an item for each element',
				},
				elements: {
					label: 'Elements of All Pages',
					description:
						'Of a list: an item for each element, page after page, up to as many as you say',
				},
			},
			appliesWhen: { method: ['GET'] },
		}),
		'whole',
	),
	mostElements: withDefault(
		number({
			label: 'Most Elements',
			description: 'Where to stop',
			...{ least: 1, most: 100_000, isWhole: true },
			appliesWhen: { method: ['GET'], answer: ['elements'] },
		}),
		1000,
	),
};

/** The input of `callApi`. */
export const apiCallInput = inputOf(CALL_FIELDS, (input, check) => {
	const refuse = (field: string, message: string) =>
		check.addIssue({ code: 'custom', path: [field], message });
	if (input.method === 'GET') {
		if (input.body !== undefined) refuse('body', 'must be empty: GET sends none');
		return input;
	}
	if (input.unsafe !== true) {
		refuse(
			'unsafe',
			`has to be switched on for ${input.method}: the call may change something at Pinterest, or cost money, and nothing checks it first`,
		);
	}
	if (input.answer === 'elements') refuse('answer', 'needs the method GET for a list of all pages');
	return input;
});

/** What `callApi` takes. @interface */
export type ApiCall = GivenTo<typeof apiCallInput>;
export type ApiCallInput = ReadFrom<typeof apiCallInput>;
