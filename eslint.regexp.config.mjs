// Regular expressions that take ever longer over a hostile text. The tests read only what they have written themselves.
// n8n's strict config (eslint.config.mjs) allows no additions, so this is one of its own.
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Where the text is short: the digits of a number, what is cut beforehand, and what our own code has written. */
const SHORT_TEXTS = [
	'worker/src/audiences/records/valuePath.ts',
	'worker/src/campaigns/diagnosis/findings/targetingFindings.ts',
	'worker/src/campaigns/estimate/budgetNeeds.ts',
	'worker/src/campaigns/targeting/audienceEstimate.ts',
	'worker/src/client/passing.ts',
	'worker/src/conversions/order/amounts.ts',
	'worker/src/conversions/person/countries.ts',
	'worker/src/fields/groups.ts',
	'worker/src/report/html.ts',
	'worker/src/values/money.ts',
];

export default [
	{ ignores: ['dist', 'worker/dist', '.work', 'coverage', 'test'] },
	{
		files: ['**/*.{ts,mts,mjs,cjs,js}'],
		languageOptions: { parser: tseslint.parser },
		linterOptions: { noInlineConfig: true },
		plugins: { regexp },
		rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }] },
	},
	{
		files: ['{worker,nodes,credentials}/**/*.ts'],
		ignores: SHORT_TEXTS,
		rules: { 'regexp/no-super-linear-move': 'error' },
	},
];
