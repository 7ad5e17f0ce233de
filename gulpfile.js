// What n8n's own build leaves out: it copies every picture of the repository into dist and ships
// what only the compiler needs, and it does not look at the templates at all.
const {
	readdirSync,
	readFileSync,
	rmSync,
	rmdirSync,
	statSync,
	writeFileSync,
} = require('node:fs');
const { join, relative, sep } = require('node:path');
const esbuild = require('esbuild');
const { series } = require('gulp');

const DIST = join(__dirname, 'dist');
const SHIPPED = [
	/^icons\/.+\.svg$/,
	/^nodes\/.+\.node\.json$/,
	/^(credentials|nodes|worker\/src)\/.+\.js$/,
];

/** Types alone: no code asks for what the compiler leaves of them. */
const TYPES = /^worker\/src\/pinterest\//;

/** Leaves in dist only what the package is made of. */
async function prune() {
	const files = filesIn(DIST);
	if (files.length === 0) throw new Error('dist is empty: run `npm run build`, not gulp alone.');
	for (const file of files) {
		const path = relative(DIST, file).split(sep).join('/');
		if (TYPES.test(path) || !SHIPPED.some((pattern) => pattern.test(path))) rmSync(file);
	}
	removeEmptyFolders(DIST);
}

const PHONE_NUMBERS = 'worker/src/conversions/person/phoneNumbers';

/**
 * The one module that uses a library. A package for n8n depends on none, so the library goes into the
 * file, with its licences beside it. What is in there runs when the first number is read, not when n8n starts.
 */
async function bundlePhoneNumbers() {
	const library = join(__dirname, 'node_modules/libphonenumber-js');
	const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
	const licenses = ['LICENSE', 'LICENSE.Apache'].map((name) => readFileSync(join(library, name)));
	const target = join(DIST, PHONE_NUMBERS);
	await esbuild.build({
		entryPoints: [join(__dirname, `${PHONE_NUMBERS}.ts`)],
		outfile: `${target}.js`,
		bundle: true,
		minify: true,
		platform: 'node',
		target: 'node20',
		plugins: [jsonAsText],
		banner: {
			js: `// With libphonenumber-js ${version}: see phoneNumbers.licenses.txt.\nlet made;const make=()=>{const module={exports:{}};`,
		},
		footer: {
			js: 'return module.exports};\nexports.withCountryCode=(...number)=>(made??=make()).withCountryCode(...number);',
		},
	});
	writeFileSync(
		`${target}.licenses.txt`,
		`libphonenumber-js ${version}, and Google's libphonenumber in it\n\n${licenses.join('\n\n')}`,
	);
}

/** A text is read past in a moment where an object of the same size would be parsed with the code. */
const jsonAsText = {
	name: 'json-as-text',
	setup({ onLoad }) {
		onLoad({ filter: /\.json(\.js)?$/ }, ({ path }) => {
			const json = JSON.stringify(JSON.parse(readFileSync(path.replace(/\.js$/, ''), 'utf8')));
			return { contents: `export default JSON.parse(${JSON.stringify(json)})`, loader: 'js' };
		});
	},
};

/** Every icon that a node or credential names is where it says. */
async function checkIcons() {
	const { checkIcons } = await import('./scripts/package-checks/icon-checks.mts');
	report('icons', checkIcons(__dirname));
}

/** Every template fits the package that has just been built. */
async function checkTemplates() {
	const { checkTemplates } = await import('./scripts/template-checks/index.mts');
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
exports.build = series(prune, bundlePhoneNumbers, checkIcons, checkTemplates);
