// What n8n's own build leaves out: it copies every picture of the repository into dist and ships
// what only the compiler needs, and it does not look at the templates at all.
const { readdirSync, rmSync, rmdirSync, statSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { series } = require('gulp');

const DIST = join(__dirname, 'dist');
const SHIPPED = [
	/^icons\/.+\.svg$/,
	/^nodes\/.+\.node\.json$/,
	/^(credentials|nodes|worker\/src)\/.+\.js$/,
];

/** Leaves in dist only what the package is made of. */
async function prune() {
	const files = filesIn(DIST);
	if (files.length === 0) throw new Error('dist is empty: run `npm run build`, not gulp alone.');
	for (const file of files) {
		const path = relative(DIST, file).split(sep).join('/');
		if (!SHIPPED.some((pattern) => pattern.test(path))) rmSync(file);
	}
	removeEmptyFolders(DIST);
}

/** Every icon that a node or credential names is where it says. */
async function checkIcons() {
	const { checkIcons } = await import('./scripts/icon-checks.mts');
	report('icons', checkIcons(__dirname));
}

/** Every template fits the package that has just been built. */
async function checkTemplates() {
	const { checkTemplates } = await import('./scripts/template-checks.mts');
	report('templates', checkTemplates(__dirname));
}

function report(what, problems) {
	if (problems.length > 0)
		throw new Error(`The ${what} are not right:\n- ${problems.join('\n- ')}`);
}

function filesIn(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

function removeEmptyFolders(folder) {
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) removeEmptyFolders(path);
	}
	if (folder !== DIST && readdirSync(folder).length === 0) rmdirSync(folder);
}

exports.prune = prune;
exports.build = series(prune, checkIcons, checkTemplates);
