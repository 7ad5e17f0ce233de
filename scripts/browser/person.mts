import {
	chromium,
	selectors,
	type Browser,
	type BrowserContextOptions,
	type Locator,
	type Page,
} from 'playwright-core';
import { debianProgram } from '../processes/debian-programs.mts';

/** Larger than any wait for an answer of n8n's on a busy machine. */
const PATIENCE_MS = 60_000;

/** Somebody at a browser, whose actions are counted: a click, a field filled, a key pressed, a file chosen. */
export class Person {
	readonly actions: string[] = [];
	readonly page: Page;
	private readonly browser: Browser;

	private constructor(browser: Browser, page: Page) {
		this.browser = browser;
		this.page = page;
	}

	/** @param more how a page is signed in to, what the browser prefers, … */
	static async at(
		address: string,
		viewport = { width: 1366, height: 768 },
		more: BrowserContextOptions = {},
	): Promise<Person> {
		selectors.setTestIdAttribute('data-test-id');
		const browser = await chromium.launch({
			executablePath: debianProgram('chromium'),
			// In a container there is often no user for its sandbox; the only site is our own.
			args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
		});
		const context = await browser.newContext({ viewport, ...more });
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const page = await context.newPage();
		page.setDefaultTimeout(PATIENCE_MS);
		// Whatever of another host is on n8n's pages cannot be had here, and is not waited for.
		await page.route(
			(url) => url.hostname !== 'localhost',
			async (route) => await route.abort(),
		);
		await page.goto(address, { waitUntil: 'domcontentloaded' });
		return new Person(browser, page);
	}

	/** The same person in another tab. */
	inTab(page: Page): Person {
		return new Person(this.browser, page);
	}

	async leave(): Promise<void> {
		await this.browser.close();
	}

	async click(what: Locator): Promise<void> {
		this.did('click', what);
		await what.click();
	}

	async doubleClick(what: Locator): Promise<void> {
		this.did('double click', what);
		await what.dblclick();
	}

	async fill(what: Locator, text: string): Promise<void> {
		this.did('fill', what);
		await what.fill(text);
	}

	/** What the last click has put there, which a busy machine does a moment after it. */
	async clipboard(): Promise<string> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const text = await this.page.evaluate<string>('navigator.clipboard.readText()');
			if (text !== '' || Date.now() > deadline) return text;
			await this.page.waitForTimeout(50);
		}
	}

	async chooseFile(what: Locator, path: string): Promise<void> {
		const asked = this.page.waitForEvent('filechooser');
		await this.click(what);
		const chooser = await asked;
		this.actions.push(`choose the file ${path.split('/').at(-1)}`);
		await chooser.setFiles(path);
	}

	button(name: RegExp | string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	/** By what n8n's own tests know it by, where it has no words of its own. */
	part(id: string): Locator {
		return this.page.getByTestId(id);
	}

	private did(action: string, what: Locator): void {
		this.actions.push(`${action} ${what.toString()}`);
	}
}
