import type { INodeProperties } from 'n8n-workflow';
import { planWhatFollows as plan, succeeded, type Happened } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { jsonObject } from './fields';
import { isListed, isReport } from './shipped';
import type { FailureRecord } from './told';
import { rowsIn } from './rowsIn';

const properties: INodeProperties[] = [
	{
		displayName: 'Failure',
		name: 'failure',
		type: 'json',
		default: "={{ $('What happened').first().json }}",
		required: true,
		description: 'What Read Failure has given',
	},
	{
		displayName: 'Workflows That May Run Twice',
		name: 'mayRunTwice',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		description:
			'One in each line, by its name or ID. Only those that do no harm when they run twice.',
	},
	{
		displayName: 'Pauses in Minutes',
		name: 'pauses',
		type: 'string',
		default: '2, 5, 15',
		description: 'How long to wait before each time that it is tried again',
	},
];

export const planWhatFollows = operation<Happened>({
	name: 'Plan What Follows',
	value: 'planWhatFollows',
	action: 'Plan what follows a failure',
	description:
		'Decide from the earlier failures of the same workflow, which are the input items, whether it is tried again and whom to tell. Gives the row to write.',
	local: true,
	properties,
	plan(fieldsOf, itemCount, functions) {
		const fields = fieldsOf(0);
		const failure = jsonObject(fields.value('failure'), 'Failure') as unknown as FailureRecord;
		const { workflow_id, workflow_name, execution_id, execution_url, node, started_by } = failure;
		const items = Array.from({ length: itemCount }, (_, item) => item);
		const input: Happened = {
			failure: {
				...{ kind: failure.kind, message: failure.message, description: failure.description },
				transient: failure.transient,
				tokenRefused: failure.token_refused,
				retryAfterMs: failure.retry_after_ms,
				triesByItself: failure.tries_by_itself,
				ofPinterest: failure.of_pinterest,
			},
			place: { workflow_id, workflow_name, execution_id, execution_url, node, started_by },
			startedBy: failure.called_by,
			mayRunTwice: isListed(fields.value('mayRunTwice'), failure),
			reachesPeople: isReport(failure),
			pauses: pausesIn(fields.value('pauses')),
			rows: rowsIn(items.map((item) => fieldsOf(item).json())),
			run: functions.getExecutionId(),
			now: n8nClock.now(),
		};
		return [{ items, input }];
	},
	run: async (_, inputs) => inputs.map((input) => succeeded(plan(input) ?? [])),
});

const pausesIn = (text: unknown): number[] =>
	String(text)
		.split(',')
		.map(Number)
		.filter((minutes) => minutes > 0 && Number.isFinite(minutes));
