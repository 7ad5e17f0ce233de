// What does not ship (simulator, bench, scripts, tests) is linted here; everything that ships is
// linted by n8n's strict config in eslint.config.mjs, which allows no additions.
import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist', 'worker/dist', '.work', 'coverage', 'docs/.vitepress/.temp', '**/*.ts'] },
	{
		files: ['**/*.{mts,mjs,cjs,js}'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		languageOptions: { globals: globals.node },
		rules: {
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
		},
	},
	{ files: ['test/**'], languageOptions: { globals: globals.jest } },
	{
		files: ['gulpfile.js', 'jest.config.js', '.prettierrc.js'],
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
);
