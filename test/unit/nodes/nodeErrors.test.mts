import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { toNodeError } from '../../../nodes/PinterestAds/nodeErrors.ts';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';

const node = { id: '1', name: 'Pinterest', type: 'x', typeVersion: 1, position: [0, 0] } as never;
const answered = new PinterestAdsError('rate-limited', 'Too many calls.', {
	status: 429,
	retryAfterMs: 90_000,
});
const unanswered = new PinterestAdsError('network', 'No connection to Pinterest.');

/** As n8n's engine stores the error of a failed node. */
const ofExecution = (error: Error) => ({ ...error, message: error.message, stack: error.stack });
/** As n8n hands over the error of a trigger: the object itself, which becomes JSON on its way. */
const ofTrigger = (error: Error) => error;

describe('what an error workflow can read of an error', () => {
	it.each([
		['a failed execution', ofExecution],
		['a trigger', ofTrigger],
	])('of %s: its kind, and whether and when to try again', (_case, handedOver) => {
		const errors = [answered, unanswered].map((error) => toNodeError(node as INode, error, 0));
		expect(errors.map(({ constructor }) => constructor)).toEqual([
			NodeApiError,
			NodeOperationError,
		]);
		const read = errors.map(
			(error) => JSON.parse(JSON.stringify(handedOver(error))) as Record<string, unknown>,
		);
		expect(read).toMatchObject([
			{
				message: 'Too many calls.',
				description: answered.hint,
				context: {
					kind: 'rate-limited',
					pinterest: { retryable: true, retry_after_ms: 90_000 },
				},
			},
			{
				message: 'No connection to Pinterest.',
				description: unanswered.hint,
				context: { kind: 'network', pinterest: { retryable: true } },
			},
		]);
	});
});
