import * as fc from 'fast-check';
import { afterCheck, afterConnect } from '../../../worker/src/automation/connection/afterCheck.ts';
import { afterDisconnect, afterRefusal } from '../../../worker/src/automation/connection/index.ts';
import type { ConnectionColumns } from '../../../worker/src/automation/connection/row.ts';
import { whatToTell } from '../../../worker/src/automation/connection/whatToTell.ts';
import { ERROR_KINDS, type ErrorKind } from '../../../worker/src/client/errorKinds.ts';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import type { ConnectionRecord } from '../../../worker/src/connection/index.ts';
import { failed, succeeded } from '../../../worker/src/outcome.ts';

const NOW = Date.UTC(2026, 10, 30);
const KINDS = Object.keys(ERROR_KINDS) as ErrorKind[];

const record = (status: ConnectionRecord['status']): ConnectionRecord => ({
	status,
	...{ ad_account_id: '1', ad_account_name: 'Garden', currency: 'EUR', ad_accounts_count: 1 },
	...{ is_token_valid: status === 'active', needs_refresh: status !== 'active' },
	...{ token_expires_at: null, refresh_token_expires_at: null },
	checked_at: new Date(NOW).toISOString(),
	...{ message: status, hint: '', action: 'none' },
});

/** The row, written as the table does it: only where the condition still holds. */
class Row {
	columns: ConnectionColumns = { status: 'inactive' };
	/** How often it has ended by itself, and how often that was told. */
	ended = 0;
	told = 0;

	get status() {
		return this.columns.status;
	}

	write(columns: ConnectionColumns | undefined, holds: (status: unknown) => boolean): boolean {
		if (columns === undefined || !holds(this.status)) return false;
		const { status = this.status, connection_key: byUser } = columns;
		if (this.status === 'active' && status === 'unauthorized' && !byUser) this.ended += 1;
		this.columns = { ...this.columns, ...columns };
		return true;
	}

	tell(before?: ConnectionColumns): void {
		if (whatToTell({ before, row: this.columns, byHand: false })) this.told += 1;
	}
}

type Step = (row: Row) => void;

const status = fc.constantFrom<ConnectionRecord['status'][]>('active', 'unauthorized');
const failure = fc.constantFrom(...KINDS).map((kind) => new PinterestAdsError(kind, kind));

const connects = status.map((found): [string, Step] => [
	`connects: ${found}`,
	(row) => void row.write(afterConnect(succeeded(record(found)), '', NOW), () => true),
]);
const disconnects = fc.constant<[string, Step]>([
	'disconnects',
	(row) => void row.write(afterDisconnect(undefined, NOW), () => true),
]);
const works = fc.array(failure, { maxLength: 3 }).map((errors): [string, Step] => [
	`works: ${errors.map(({ kind }) => kind).join()}`,
	(row) => {
		if (row.write(afterRefusal(errors, NOW), (now) => now === 'active')) row.tell();
	},
]);
/** Something else may happen between its reading of the row and its writing. */
const checks = (meanwhile: fc.Arbitrary<[string, Step]>) =>
	fc
		.tuple(fc.oneof(status, failure), fc.option(meanwhile, { nil: undefined }))
		.map(([found, other]): [string, Step] => [
			`checks: ${found instanceof Error ? found.kind : found}, meanwhile ${other?.[0] ?? 'nothing'}`,
			(row) => {
				const before = { ...row.columns };
				if (before.status === 'inactive') return;
				other?.[1](row);
				const answer =
					found instanceof PinterestAdsError ? failed(found) : succeeded(record(found));
				let columns: ConnectionColumns | undefined;
				try {
					columns = afterCheck({ row: before, answer });
				} catch {
					return;
				}
				if (row.write(columns, (now) => now === before.status)) row.tell(before);
			},
		]);
const step = fc.oneof(connects, disconnects, works, checks(fc.oneof(works, disconnects, connects)));

const history = fc.array(step, { maxLength: 30 });

it('only the user brings back a connection that the user has ended', () => {
	fc.assert(
		fc.property(history, (steps) => {
			const row = new Row();
			for (const [name, happens] of steps) {
				const before = row.status;
				happens(row);
				if (before === 'inactive' && row.status !== 'inactive') {
					expect(name).toMatch(/^connects/);
				}
				expect(['active', 'unauthorized', 'inactive']).toContain(row.status);
			}
		}),
	);
});

it('that the token is refused is told when the connection ends by it, and not again', () => {
	fc.assert(
		fc.property(history, (steps) => {
			const row = new Row();
			for (const [, happens] of steps) {
				happens(row);
				expect(row.told).toBe(row.ended);
			}
		}),
	);
});

it('nothing but a refused token ends it while work goes on', () => {
	fc.assert(
		fc.property(fc.array(works, { maxLength: 10 }), (steps) => {
			const row = new Row();
			row.columns = { status: 'active' };
			for (const [, happens] of steps) happens(row);
			const refused = steps.some(([name]) => name.includes('token-expired'));
			expect([row.status, row.told]).toEqual(refused ? ['unauthorized', 1] : ['active', 0]);
		}),
	);
});
