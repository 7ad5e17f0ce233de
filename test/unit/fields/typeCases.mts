/** Code that a caller writes, and what the compiler has to say of it. */

export interface Case {
	readonly title: string;
	readonly code: string;
	/** What the compiler has to say; left out: nothing. */
	readonly error?: RegExp;
}

export const compiles = (title: string, code: string): Case => ({ title, code });
export const refuses = (title: string, code: string, error: RegExp): Case => ({
	title,
	code,
	error,
});

interface Wrong {
	/** A field that cannot be left out. */
	readonly missing?: string;
	/** Fields that take some words only. */
	readonly choice?: string | readonly string[];
	/** A field that takes an ID, or several. */
	readonly id?: string;
}

type Given = Readonly<Record<string, unknown>>;

/** A right call, and the wrong ones. */
const casesOf = (call: (input: Given) => string, good: Given, wrong: Wrong): Case[] => [
	compiles('what it is made for', call(good)),
	refuses('a misspelt field', call({ ...good, mispelt: 1 }), /'"mispelt"' does not exist in type/),
	...[wrong.missing ?? []]
		.flat()
		.map((name) =>
			refuses(
				`no ${name}`,
				call({ ...good, [name]: undefined }),
				new RegExp(`Property '${name}' is missing`),
			),
		),
	...[wrong.choice ?? []]
		.flat()
		.map((name) =>
			refuses(
				`another choice for ${name}`,
				call({ ...good, [name]: 'ANOTHER' }),
				/Type '"ANOTHER"' is not assignable to type /,
			),
		),
	...[wrong.id ?? []]
		.flat()
		.map((name) =>
			refuses(
				`a number for ${name}`,
				call({ ...good, [name]: 549755885175 }),
				/Type 'number' is not assignable to type '.*string/,
			),
		),
];

export const oneOf = (task: string, good: Given, wrong: Wrong) =>
	casesOf((input) => `${task}(context, ${JSON.stringify(input)})`, good, wrong);

/** Of a task that takes a list of inputs. */
export const eachOf = (task: string, good: Given, wrong: Wrong) =>
	casesOf((input) => `${task}(context, [${JSON.stringify(input)}])`, good, wrong);
