import type { IDataObject } from 'n8n-workflow';
import {
	recordsFromValue,
	syncAudience,
	type RecordSourceOptions,
} from '../../../../worker/src/audiences';
import type { FieldReader } from '../../fieldReader';
import { operation, type WorkUnit } from '../../operation';
import { eachOutcome } from '../../perItem';
import { syncFields } from './sync.fields';

interface SyncInput {
	readonly audience: IDataObject;
	/** Called by the worker when this audience's turn comes: a bad field is this audience's error alone. */
	readonly records: () => unknown[];
}

export const sync = operation<SyncInput>({
	name: 'Sync',
	value: 'sync',
	action: 'Sync an audience',
	description:
		'Send contacts to Pinterest as a Customer List with its audience; an existing list is extended, never doubled',
	properties: syncFields,
	plan: (fieldsOf, itemCount) => {
		if (itemCount === 0) return [];
		const fromField = fieldsOf(0).value('recordsFrom') === 'field';
		return fromField ? fromFields(fieldsOf, itemCount) : fromItems(fieldsOf, itemCount);
	},
	run: async ({ context }, inputs) =>
		await eachOutcome(
			inputs,
			async ({ audience, records }) => await syncAudience(context, { ...audience, records }),
		),
});

/** Each item is one audience that carries all its records in a field. */
function fromFields(
	fieldsOf: (item: number) => FieldReader,
	itemCount: number,
): Array<WorkUnit<SyncInput>> {
	return Array.from({ length: itemCount }, (_, item) => {
		const fields = fieldsOf(item);
		const options = fields.pick('path', 'listType') as RecordSourceOptions;
		const records = () => recordsFromValue(fields.value('records'), options);
		return { items: [item], input: { audience: audienceOf(fields), records } };
	});
}

/** Each item is one record; items that name the same audience belong together. */
function fromItems(
	fieldsOf: (item: number) => FieldReader,
	itemCount: number,
): Array<WorkUnit<SyncInput>> {
	const groups = new Map<string, { items: number[]; records: unknown[]; audience: IDataObject }>();
	for (let item = 0; item < itemCount; item++) {
		const fields = fieldsOf(item);
		const audience = audienceOf(fields);
		const key = JSON.stringify(audience);
		const group = groups.get(key) ?? { items: [], records: [], audience };
		group.items.push(item);
		group.records.push(fields.value('record'));
		groups.set(key, group);
	}
	return [...groups.values()].map(({ items, records, audience }) => ({
		items,
		input: { audience, records: () => records },
	}));
}

function audienceOf(fields: FieldReader): IDataObject {
	return {
		...fields.pick('adAccountId', 'name', 'audienceId', 'listType'),
		...fields.collection('options'),
	};
}
