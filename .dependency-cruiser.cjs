// Which way imports may point: nodes → the worker's entry points → rooms → delivery, client → ports. Runs
// with `npm run lint`; test/unit/scripts/arrows.test.mts shows that each rule catches what it is for.

/** What the worker exports: everybody else comes in here. */
const ENTRY_POINTS =
	'^worker/src/(index[.]ts|port/index[.]ts|adapters/(gotHttp|systemClock)[.]mts)$';
/** Needs no build: the check of the templates, which is a part of the build, reads it as it is. */
const TABLE_OF_KINDS = '^worker/src/client/errorKinds[.]ts$';
/** Neither do these: the workflows are made of them before anything else is built. */
const TABLES = '^worker/src/automation/(tables|conversions/rules)[.]ts$';
const ROOMS =
	'^worker/src/(audiences|automation|campaigns|catalogs|changes|connection|conversions|conversionTags|leads|metrics|rawCall|report)/';
/** The parts that rooms are made of. */
const BELOW_ROOMS =
	'^worker/src/(client|delivery|download|fields|ports|preview|spending|values|port/(?!index[.]))';

/** The command line: a program of its own, that comes in by the door like everybody else. */
const COMMAND_LINE = '^worker/src/cli/';

const forbid = (name, comment, from, to) => ({
	name,
	comment,
	severity: 'error',
	from: typeof from === 'string' ? { path: from } : from,
	to: typeof to === 'string' ? { path: to } : to,
});

module.exports = {
	forbidden: [
		forbid('no-circles', 'Modules that need each other are one module.', {}, { circular: true }),
		forbid(
			'entry-points-only',
			'The worker is used by its entry points; only its unit tests look inside.',
			{ pathNot: ['^worker/', '^test/unit/'] },
			{
				path: '^worker/',
				pathNot: [ENTRY_POINTS, TABLE_OF_KINDS, TABLES, '^worker/(package[.]json|README[.]md)$'],
			},
		),
		forbid(
			'table-of-kinds',
			'Only the check of the templates reads the table of kinds by itself.',
			{ pathNot: ['^worker/', '^test/unit/', '^scripts/template-checks/kinds[.]mts$'] },
			TABLE_OF_KINDS,
		),
		forbid(
			'tables',
			'Tables and numbers are read by themselves where workflows are made or checked only.',
			{ pathNot: ['^worker/', '^test/', '^scripts/', '^workflows/'] },
			TABLES,
		),
		forbid(
			'workflows-are-wiring',
			'A workflow is made of tables and nodes: what is decided is decided in the worker.',
			'^workflows/',
			{ path: '^(worker|nodes|credentials|simulator|bench|test)/', pathNot: TABLES },
		),
		forbid(
			'worker-knows-no-one',
			'The worker runs without n8n and without a stand-in for Pinterest.',
			'^worker/',
			'^(nodes|credentials|simulator|scripts|lab|workflows|bench|test)/|node_modules/(@n8n/|n8n)',
		),
		forbid(
			'worker-opens-nothing',
			'What ships in n8n needs its libraries only; sockets and files are for the adapters.',
			{ path: '^worker/src/', pathNot: ['^worker/src/adapters/', COMMAND_LINE] },
			{
				dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
				pathNot: [
					'^(node:)?crypto$',
					'(^|/)node_modules/(zod|luxon|@types/luxon|libphonenumber-js)/',
				],
			},
		),
		forbid(
			'rooms-use-ports',
			'Whoever calls a task brings the adapters.',
			{ path: '^worker/src/', pathNot: ['^worker/src/adapters/', COMMAND_LINE] },
			'^worker/src/adapters/',
		),
		forbid(
			'entry-points-are-for-others',
			'Inside the worker a module imports what it needs from where it is.',
			{ path: '^worker/src/', pathNot: COMMAND_LINE },
			'^worker/src/(index|port/index)[.]ts$',
		),
		forbid(
			'command-line-uses-the-door',
			'The command line is a user of the worker: its entry points are all it needs.',
			COMMAND_LINE,
			{ path: '^worker/src/', pathNot: [ENTRY_POINTS, COMMAND_LINE] },
		),
		forbid(
			'command-line-brings-its-libraries',
			'Besides what the machine has, the parser of arguments and what sends requests.',
			COMMAND_LINE,
			{
				dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
				pathNot: '(^|/)node_modules/(commander|got)/',
			},
		),
		forbid(
			'no-one-uses-the-command-line',
			'What it does is for people and scripts; programs call the tasks.',
			{ pathNot: [COMMAND_LINE, '^test/unit/'] },
			COMMAND_LINE,
		),
		forbid('rooms-on-top', 'What rooms are made of knows no room.', BELOW_ROOMS, ROOMS),
		forbid(
			'report-reads-metrics',
			'A report is drawn from metrics; metrics know of no report.',
			'^worker/src/metrics/',
			'^worker/src/report/',
		),
		forbid(
			'automation-uses-what-is-shared',
			'The node that workflows decide with runs and shows operations as the action node does; it has its own.',
			'^nodes/PinterestAdsAutomation/',
			'^nodes/(PinterestAds/(PinterestAds[.]node|install/|methods/|resources/)|PinterestAdsTrigger/)',
		),
		forbid(
			'no-node-uses-automation',
			'What the nodes share is in the folder of the action node.',
			'^nodes/(?!PinterestAdsAutomation/)',
			'^nodes/PinterestAdsAutomation/',
		),
		forbid(
			'simulator-alone',
			'The simulator judges the worker, so it shares nothing with it.',
			'^simulator/',
			'^(worker|nodes|credentials|bench|test)/',
		),
		forbid(
			'bench-needs-no-tests',
			'What measures does not depend on what tests.',
			'^bench/',
			'^test/',
		),
		forbid(
			'products-need-no-tools',
			'What ships imports nothing that does not.',
			'^(nodes|credentials|worker)/',
			'^(bench|lab|scripts|simulator|test|workflows)/',
		),
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(^|/)(dist|[.]work)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.tools.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
		},
	},
};
