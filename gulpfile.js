// What n8n's own build leaves out: it copies every picture of the repository into dist, ships what only
// the compiler needs and some 250 files that n8n would read one by one when it starts, and it does not
// look at the templates at all.
const {
	readdirSync,
	readFileSync,
	rmSync,
	rmdirSync,
	statSync,
	writeFileSync,
} = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');
const esbuild = require('esbuild');
const { series } = require('gulp');
const { n8n } = require('./package.json');

const DIST = join(__dirname, 'dist');
const WORKER = 'worker/src/index';
const PHONE_NUMBERS = 'worker/src/conversions/person/phoneNumbers';
/** What n8n looks for: the nodes and the credentials, without endings. */
const DOORS = [...n8n.nodes, ...n8n.credentials].map((path) => path.replace(/^dist\/|\.js$/g, ''));
const SHIPPED = [/^icons\/.+\.svg$/, /^nodes\/.+\.node\.json$/];

/** Leaves in dist only what the package is made of besides its code, which is put there afterwards. */
async function prune() {
	const files = filesIn(DIST);
	if (files.length === 0) throw new Error('dist is empty: run `npm run build`, not gulp alone.');
	for (const file of files) {
		const path = relative(DIST, file).split(sep).join('/');
		if (!SHIPPED.some((pattern) => pattern.test(path))) rmSync(file);
	}
	removeEmptyFolders(DIST);
}

/** Not minified, so that whoever reviews the package can read it. zod and n8n-workflow are n8n's. */
const READABLE = {
	bundle: true,
	platform: 'node',
	format: 'cjs',
	charset: 'utf8',
	target: 'node20',
	external: ['luxon', 'n8n-workflow', 'zod'],
};

/** The worker in one file: both entry points, which share their modules. */
async function bundleWorker() {
	await esbuild.build({
		...READABLE,
		stdin: {
			contents: "export * from './index'; export * from './port';",
			resolveDir: join(__dirname, dirname(WORKER)),
		},
		outfile: join(DIST, `${WORKER}.js`),
		plugins: [apart(PHONE_NUMBERS, `./${relative(dirname(WORKER), PHONE_NUMBERS)}.js`)],
	});
}

/** A node or a credential in one file each; they find the worker where it is. */
async function bundleDoors() {
	await Promise.all(
		DOORS.map((door) =>
			esbuild.build({
				...READABLE,
				entryPoints: [join(__dirname, `${door}.ts`)],
				outfile: join(DIST, `${door}.js`),
				plugins: [
					apart(WORKER, `${relative(dirname(door), WORKER)}.js`),
					apart('worker/src/port/index', `${relative(dirname(door), WORKER)}.js`),
					shippedTemplates(join('dist', dirname(door))),
				],
			}),
		),
	);
}

/** Leaves a module out of a bundle, which finds it at `path` instead. */
const apart = (module, path) => ({
	name: `apart: ${module}`,
	setup({ onResolve }) {
		const file = join(__dirname, module);
		const names = [file, file.replace(/[\\/]index$/, '')];
		onResolve({ filter: /^\./ }, (wanted) =>
			names.includes(join(wanted.resolveDir, wanted.path))
				? { path: path.split(sep).join('/'), external: true }
				: undefined,
		);
	},
});

/** What is installed is what is shipped, once: the bundle reads the files when somebody installs them. */
const shippedTemplates = (folder) => ({
	name: 'shipped-templates',
	setup({ onResolve }) {
		onResolve({ filter: /workflows-templates\/.+\.json$/ }, ({ path }) => ({
			path: relative(folder, path.replace(/^[./]+/, ''))
				.split(sep)
				.join('/'),
			external: true,
		}));
	},
});

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
exports.build = series(
	prune,
	bundleWorker,
	bundleDoors,
	bundlePhoneNumbers,
	checkIcons,
	checkTemplates,
);
