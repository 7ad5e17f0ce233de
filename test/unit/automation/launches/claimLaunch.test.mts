import { claimLaunch } from '../../../../worker/src/automation/launches/claimLaunch.ts';
import type { LaunchRow } from '../../../../worker/src/automation/tables.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

const row = (id: number, status: string, minutesLeft = 30, more: Partial<LaunchRow> = {}) => ({
	id,
	status,
	campaign_name: 'Spring sale',
	claimed_at: at(minutesLeft - 35),
	claimed_until: at(minutesLeft),
	...more,
});
const OWN = row(5, 'waiting');

describe('a launch has its turn', () => {
	it.each([
		['alone', []],
		['before those who came later', [row(6, 'waiting')]],
		['after a launch that has ended', [row(1, 'launched', 0), row(2, 'failed', -1)]],
		['after one whose claim is over', [row(1, 'launching', 0), row(2, 'waiting', -1)]],
		['with rows that are none', [{}, { id: 3, status: 'launching', claimed_until: 'never' }]],
	])('%s', (_what, others) => {
		expect(claimLaunch([...others, OWN], { ownRow: 5 }, NOW)).toBe(OWN);
	});
});

describe('a launch has to wait', () => {
	it.each([
		['while another launches, who came before', [row(1, 'launching')]],
		['while another launches, who came later', [row(9, 'launching')]],
		['for one who came before and is about to launch', [row(1, 'waiting')]],
	])('%s, and is told since when and what to do', (_what, others) => {
		expect(() => claimLaunch([OWN, ...others], { ownRow: 5 }, NOW)).toThrow(
			expect.objectContaining({
				kind: 'invalid',
				message:
					'The campaign “Spring sale” is being launched right now, since 2026-11-30 11:55:00 UTC.',
				hint: expect.stringContaining('the form works again at 2026-11-30 12:30:00 UTC'),
			}),
		);
	});

	it.each(['launched', 'failed'])('for lists that do not show all of one that %s', (status) => {
		const ended = row(1, status, 4, { campaign_id: '626735565838' });
		expect(() => claimLaunch([ended, OWN], { ownRow: 5 }, NOW)).toThrow(
			expect.objectContaining({
				message: expect.stringMatching(/626735565838.* lists do not show all of it yet/),
				hint: expect.stringContaining('again at 2026-11-30 12:04:00 UTC or later'),
			}),
		);
	});

	it.each([
		['the other has ended since', []],
		['the other waits', [row(1, 'waiting')]],
		['a later one waits', [row(9, 'waiting')]],
	])('where its row was deleted by another, and %s', (_what, others) => {
		expect(() => claimLaunch(others, { ownRow: 5 }, NOW)).toThrow('is being launched right now');
	});
});
