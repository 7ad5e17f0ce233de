import type { IDataObject } from 'n8n-workflow';
import { recordsFromValue, syncAudience } from '../../../../worker/src';
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
		audiencesWithRecords(fieldsOf, itemCount, functions, audienceOf, previousOf),
	run: async ({ context }, inputs) =>
		await eachOutcome(
			inputs,
			async ({ audience, records, previous }) =>
				await syncAudience(context, {
					...audience,
					records,
					previousRecords: () => previousRecords(previous, audience),
				}),
		),
});

function audienceOf(fields: FieldReader): IDataObject {
	const audience = fields.pick('adAccountId', 'name', 'audienceId', 'listType', 'mode');
	return { ...audience, ...optionsOf(fields) } as IDataObject;
}

const previousOf = (fields: FieldReader) =>
	fields.value('mode') === 'mirror' ? fields.value('previousRecords') : undefined;

/** Nothing sent before is a good answer: then everything is new. */
function* previousRecords(
	previous: readonly unknown[],
	{ listType }: IDataObject,
): Generator<string[]> {
	const options = {
		listType: listType as 'EMAIL',
		complete: true,
		field: 'Previous Records',
	};
	for (const one of previous) {
		const isNone = one === undefined || one === '' || isEmptyList(one);
		if (!isNone) yield recordsFromValue(one, options);
	}
}

const isEmptyList = (value: unknown) =>
	(Array.isArray(value) && value.length === 0) ||
	(typeof value === 'string' && /^\s*(\[\s*\])?\s*$/.test(value));
