// Packages that exist as ES modules only. Without them being compiled, jest could load them only with
// node --experimental-vm-modules, which every way of starting jest would have to remember.
const ES_MODULES_ONLY = [
	'@apidevtools/json-schema-ref-parser',
	'@keyv/serialize',
	'@mswjs/interceptors',
	'@open-draft/until',
	'@sec-ant/readable-stream',
	'@sindresorhus/is',
	'byte-counter',
	'cacheable-request',
	'chunk-data',
	'decompress-response',
	'get-port',
	'get-stream',
	'got',
	'is-stream',
	'keyv',
	'lowercase-keys',
	'mimic-response',
	'nock',
	'normalize-url',
	'responselike',
	'rettime',
	'uint8array-extras',
];

// Three layers that need no n8n server (unit, contract, core) and one that does (e2e).
const shared = {
	testEnvironment: 'node',
	transform: {
		'\\.m?[jt]s$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
				module: { type: 'commonjs' },
			},
		],
	},
	// Once for all projects.
	globalSetup: '<rootDir>/test/judge.mts',
	// Everything that is written while testing, copies of the package among it.
	modulePathIgnorePatterns: ['<rootDir>/.work/'],
	transformIgnorePatterns: [`/node_modules/(?!(?:${ES_MODULES_ONLY.join('|')})/)`],
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
};
const project = (name) => ({
	...shared,
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.mts`],
});
module.exports = {
	// Only a guard against what hangs: nothing is told from how long a test takes, on whatever machine.
	testTimeout: 120_000,
	projects: ['unit', 'contract', 'core', 'e2e'].map(project),
};
