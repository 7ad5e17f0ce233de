import fc from 'fast-check';
import { NOT_STRUCK } from '../../faults/subjects.mts';
import { offlineNode, type OfflineNode } from '../../faults/offlineNode.mts';
import { rehearse } from '../../faults/rehearsal.mts';
import { hostileAnswers } from '../../fuzz/answers.mts';
import { hostileInputs } from '../../fuzz/inputs.mts';
import { FUZZED } from '../../fuzz/subjects.mts';
import { OPERATIONS } from '../../faults/subjects.mts';

/** The first runs of `npm run test:fuzz`, always the same ones. See docs/reliability.md. */
const SAMPLE = { seed: 20261201, numRuns: 6 };

let node: OfflineNode;
beforeAll(async () => {
	node = await offlineNode();
});

it('looks at every operation that reads something of Pinterest’s or of somebody’s', () => {
	const fuzzed = new Set(FUZZED.map(({ operation }) => operation));
	const neither = OPERATIONS.filter((name) => !fuzzed.has(name) && !(name in NOT_STRUCK));
	expect(neither).toEqual([]);
});

describe.each(FUZZED)('$name', (subject) => {
	it('makes a clear error or a right request of hostile input', async () => {
		await fc.assert(hostileInputs(node, subject), SAMPLE);
	});

	if (!Object.hasOwn(NOT_STRUCK, subject.operation)) {
		it('makes a clear error or sense of hostile answers', async () => {
			const { requests } = await rehearse(node, subject);
			await fc.assert(hostileAnswers(node, subject, requests.length), SAMPLE);
		});
	}
});
