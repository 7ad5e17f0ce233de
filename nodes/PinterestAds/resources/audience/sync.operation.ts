import type { IDataObject } from 'n8n-workflow';
import { recordsFromValue, syncAudience } from '../../../../worker/src/audiences';
import { repeatable } from '../../done';
import type { FieldReader } from '../../fieldReader';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { optionsOf } from './options';
import { audiencesWithRecords, type AudienceInput } from './recordSources';
import { syncFields } from './sync.fields';

export const sync = operation<AudienceInput>({
	name: 'Sync',
	value: 'sync',
	action: 'Sync an audience',
	description:
		'Send contacts to Pinterest as a Customer List with its audience; an existing list is extended, never doubled',
	done: repeatable('audience', 'synced', 'adds nobody twice'),
	personalInput: true,
	properties: syncFields,
	plan: (fieldsOf, itemCount, functions) =>
		audiencesWithRecords(fieldsOf, itemCount, functions, audienceOf),
	run: async ({ context }, inputs) =>
		await eachOutcome(
			inputs,
			async ({ audience: { previous, ...audience }, records }) =>
				await syncAudience(context, {
					...audience,
					records,
					previousRecords: () => previousRecords(previous, audience),
				}),
		),
});

function audienceOf(fields: FieldReader): IDataObject {
	const audience = fields.pick('adAccountId', 'name', 'audienceId', 'listType', 'mode');
	const previous = audience.mode === 'mirror' ? { previous: fields.value('previousRecords') } : {};
	return { ...audience, ...optionsOf(fields), ...previous } as IDataObject;
}

/** Nothing sent before is a good answer: then everything is new. */
function previousRecords(previous: unknown, { listType }: IDataObject): Iterable<unknown> {
	const isNone = previous === undefined || previous === '' || isEmptyList(previous);
	return isNone ? [] : recordsFromValue(previous, { listType: listType as 'EMAIL' });
}

const isEmptyList = (value: unknown) =>
	(Array.isArray(value) && value.length === 0) ||
	(typeof value === 'string' && /^\s*(\[\s*\])?\s*$/.test(value));
