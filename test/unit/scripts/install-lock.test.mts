import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../../scripts/n8n/install/lock.mts';

describe('withLock', () => {
	let folder: string;
	let file: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'lock-'));
		file = join(folder, 'n8n.lock');
		jest.spyOn(console, 'log').mockImplementation(() => undefined);
	});

	afterEach(() => {
		jest.restoreAllMocks();
		rmSync(folder, { recursive: true });
	});

	it('lets only one in at a time', async () => {
		let inside = 0;
		const most: number[] = [];
		const work = async () => {
			most.push(++inside);
			await new Promise((resolve) => setTimeout(resolve, 30));
			inside--;
		};
		await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)]);
		expect(most).toEqual([1, 1, 1]);
	});

	it('is free again when the work has failed', async () => {
		await expect(
			withLock(file, async () => await Promise.reject(new Error('broken off'))),
		).rejects.toThrow('broken off');
		expect(existsSync(file)).toBe(false);
	});

	it('takes over from a holder that was killed', async () => {
		writeFileSync(file, '');
		const minuteAgo = new Date(Date.now() - 60_000);
		utimesSync(file, minuteAgo, minuteAgo);
		await expect(withLock(file, async () => await Promise.resolve('done'))).resolves.toBe('done');
	});

	it('waits while the holder is alive', async () => {
		writeFileSync(file, '');
		// However long this machine takes, it does not look as if its holder was killed.
		const later = new Date(Date.now() + 3_600_000);
		utimesSync(file, later, later);
		let over = false;
		const waiting = withLock(file, async () => {
			over = true;
			await Promise.resolve();
		});
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(over).toBe(false);
		rmSync(file);
		await waiting;
		expect(over).toBe(true);
	});
});
