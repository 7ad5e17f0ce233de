import type { INodeProperties } from 'n8n-workflow';
import {
	deviceIdField,
	recordsFromValue,
	syncAudience,
	syncAudienceInput,
	type AudienceToSync,
} from '../../../../worker/src';
import { repeatable } from '../../done';
import type { FieldReader } from '../../fieldReader';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { SYNCED_AUDIENCE } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';
import { FILE_OPTIONS, recordSourceProperties, SOURCE_FIELDS, SHOWN } from './records.fields';
import { audiencesWithRecords, isMirror } from './recordSources';

const { previousRecords: previousRecordsField } = syncAudienceInput.fields;

/** A value that holds them, as Records is: the worker is given what is read of it. */
const previousRecordsProperty: INodeProperties = {
	displayName: previousRecordsField.label,
	name: 'previousRecords',
	type: 'json',
	default: '[]',
	displayOptions: { show: { mode: ['mirror'] } },
	description:
		'What was sent before, in any of the forms that Records takes. Whoever is here and not among the records is removed.',
};

const form = formOf(
	{ ...syncAudienceInput.fields, ...FILE_OPTIONS, deviceIdField },
	{
		first: [
			...(['adAccountId', 'name'] as const),
			...recordSourceProperties,
			...(['listType', 'audienceId', 'mode'] as const),
			previousRecordsProperty,
		],
		without: ['records', 'previousRecords', 'multipleIdentifiers'],
		shown: SHOWN,
	},
);

export const sync = operation({
	name: 'Sync',
	value: 'sync',
	action: 'Sync an audience',
	description:
		'Send contacts to Pinterest as a Customer List with its audience; an existing list is extended, never doubled',
	answer: SYNCED_AUDIENCE,
	writes: true,
	done: repeatable('audience', 'synced', 'adds nobody twice'),
	personalInput: true,
	properties: form.properties,
	fields: { ...SOURCE_FIELDS, ...form.fields },
	plan: (fieldsOf, itemCount, functions) =>
		audiencesWithRecords({ fieldsOf, itemCount, functions, read: form.read, previousOf }),
	run: async ({ context }, inputs) =>
		await eachOutcome(
			inputs,
			async ({ audience, records, previous }) =>
				await syncAudience(context, {
					...audience,
					records,
					previousRecords: () => previousRecords(previous, audience.listType),
				}),
		),
});

const previousOf = (fields: FieldReader) =>
	isMirror(fields.value('mode')) ? fields.value('previousRecords') : undefined;

/** Nothing sent before is a good answer: then everything is new. */
function* previousRecords(
	previous: readonly unknown[],
	listType: AudienceToSync['listType'],
): Generator<string[]> {
	const options = { listType, complete: true, field: previousRecordsField.label };
	for (const one of previous) {
		const isNone = one === undefined || one === '' || isEmptyList(one);
		if (!isNone) yield recordsFromValue(one, options);
	}
}

const isEmptyList = (value: unknown) =>
	(Array.isArray(value) && value.length === 0) ||
	(typeof value === 'string' && /^(?:\[\s*\])?$/.test(value.trim()));
