import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../scripts/paths.mts';
import { TASKS } from './taskCases.mts';
import { compiles, refuses, type Case } from './typeCases.mts';

/**
 * What callers of tasks may write, by the compiler itself. A `@ts-expect-error` would take any error for the
 * right one, and jest looks at no types, whatever library wrote the expectation.
 */

const FIELDS = `const words = { label: 'Field', description: 'A field' };
	const fields = {
		who: required(idOf('pin', words)),
		note: text(words),
		mood: withDefault(choice({ ...words, choices: { DARK: 'Dark', BRIGHT: 'Bright' } }), 'DARK'),
		goal: group({ ...words, example: '{}', fields: { cost: required(amount(words)) } }),
		where: choices({ ...words, choices: { US: 'USA', DE: 'Germany' } }),
	};
	const sent = { note: required(text({ ...words, sentAs: 'note_text' })), why: text(words) };
	type Given = GivenBy<typeof fields>;`;

const DECLARATIONS: readonly Case[] = [
	compiles('only what is required', `({ who: '1' }) satisfies Given`),
	compiles(
		'null and undefined for what is not required',
		`({ who: '1', note: null, mood: undefined, goal: null, where: undefined }) satisfies Given`,
	),
	compiles('a group as an object', `({ who: '1', goal: { cost: 5 } }) satisfies Given`),
	compiles('a group as JSON text', `({ who: '1', goal: '{"cost":5}' }) satisfies Given`),
	compiles('one choice of several', `({ who: '1', where: 'US' }) satisfies Given`),
	compiles('several choices', `({ who: '1', where: ['US', 'DE'] as const }) satisfies Given`),
	refuses(
		'null for what is required',
		`({ who: null }) satisfies Given`,
		/'null' is not assignable to type 'string'/,
	),
	refuses(
		'undefined for what is required',
		`({ who: undefined }) satisfies Given`,
		/'undefined' is not assignable to type 'string'/,
	),
	refuses(
		'a group without what it requires',
		`({ who: '1', goal: {} }) satisfies Given`,
		/Type '\{\}' is not assignable to type '.*cost: /,
	),
	refuses(
		'a misspelt field of a group',
		`({ who: '1', goal: { cost: 5, coast: 5 } }) satisfies Given`,
		/'coast' does not exist in type/,
	),
	refuses(
		'a wrong choice among several',
		`({ who: '1', where: ['FR'] }) satisfies Given`,
		/Type '"FR"' is not assignable/,
	),
	refuses(
		'a default that is no choice',
		`withDefault(choice({ ...words, choices: { DARK: 'Dark' } }), 'BRIGHT')`,
		/'"BRIGHT"' is not assignable to parameter of type '"DARK"'/,
	),
	compiles(
		'a request that has what is sent',
		`({ ...bodyOf<{ note_text?: string }>()(sent, { note: 'x' }) }) satisfies { note_text?: string }`,
	),
	refuses(
		'a request that has no field of the name that one is sent as',
		`bodyOf<{ notetext?: string }>()(sent, { note: 'x' })`,
		/'"note_text"' is not assignable to type '"notetext"'/,
	),
	refuses(
		'a request that is not named',
		`bodyOf()(sent, { note: 'x' })`,
		/'string' is not assignable to type 'never'|'"note_text"' is not assignable to type 'never'/,
	),
];

const worker = (path: string) => JSON.stringify(`../../../worker/src/${path}`);

/** A case as a file of its own. */
const files = new Map<string, string>();
const fileOf = new Map<Case, string>();

function add(one: Case, before: string): void {
	const file = join(root, 'test', 'unit', 'fields', `case-${files.size + 1}.mts`);
	files.set(file, `${before}\nexport const it = () => ${one.code};\n`);
	fileOf.set(one, file);
}

for (const [task, cases] of Object.entries(TASKS)) {
	const before = `import { ${task}, type WorkerContext } from ${worker('index.ts')};
		declare const context: WorkerContext;`;
	for (const one of cases) add(one, before);
}
for (const one of DECLARATIONS) {
	add(
		one,
		`import { required, withDefault, type GivenBy } from ${worker('fields/field.ts')};
		import { choice, choices, idOf, text } from ${worker('fields/kinds.ts')};
		import { amount } from ${worker('fields/amounts.ts')};
		import { group } from ${worker('fields/groups.ts')};
		import { bodyOf } from ${worker('fields/body.ts')};
		${FIELDS}
		export type Used = Given;`,
	);
}

let program: ts.Program;

beforeAll(() => {
	const { config } = ts.readConfigFile(join(root, 'tsconfig.tools.json'), ts.sys.readFile);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
	const host = ts.createCompilerHost(options);
	const { fileExists, readFile } = host;
	host.fileExists = (file) => files.has(file) || fileExists(file);
	host.readFile = (file) => files.get(file) ?? readFile(file);
	program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
}, 300_000);

/** What the compiler says of a case. */
function said(one: Case): string[] {
	const source = program.getSourceFile(fileOf.get(one)!);
	return ts
		.getPreEmitDiagnostics(program, source)
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const TABLE = [
	...Object.entries(TASKS).flatMap(([task, cases]) => cases.map((one) => [task, one] as const)),
	...DECLARATIONS.map((one) => ['a declaration', one] as const),
];

it.each(TABLE.filter(([, { error }]) => !error).map(([task, one]) => [task, one.title, one]))(
	'%s takes %s',
	(_, __, one) => {
		expect(said(one)).toEqual([]);
	},
);

it.each(TABLE.filter(([, { error }]) => error).map(([task, one]) => [task, one.title, one]))(
	'%s does not compile with %s',
	(_, __, one) => {
		expect(said(one).join('\n')).toMatch(one.error!);
	},
);
