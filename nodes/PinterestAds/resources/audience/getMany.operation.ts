import { listAudiences } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField, limitFields } from '../fields';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many audiences',
	description: 'Get the audiences of an ad account',
	properties: [
		adAccountField,
		...limitFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: 'Name Contains',
					name: 'nameContains',
					type: 'string',
					default: '',
					description: 'Only audiences whose name contains this text',
				},
				{
					displayName: 'Ownership Type',
					name: 'ownershipType',
					type: 'options',
					options: [
						{ name: 'Owned', value: 'OWNED' },
						{ name: 'Received', value: 'RECEIVED', description: 'Shared with this ad account' },
					],
					default: 'OWNED',
					description: 'Whose audiences',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'multiOptions',
					options: [
						{ name: 'Initializing', value: 'INITIALIZING' },
						{ name: 'Ready', value: 'READY' },
						{ name: 'Too Small', value: 'TOO_SMALL' },
					],
					default: [],
					description: 'Only audiences of these statuses',
				},
				{
					displayName: 'Audience Type',
					name: 'audienceType',
					type: 'multiOptions',
					options: [
						{ name: 'Actalike', value: 'ACTALIKE' },
						{ name: 'Customer List', value: 'CUSTOMER_LIST' },
						{ name: 'Engagement', value: 'ENGAGEMENT' },
						{ name: 'Persona', value: 'PERSONA' },
						{ name: 'Visitor', value: 'VISITOR' },
					],
					default: [],
					description: 'Only audiences of these types',
				},
			],
		},
	],
	read: (fields) => ({
		...fields.pick('adAccountId'),
		...fields.limit(),
		...fields.collection('filters'),
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await listAudiences(context, input),
		})),
});
