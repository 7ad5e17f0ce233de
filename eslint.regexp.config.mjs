// Regular expressions that take ever longer over a hostile text, in all that ships and all that does not.
// n8n's strict config (eslint.config.mjs) allows no additions, so this is one of its own.
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default [
	{ ignores: ['dist', 'worker/dist', '.work', 'coverage'] },
	{
		files: ['**/*.{ts,mts,mjs,cjs,js}'],
		languageOptions: { parser: tseslint.parser },
		// What other configs switch off in place is not known here.
		linterOptions: { reportUnusedDisableDirectives: 'off' },
		plugins: {
			regexp,
			// Rules that other configs switch off for a line have to have a name here.
			'@typescript-eslint': tseslint.plugin,
		},
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': 'error',
			'regexp/no-contradiction-with-assertion': 'error',
			'regexp/no-misleading-capturing-group': 'error',
			'regexp/no-dupe-characters-character-class': 'error',
			'regexp/no-empty-alternative': 'error',
		},
	},
];
