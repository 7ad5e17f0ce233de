import { z } from 'zod';

const NOUNS: Readonly<Record<string, string>> = {
	array: 'a list',
	bigint: 'a whole number',
	boolean: 'true or false',
	date: 'a date',
	float: 'a number',
	integer: 'a whole number',
	map: 'an object',
	nan: 'a number',
	number: 'a number',
	object: 'an object',
	set: 'a list',
	string: 'text',
};

/**
 * Says in plain words what a parser finds wrong. What a schema says in words of its own stays, and no
 * value is ever quoted: it may be somebody's address.
 */
export const plainWords: z.ZodErrorMap = (issue, { data, defaultError }) => {
	const { message: parsersOwn } = z.defaultErrorMap(issue, { data, defaultError: '' });
	return { message: defaultError === parsersOwn ? inPlainWords(issue) : defaultError };
};

function inPlainWords(issue: z.ZodIssueOptionalMessage): string {
	switch (issue.code) {
		case 'invalid_type':
			return ['undefined', 'null'].includes(issue.received)
				? 'is missing'
				: `must be ${NOUNS[issue.expected] ?? 'something else'}`;
		case 'invalid_enum_value':
		case 'invalid_union_discriminator':
			return `must be one of ${issue.options.map(String).join(', ')}`;
		case 'invalid_literal':
			return `must be ${String(issue.expected)}`;
		case 'unrecognized_keys':
			return `has unknown names: ${firstNames(issue.keys)}`;
		case 'invalid_union':
			return ofAlternatives(issue.unionErrors);
		case 'too_small':
			return ofBound(issue, issue.minimum, issue.inclusive ? 'at least' : 'more than');
		case 'too_big':
			return ofBound(issue, issue.maximum, issue.inclusive ? 'at most' : 'less than');
		case 'not_multiple_of':
			return `must be a multiple of ${issue.multipleOf}`;
		case 'not_finite':
			return 'must be a number';
		case 'invalid_date':
			return 'must be a date';
		default:
			return 'is not valid';
	}
}

/** Names are whatever somebody wrote, as many and as long as they like. */
function firstNames(names: readonly string[]): string {
	const named = names
		.slice(0, 10)
		.map((name) => (name.length > 30 ? `${name.slice(0, 29)}…` : name));
	return `${named.join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}`;
}

/** What each of the alternatives asks for, once. */
function ofAlternatives(errors: readonly z.ZodError[]): string {
	const needs = errors.flatMap(({ issues }) => issues.map(({ message }) => message));
	return [...new Set(needs)].join(', or ') || 'is not valid';
}

function ofBound(
	issue: z.ZodTooSmallIssue | z.ZodTooBigIssue,
	bound: number | bigint,
	relation: string,
): string {
	const atLeastOne = issue.code === 'too_small' && issue.inclusive && Number(bound) === 1;
	const how = issue.exact ? 'exactly' : relation;
	switch (issue.type) {
		case 'string':
			return atLeastOne ? 'must not be empty' : `must have ${how} ${bound} characters`;
		case 'array':
		case 'set':
			return atLeastOne ? 'must not be empty' : `must hold ${how} ${bound}`;
		case 'date':
			return `is too ${issue.code === 'too_small' ? 'early' : 'late'}`;
		default:
			return `must be ${how} ${bound}`;
	}
}
