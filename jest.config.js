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
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
};
const project = (name) => ({
	...shared,
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.mts`],
});
module.exports = { projects: ['unit', 'contract', 'core', 'e2e'].map(project) };
