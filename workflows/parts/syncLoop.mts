import { AUDIENCES } from '../../worker/src/automation/tables.ts';
import {
	at,
	call,
	decide,
	each,
	failed,
	fields,
	isTrue,
	no,
	node,
	nothing,
	oneByOne,
	only,
	rows,
	stopWith,
	type Node,
	type Path,
} from '../builder/index.mts';

/**
 * Syncs the active audiences that are due, one after another, and tells the error handler which failed.
 * @param isDue an expression of an audience’s row
 * @returns where it begins, and the paths inside
 */
export function syncLoop(isDue: string): { readonly start: Node; readonly paths: readonly Path[] } {
	const activeAudiences = rows(AUDIENCES).get(
		'Active audiences',
		at(3, 0),
		{ where: [['active', 'isTrue']], orderBy: ['id', 'ASC'] },
		{ executeOnce: true },
	);

	const due = only('Due', at(4, 0), isTrue(isDue));

	const oneAfterAnother = oneByOne('One after another', at(5, 0));

	const syncTheAudience = call(
		'Sync the audience',
		at(6, 1),
		'pinAdsSyncAudience',
		{
			audience_key: ['string', '={{ $json.audience_key }}'],
			sync_round: ['number', '={{ $json.sync_round ?? 0 }}'],
		},
		{ onError: 'continueErrorOutput' },
	);

	const markAsError = rows(AUDIENCES).update(
		'Mark as error',
		at(7, 2),
		{
			where: [
				['id', 'eq', "={{ $('One after another').first(1).json.id }}"],
				['sync_status', 'neq', 'synced'],
			],
			set: {
				sync_status: 'error',
				error_message: '=The sync could not be run: {{ $json.error?.message ?? $json.error }}',
				error_kind: 'workflow',
			},
		},
		{ alwaysOutputData: true },
	);

	const notSynced = fields(
		'Not synced',
		at(8, 2),
		[
			['audience_key', 'string', "={{ $('One after another').first(1).json.audience_key }}"],
			['name', 'string', "={{ $('One after another').first(1).json.name }}"],
			['outcome', 'string', 'error'],
			[
				'reason',
				'string',
				"=The sync could not be run: {{ $('Sync the audience').first(1).json.error?.message ?? $('Sync the audience').first(1).json.error }}",
			],
			['error_kind', 'string', 'workflow'],
		],
		'none',
		{ executeOnce: true },
	);

	const allOfThem = node('All of them', at(6, -1), 'aggregate', 1, {
		aggregate: 'aggregateAllItemData',
		destinationFieldName: 'audiences',
		options: {},
	});

	const whatCameOfThem = fields('What came of them', at(7, -1), [
		['audiences', 'number', '={{ $json.audiences.length }}'],
		['synced', 'number', "={{ $json.audiences.filter((one) => one.outcome === 'synced').length }}"],
		['errors', 'number', "={{ $json.audiences.filter((one) => one.outcome === 'error').length }}"],
		[
			'skipped',
			'number',
			"={{ $json.audiences.filter((one) => one.outcome === 'skipped').length }}",
		],
		[
			'resting',
			'number',
			"={{ $json.audiences.filter((one) => one.outcome === 'resting').length }}",
		],
		[
			'failed',
			'array',
			"={{ $json.audiences.filter((one) => one.outcome === 'error').map((one) => ({ audience: one.name || one.audience_key, reason: one.reason, kind: one.error_kind })).sort((one, other) => Number(other.kind === 'token-expired') - Number(one.kind === 'token-expired')) }}",
		],
		[
			'retryable',
			'boolean',
			"={{ $json.audiences.filter((one) => one.outcome === 'error').some((one) => ['rate-limited', 'unavailable', 'network', 'outcome-unknown'].includes(one.error_kind)) && !$json.audiences.some((one) => one.outcome === 'error' && one.error_kind === 'token-expired') }}",
		],
		[
			'retry_after_ms',
			'number',
			"={{ Math.max(0, ...$json.audiences.filter((one) => one.outcome === 'error').map((one) => one.retry_after_ms ?? 0)) }}",
		],
	]);

	const didAnyFail = decide('Did any fail?', at(8, -1), isTrue('={{ $json.errors > 0 }}'));

	const tellTheErrorHandler = stopWith(
		'Tell the error handler',
		at(9, -2),
		"={{ JSON.stringify({ message: $json.errors + ' of ' + $json.audiences + ($json.audiences === 1 ? ' audience' : ' audiences') + ' could not be synced: ' + $json.failed.slice(0, 3).map((one) => '“' + one.audience + '”: ' + one.reason).join(' ') + ($json.errors > 3 ? ' And ' + ($json.errors - 3) + ' more.' : ''), description: 'Each row of the table pinterest_audiences says in error_message why.' + ($json.resting > 0 ? ' ' + $json.resting + ' more rest, because Pinterest is not connected any more.' : '') + ' The next run takes them again.', kind: ($json.failed.find((one) => $json.retryable && ['rate-limited', 'unavailable', 'network', 'outcome-unknown'].includes(one.kind)) ?? $json.failed[0]).kind, retryable: $json.retryable, retry_after_ms: $json.retry_after_ms || undefined }) }}",
	);

	const allIsWell = nothing('All is well', at(9, 0));

	return {
		start: activeAudiences,
		paths: [
			[
				activeAudiences,
				due,
				oneAfterAnother,
				allOfThem,
				whatCameOfThem,
				didAnyFail,
				tellTheErrorHandler,
			],
			[each(oneAfterAnother), syncTheAudience, oneAfterAnother],
			[failed(syncTheAudience), markAsError, notSynced, oneAfterAnother],
			[no(didAnyFail), allIsWell],
		],
	};
}
