// `npm run pictures:reports`: photographs the report’s page and mail for docs/, with the simulator’s figures.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { SEED, startSimulator } from '../../simulator/simulator.mts';
import type * as Worker from '../../worker/src/index.ts';
import { bundled } from '../field-tables/bundled.mts';
import { root } from '../paths.mts';
import { debianProgram } from '../processes/debian-programs.mts';
import { withPalette } from './palette.mts';

/** Bytes; a page of docs/ is to be read on a train. */
const LARGEST = 90_000;
/** Of each: as wide as it is made for, and as high as one looks at first. */
const PICTURES = {
	'weekly-report': { width: 1100, height: 880 },
	'weekly-mail': { width: 660, height: 940 },
};

const { createMetricsReport } = (await bundled('worker', 'src', 'index.ts')) as typeof Worker;

const simulator = await startSimulator();
simulator.plant({ generate: { campaigns: 8, days: 40 } });
const { html, record } = await createMetricsReport(
	{
		http: {
			// Reading is all that is done.
			async send({ path }) {
				const headers = { authorization: `Bearer ${SEED.tokens.access}` };
				const answer = await fetch(simulator.url + path, { headers });
				return { status: answer.status, headers: {}, body: await answer.json() };
			},
		},
		clock: { now: () => simulator.now(), sleep: async () => undefined },
		logger: { debug() {}, info() {}, warn() {} },
	},
	{ period: 'lastWeek', compareWith: 'periodBefore' },
);
await simulator.close();

const browser = await chromium.launch({
	executablePath: debianProgram('chromium'),
	// In a container there is often no user for its sandbox; the only page is our own.
	args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
	const shown = { 'weekly-report': html, 'weekly-mail': record.email_html };
	for (const [name, viewport] of Object.entries(PICTURES)) {
		const page = await browser.newPage({ viewport, colorScheme: 'light' });
		await page.setContent(shown[name as keyof typeof shown]);
		const picture = withPalette(await page.screenshot());
		if (picture.length > LARGEST) throw new Error(`${name}.png has ${picture.length} bytes.`);
		writeFileSync(join(root, 'docs', 'images', `${name}.png`), picture);
		console.log(`${name}.png: ${Math.round(picture.length / 1024)} KB`);
	}
} finally {
	await browser.close();
}
