import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_ACTIONS } from '../../../worker/src/client/errorActions.ts';
import {
	canOneSpoil,
	endsSending,
	ERROR_KINDS,
	isAnswer,
	isHopeless,
	isNothingDone,
	isOfConnection,
	isOfOneThing,
	isRetryable,
	isRetryableAfterLooking,
	isTokenRefused,
	type ErrorKind,
} from '../../../worker/src/client/errorKinds.ts';

const KINDS = Object.keys(ERROR_KINDS) as ErrorKind[];
const which = (holds: (kind: ErrorKind) => boolean) => KINDS.filter(holds).sort();

it.each<[string, (kind: ErrorKind) => boolean, ErrorKind[]]>([
	['may be repeated as it is', isRetryable, ['network', 'rate-limited', 'unavailable']],
	[
		'may be repeated by what looks first',
		isRetryableAfterLooking,
		['network', 'outcome-unknown', 'rate-limited', 'unavailable'],
	],
	[
		'leaves nothing to hope for, not even from a look',
		isHopeless,
		['cancelled', 'forbidden', 'token-expired', 'token-scope'],
	],
	[
		'ends what is sent to the ad account',
		endsSending,
		['cancelled', 'forbidden', 'rate-limited', 'token-expired', 'token-scope'],
	],
	[
		'is certain to have changed nothing',
		isNothingDone,
		[
			...['forbidden', 'invalid', 'not-found', 'previewed', 'rate-limited'],
			...(['token-expired', 'token-scope'] as const),
		] as ErrorKind[],
	],
	['says that it cannot be had here', isAnswer, ['forbidden', 'invalid', 'not-found']],
	['is about one thing only', isOfOneThing, ['invalid', 'not-found', 'previewed']],
	[
		'makes the connection unauthorized',
		isOfConnection,
		['forbidden', 'token-expired', 'token-scope'],
	],
	['means that the token is not taken', isTokenRefused, ['token-expired']],
	['can come of one element that is created', (kind) => canOneSpoil(kind, 'create'), ['invalid']],
	[
		'can come of one element that is updated',
		(kind) => canOneSpoil(kind, 'update'),
		['invalid', 'not-found'],
	],
])('a kind of error that %s', (_what, holds, kinds) => {
	expect(which(holds)).toEqual(kinds);
});

it('asks for an action that has words', () => {
	for (const { action } of Object.values(ERROR_KINDS)) {
		expect(ERROR_ACTIONS[action]).toMatch(/^[A-Z].*\.$/);
	}
});

it('is described in docs/troubleshooting.md as the table has it', () => {
	const page = readFileSync(join('docs', 'troubleshooting.md'), 'utf8');
	const rows = KINDS.map((kind) => {
		const { means, action } = ERROR_KINDS[kind];
		return `| \`${kind}\` | ${means} | ${isRetryable(kind) ? 'yes' : 'no'} | \`${action}\` |`;
	});
	expect(page).toContain(rows.join('\n'));
});
