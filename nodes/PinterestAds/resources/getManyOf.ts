import type { INodeProperties } from 'n8n-workflow';
import type { WorkerContext } from '../../../worker/src';
import { operation } from '../operation';
import { eachOutcome } from '../perItem';
import { adAccountField, limitFields, nameContainsField, statusesField } from './fields';

interface Listing {
	/** As the operation says it: "ad groups". */
	readonly plural: string;
	/** The filters by ID, which differ from level to level; those by name and status are added. */
	readonly byIds: readonly INodeProperties[];
	list(context: WorkerContext, input: unknown): Promise<readonly object[]>;
}

/** "Get Many" of campaigns, ad groups or ads. */
export const getManyOf = ({ plural, byIds, list }: Listing) =>
	operation({
		name: 'Get Many',
		value: 'getMany',
		action: `Get many ${plural}`,
		description: `Get the ${plural} of an ad account; archived ones where you ask for them`,
		properties: [
			adAccountField,
			...limitFields,
			{
				displayName: 'Filters',
				name: 'filters',
				type: 'collection',
				placeholder: 'Add filter',
				default: {},
				options: [...byIds, nameContainsField, statusesField],
			},
		],
		read: (fields) => ({
			...fields.pick('adAccountId'),
			...fields.limit(),
			...fields.collection('filters'),
		}),
		run: async ({ context }, inputs) =>
			await eachOutcome(inputs, async (input) => ({ records: await list(context, input) })),
	});
