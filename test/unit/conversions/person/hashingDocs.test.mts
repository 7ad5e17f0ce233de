import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/paths.mts';
import { readEvent } from '../../../../worker/src/conversions/event/readEvent.ts';
import { PERSON_FIELDS } from '../../../../worker/src/conversions/person/personFields.ts';
import { NOW, recordIn, sha256 } from '../sending/eventsEndpoint.mts';

const page = readFileSync(join(root, 'docs', 'hashing.md'), 'utf8');
const rows = [
	...page.matchAll(/^\| [\w ]+ \| `(\w+)` \| `(.+?)` \| `(\w+)` \| `(.+?)` \| `(\w{64})` \|$/gm),
];

describe('docs/hashing.md', () => {
	it('has an example of every identifier that is hashed', () => {
		const hashed = Object.values(PERSON_FIELDS)
			.filter(({ hashed: is }) => is)
			.map(({ sentAs }) => sentAs);
		expect(rows.map(([, , , key]) => key).sort()).toEqual([...hashed].sort());
	});

	it.each(rows.map(([, ...row]) => row))(
		'says what becomes of %s %p',
		(field, given, key, form, digest) => {
			const somebody = { clientIpAddress: '192.0.2.1', clientUserAgent: 'Mozilla/5.0' };
			const input = { eventName: 'checkout', eventId: 'e1', ...somebody, [field]: given };
			const { event, warnings } = recordIn(readEvent(input, NOW));
			expect(warnings).toEqual([]);
			expect(sha256(form)).toBe(digest);
			expect((event.user_data as Record<string, unknown>)[key]).toEqual([digest]);
		},
	);

	it('has a command that prints what it says', () => {
		const [, command] = /```sh\n(.+)\n```/.exec(page) ?? [];
		const [, printed] = /prints `(\w+)`/.exec(page) ?? [];
		expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toMatch(
			new RegExp(`^${printed} `),
		);
	});
});
