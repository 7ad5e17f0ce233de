import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemsOf } from '../../../scripts/template-checks/index.mts';
import { checkPage } from '../../../scripts/template-checks/pages.mts';
import { LOCKS, lockOf } from '../../../scripts/templates/locks.mts';
import { checkDoors } from '../../../scripts/template-checks/doors.mts';
import { readTemplateFiles } from '../../../scripts/template-checks/template.mts';
import {
	asTemplates,
	builtPackage,
	templates,
	type Node,
	type Small,
} from './templatesToBreak.mts';

type All = ReturnType<typeof templates>;

const problems = (change: (all: All) => void): string[] => {
	const all = templates();
	change(all);
	return problemsOf(asTemplates(all), builtPackage);
};
const nodeOf = ({ nodes }: Small, name: string): Node => {
	const found = nodes.find((node) => node.name === name);
	if (!found) throw new Error(`There is no node ${name}.`);
	return found;
};
/** Changes the parameters of a node of the daily workflow. */
const set = (name: string, parameters: object) => (all: All) => {
	Object.assign(nodeOf(all.daily, name).parameters, parameters);
};
const noteOf = (workflow: Small) =>
	nodeOf(workflow, 'Overview').parameters as Record<string, string>;
const leaveOut = (line: RegExp) => (all: All) => {
	const note = noteOf(all.daily);
	note.content = note.content
		.split('\n')
		.filter((one) => !line.test(one))
		.join('\n');
};
const remove = (name: string) => (all: All) => {
	all.daily.nodes = all.daily.nodes.filter((node) => node.name !== name);
	delete all.daily.connections[name];
	for (const { main } of Object.values(all.daily.connections)) {
		main.forEach((ends, n) => (main[n] = ends.filter(({ node }) => node !== name)));
	}
};

it('finds nothing wrong with templates that are right', () => {
	expect(problems(() => undefined)).toEqual([]);
});

it.each<[string, (all: All) => void, RegExp]>([
	['an id that is too long', ({ daily }) => (daily.id += 'x'.repeat(20)), /1 to 21 characters/],
	['an id used twice', (all) => (all.setUp.id = all.daily.id), /pinAdsDailySync is not its own/],
	[
		'a name of another kind',
		({ daily }) => (daily.name = 'Daily'),
		/its name does not say "Pinterest"/,
	],
	['another time zone', ({ daily }) => (daily.settings.timezone = 'CET'), /time zone is not UTC/],
	['another order', ({ daily }) => (daily.settings.executionOrder = 'v0'), /order is not v1/],
	[
		'no error workflow',
		({ daily }) => delete daily.settings.errorWorkflow,
		/names no error workflow that is shipped/,
	],
	[
		'two nodes of one name',
		({ daily }) => daily.nodes.push(nodeOf(daily, 'Check')),
		/two nodes are called "Check"/,
	],
	[
		'a connection to nothing',
		({ daily }) => (daily.connections.Choose.main[0][0].node = 'Gone'),
		/a connection names "Gone"/,
	],
	[
		'a credential of others',
		({ daily }) => (nodeOf(daily, 'Choose').credentials = { slackApi: { id: '1', name: 'x' } }),
		/names the credential slackApi, which is not ours/,
	],
	[
		'a type that the package does not have',
		({ daily }) => (nodeOf(daily, 'Check').type = 'n8n-nodes-pinterest-ads.pinterest'),
		/which the package does not have/,
	],
	[
		'a version that it does not have',
		({ daily }) => (nodeOf(daily, 'Check').typeVersion = 2),
		/has a version that does not exist: 2/,
	],
	['a parameter that it does not have', set('Check', { level: 'x' }), /"Check" sets level/],
	[
		'an unknown way to go on after an error',
		({ daily }) => (nodeOf(daily, 'Check').onError = 'continue' as never),
		/goes on with continue after an error/,
	],
	[
		'an address that an import changes',
		({ daily }) => {
			nodeOf(daily, 'Run now').webhookId = 'sync-now';
			set('Run now', { path: 'sync-now' })({ daily } as All);
		},
		/"Run now" has its webhookId as its path/,
	],
	[
		'an address of two triggers',
		({ daily, called }) => {
			for (const node of [nodeOf(daily, 'Run now'), nodeOf(called, 'An audience')]) {
				Object.assign(node, { webhookId: node.name });
				Object.assign(node.parameters, { options: { path: 'sync-now' } });
			}
		},
		/daily-audience-sync\.json: the address sync-now is not its own/,
	],
	[
		'an address of somebody',
		set('Choose', { note: 'name@company.test' }),
		/names the address name@company\.test/,
	],
	[
		'an email that is not switched off',
		({ errors }) => (nodeOf(errors, 'Send the email').disabled = false),
		/"Send the email" is not switched off/,
	],
])('names %s', (_what, change, sentence) => {
	expect(problems(change)).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
});

describe('an entry point', () => {
	const FORM = 'n8n-nodes-base.formTrigger';
	const closed = (type: string): [parameters: object, credentials: Node['credentials']] => {
		const lock = lockOf({ type, parameters: { triggerOn: 'conversion' } })!;
		const { field, authentication, id, name } = lock;
		const isOurs = field === 'whoMayCall' ? { triggerOn: 'conversion', path: 'a-door' } : {};
		return [{ ...isOurs, [field]: authentication }, { [lock.type]: { id, name } }];
	};
	/** One more node, in a workflow that is published. */
	const opened =
		(type: string, parameters: object, credentials?: Node['credentials']) =>
		({ called }: All) => {
			const door = { ...nodeOf(called, 'An audience'), name: 'A door', type, credentials };
			called.nodes.push({ ...door, parameters: parameters as Node['parameters'] });
			const [list, ...rest] = noteOf(called).content.split('\n### Make');
			noteOf(called).content = [`${list}\n3. A credential in *A door*.`, ...rest].join(
				'\n### Make',
			);
		};

	it.each(Object.keys(LOCKS))('that is closed is right: %s', (type) => {
		expect(problems(opened(type, ...closed(type)))).toEqual([]);
	});

	it.each<[string, string, object, Node['credentials'], RegExp]>([
		['a form as n8n makes it', FORM, {}, undefined, /answers strangers: .* is none, not basicAuth/],
		[
			'a webhook as n8n makes it',
			'n8n-nodes-base.webhook',
			{},
			undefined,
			/"A door" answers strangers: its authentication is none, not headerAuth/,
		],
		[
			'one that is open in so many words',
			FORM,
			{ authentication: 'none' },
			closed(FORM)[1],
			/is none/,
		],
		[
			'no credential',
			FORM,
			closed(FORM)[0],
			undefined,
			/does not name the credential “Pinterest forms”/,
		],
		[
			'a credential of another name',
			FORM,
			closed(FORM)[0],
			{ httpBasicAuth: { id: 'x', name: 'Mine' } },
			/does not name the credential “Pinterest forms” \(pinterestAdsForms\)/,
		],
		[
			'a kind that nobody has thought of',
			'@n8n/n8n-nodes-langchain.chatTrigger',
			{},
			undefined,
			/no lock is known/,
		],
		[
			'a pause that a call ends',
			'n8n-nodes-base.wait',
			{ resume: 'webhook' },
			undefined,
			/no lock is known/,
		],
	])('is named where it is open: %s', (_what, type, parameters, credentials, sentence) => {
		const found = problems(opened(type, parameters, credentials));
		expect(found).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
	});

	it('needs no lock where it is switched off, or waits for nobody', () => {
		const off = (all: All) => {
			opened(FORM, {})(all);
			nodeOf(all.called, 'A door').disabled = true;
		};
		expect(problems(off).join()).not.toMatch(/strangers/);
		expect(problems(opened('n8n-nodes-base.wait', { resume: 'timeInterval' })).join()).not.toMatch(
			/outside/,
		);
	});

	it('has its credential in the first note', () => {
		const unnamed = (all: All) => {
			opened(FORM, ...closed(FORM))(all);
			noteOf(all.called).content = noteOf(all.called).content.replace('*A door*', 'it');
		};
		expect(problems(unnamed)).toEqual([
			expect.stringMatching(/does not say that a credential is chosen in \*A door\*/),
		]);
	});
});

it('the six of the shipped templates are all closed', () => {
	const { templates: shipped } = readTemplateFiles('workflows-templates');
	const doors = shipped.flatMap(({ nodes }) => nodes).filter((node) => lockOf(node));
	expect(doors).toHaveLength(6);
	expect(shipped.flatMap(checkDoors)).toEqual([]);
});

it('what callers of the shipped templates sign in with is not kept in executions', () => {
	const { templates: shipped } = readTemplateFiles('workflows-templates');
	const has = (type: string) => shipped.filter(({ nodes }) => nodes.some((n) => n.type === type));
	// n8n's Webhook hands on all headers of a call.
	const called = has('n8n-nodes-base.webhook');
	expect(called).toHaveLength(2);
	// Our own trigger hands on none; what it hands on is about people all the same.
	const conversions = shipped.filter(({ id }) => id === 'pinAdsConversions');
	for (const { settings } of [...called, ...conversions])
		expect(settings).toMatchObject({
			saveManualExecutions: false,
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveExecutionProgress: false,
		});
	// A form does so only where it is told to.
	const forms = shipped.flatMap(({ nodes }) => nodes).filter(({ type }) => /form/i.test(type));
	expect(forms).not.toEqual([]);
	expect(JSON.stringify(forms)).not.toContain('showHeaders');
});

it('names a workflow that would look chosen after an import in the editor', () => {
	const named = set('Sync it', {
		workflowId: {
			__rl: true,
			mode: 'list',
			value: 'pinAdsSyncAudience',
			cachedResultName: 'Sync one audience to Pinterest',
		},
	});
	expect(problems(named)).toEqual([expect.stringMatching(/as if it had been chosen/)]);
});

it('names a note that lies on another one, or on a node', () => {
	const place = (where: Record<string, [number, number]>) => (all: All) => {
		for (const [name, position] of Object.entries(where))
			Object.assign(nodeOf(all.daily, name), { position });
		all.daily.nodes.push({ ...all.daily.nodes[0], name: 'Note 2', position: [0, 200] } as never);
		Object.assign(noteOf(all.daily), { width: 400, height: 200 });
	};
	const note = 'Overview';
	expect(problems(place({ [note]: [0, 0], 'Run now': [0, 400] }))).toEqual([]);
	expect(problems(place({ [note]: [0, 10] }))).toEqual([expect.stringMatching(/on "Note 2"/)]);
	expect(problems(place({ [note]: [0, 0], 'Run now': [0, 390] }))).toEqual([
		expect.stringMatching(/"Note 2" lies on "Run now"/),
	]);
});

describe('the first note', () => {
	it.each<[string, (all: All) => void, RegExp]>([
		[
			'has its name',
			({ daily }) => (daily.nodes[0].name = 'Note 1'),
			/first note is not "Overview"/,
		],
		[
			'has its heading',
			({ daily }) => (noteOf(daily).content = 'Hello'),
			/has no heading "### Imported/,
		],
		['names the credential', leaveOut(/credential/), /that a credential is chosen in \*Check\*/],
		[
			'names the workflow that is called',
			leaveOut(/^\d.*Sync one/),
			/\*Sync one audience to Pinterest\* is in \*Sync it\*/,
		],
		['names the error workflow', leaveOut(/error workflow/), /as the error workflow/],
		[
			'names the settings that the editor does not take from a file',
			({ daily }) => Object.assign(daily.settings, { saveDataSuccessExecution: 'none' }),
			/does not name the setting "save successful production executions"/,
		],
		[
			'names a limit of its time',
			({ daily }) => Object.assign(daily.settings, { executionTimeout: 600 }),
			/does not name the setting "timeout workflow"/,
		],
		['says to publish', leaveOut(/publish/), /does not say that it is published/],
	])('%s', (_what, change, sentence) => {
		expect(problems(change)).toEqual([expect.stringMatching(sentence)]);
	});

	it('is not needed where nothing is to be chosen', () => {
		const noNote = ({ setUp }: All) => (setUp.nodes = setUp.nodes.slice(1));
		expect(problems(noNote)).toEqual([]);
	});
});

describe('a schedule', () => {
	it.each<[string, (all: All) => void, RegExp]>([
		['can be tried by hand', remove('Run now'), /no manual trigger beside it/],
		[
			'is in UTC',
			({ daily }) =>
				Object.assign(nodeOf(daily, 'Every day'), {
					type: 'n8n-nodes-base.scheduleTrigger',
					parameters: {},
				}),
			/"Every day" is not kept in UTC/,
		],
		[
			'reads the connection',
			set('Connection', { dataTableId: { mode: 'name', value: 'pinterest_audiences' } }),
			/no node "Connection" that reads pinterest_connection/,
		],
		[
			'decides whether to rest',
			({ daily }) => (nodeOf(daily, 'Is it active?').type = 'n8n-nodes-base.noOp'),
			/nothing after "Connection" decides/,
		],
		[
			'reaches Pinterest only then',
			({ daily }) => (daily.connections['Run now'].main[0][0].node = 'Choose'),
			/"Sync it" is reached without passing "Is it active\?"/,
		],
	])('%s', (_what, change, sentence) => {
		expect(problems(change)).toEqual([expect.stringMatching(sentence)]);
	});

	it('is an operation of Automation as well as an If', () => {
		const changes = ({ daily }: All) => {
			const parameters = { operation: 'checkConnected' };
			const type = 'n8n-nodes-pinterest-ads.pinterestAdsAutomation';
			Object.assign(nodeOf(daily, 'Is it active?'), { type, parameters });
		};
		expect(problems(changes).filter((one) => one.includes('decides'))).toEqual([]);
	});

	it('is looked for in the trigger node only where it is one', () => {
		const changes = (all: All) => {
			set('Every day', { triggerOn: 'changes' })(all);
			remove('Run now')(all);
		};
		expect(problems(changes)).toEqual([]);
	});
});

describe('expressions and scripts', () => {
	it.each<[string, (all: All) => void, RegExp]>([
		[
			'can be read',
			set('Choose', { more: ['={{ $json.a ?? }}'] }),
			/"Choose" has an expression that n8n cannot read, =\{\{ \$json\.a \?\? \}\}/,
		],
		['are JavaScript', set('Choose', { jsCode: 'return [' }), /a script that is not JavaScript/],
		[
			'name nodes that there are',
			set('Is it active?', { status: "={{ $('Conection').first().json.status }}" }),
			/"Is it active\?" looks at the node "Conection"/,
		],
		[
			'do so in scripts too',
			set('Choose', { jsCode: 'return $("Chek").all()' }),
			/the node "Chek"/,
		],
	])('%s', (_what, change, sentence) => {
		expect(problems(change)).toEqual([expect.stringMatching(sentence)]);
	});
});

describe('a workflow that is called', () => {
	it.each<[string, (all: All) => void, RegExp]>([
		[
			'is shipped',
			set('Sync it', { workflowId: { mode: 'list', value: 'other' } }),
			/"Sync it" calls other, which is not shipped/,
		],
		[
			'is shipped where an expression names it',
			set('Choose', { id: "={{ ['pinAdsSyncNow'][0] }}" }),
			/names the workflow pinAdsSyncNow, which is not shipped/,
		],
		[
			'is shipped where a list names it',
			set('Choose', { names: 'Make the tables for Pinterest Ads\nSync now' }),
			/names the workflow Sync now, which is not shipped/,
		],
		[
			'takes what it is given',
			set('Sync it', { workflowInputs: { value: { audience: 'x' } } }),
			/gives audience to Sync one audience to Pinterest, which does not take it/,
		],
		[
			'can be called',
			({ called }) => (nodeOf(called, 'An audience').type = 'n8n-nodes-base.errorTrigger'),
			/which cannot be called/,
		],
	])('%s', (_what, change, sentence) => {
		expect(problems(change)).toEqual([expect.stringMatching(sentence)]);
	});
});

describe('kinds of errors', () => {
	const script = (jsCode: string) => set('Choose', { jsCode });

	it.each<[string, (all: All) => void, RegExp]>([
		[
			'are those of the table',
			script("return kind === 'token-expird'"),
			/"Choose" knows a kind of error that does not exist: token-expird/,
		],
		[
			'are listed whole',
			script("return ['rate-limited', 'network'].includes(one.error_kind)"),
			/"Choose" lists the kinds rate-limited, network; the ones that pass are rate-limited, unavailable, network/,
		],
	])('%s', (_what, change, sentence) => {
		expect(problems(change)).toEqual([expect.stringMatching(sentence)]);
	});

	it.each([
		"['rate-limited', 'unavailable', 'network'].includes(kind)",
		"['network', 'rate-limited', 'unavailable', 'outcome-unknown'].includes(one.kind)",
		"error_kind === 'forbidden'",
	])('are known: %s', (expression) => {
		expect(problems(script(`return ${expression}`))).toEqual([]);
	});
});

describe('tables', () => {
	const written = (value: object) =>
		set('Write it down', { columns: { mappingMode: 'defineBelow', value } });
	const filter = (condition: object) => set('Connection', { filters: { conditions: [condition] } });

	it.each<[string, (all: All) => void, RegExp]>([
		['have the columns that are written', written({ state: '' }), /uses the column state/],
		['keep their own columns to themselves', written({ id: 1 }), /uses the column id/],
		['have the columns that are looked for', filter({ keyName: 'key' }), /uses the column key/],
		[
			'have the columns that are sorted by',
			set('Connection', { orderBy: true, orderByColumn: 'when' }),
			/uses the column when, which pinterest_connection does not have/,
		],
		[
			'are filtered by conditions that n8n knows',
			filter({ keyName: 'status', condition: 'equals' }),
			/filters by equals, which is no condition/,
		],
		[
			'are created by set-up',
			({ setUp }) => setUp.nodes.pop(),
			/no template creates the table pinterest_audiences/,
		],
		[
			'are not mistaken for one another',
			({ setUp }) => {
				const longer = structuredClone(nodeOf(setUp, 'Table pinterest_connection'));
				longer.name += '_old';
				Object.assign(longer.parameters, { tableName: 'pinterest_connection_old' });
				setUp.nodes.push(longer);
			},
			/may take the table pinterest_connection_old for pinterest_connection/,
		],
	])('%s', (_what, change, sentence) => {
		expect(problems(change)).toEqual([expect.stringMatching(sentence)]);
	});
});

describe('files', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'templates-'));
		mkdirSync(join(folder, 'templates'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	it('that are no JSON are named', () => {
		writeFileSync(join(folder, 'broken.json'), '{');
		expect(readTemplateFiles(folder).unreadable).toEqual([
			expect.stringMatching(/^broken\.json is no JSON/),
		]);
	});

	it('have a page that names them, and a link to it', () => {
		const [setUp] = asTemplates({ setUp: templates().setUp });
		const check = (page: string, index: string) => {
			writeFileSync(join(folder, 'templates', 'set-up.md'), page);
			writeFileSync(join(folder, 'templates.md'), index);
			return checkPage(setUp, folder);
		};
		expect(checkPage(setUp, folder)).toHaveLength(2);
		expect(check(`# ${setUp.name}\n`, `[${setUp.name}](templates/set-up.md)`)).toEqual([]);
		expect(check('# Other\n', `[${setUp.name}](templates/set-up.md)`)).toEqual([
			expect.stringContaining('docs/templates/set-up.md'),
		]);
		expect(check(`# ${setUp.name}\n`, '[set-up](templates/set-up.md)')).toEqual([
			expect.stringContaining('has no link'),
		]);
	});
});
