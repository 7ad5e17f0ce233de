import {
	chain,
	using,
	webhookNode,
	workflow,
	type CredentialRef,
} from '../../scripts/n8n/workflow.mts';
import {
	at,
	byId,
	calledByOthers,
	node,
	oneByOne,
	pinterestAds,
} from '../../workflows/builder/index.mts';

/** The least that syncs audiences one after another: a call for each, three table operations by ID, no decision. */
export function floorOf(
	id: string,
	tables: { readonly audiences: string; readonly contacts: string },
	credential: CredentialRef,
) {
	const one = `${id}One`;
	const row = (
		name: string,
		operation: string,
		table: string,
		column: string,
		value: string,
		rest: object,
	) =>
		node(name, at(0, 0), 'dataTable', 1.1, {
			resource: 'row',
			operation,
			dataTableId: byId(table),
			matchType: 'allConditions',
			filters: {
				conditions: [
					{ keyName: column, condition: column === 'name' ? 'like' : 'eq', keyValue: value },
				],
			},
			...rest,
		});
	const set = (value: object) => ({
		columns: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
		options: {},
	});
	const mine = "={{ $('Call').first().json.id }}";
	const loop = oneByOne('Each', at(0, 0));
	const all = [
		webhookNode('Start', id, 'onReceived'),
		row('Audiences', 'get', tables.audiences, 'name', 'floor%', { returnAll: true }),
		loop,
		node('Sync one', at(0, 0), 'executeWorkflow', 1.2, {
			workflowId: { __rl: true, mode: 'id', value: one },
			workflowInputs: { mappingMode: 'autoMapInputData', value: null },
			options: {},
		}),
	];
	const steps = [
		calledByOthers('Call', at(0, 0)),
		row('Claim', 'update', tables.audiences, 'id', mine, set({ sync_status: 'syncing' })),
		row('Contacts', 'get', tables.contacts, 'audience_key', '={{ $json.audience_key }}', {
			returnAll: true,
		}),
		node('Together', at(0, 0), 'aggregate', 1, {
			fieldsToAggregate: { fieldToAggregate: [{ fieldToAggregate: 'record' }] },
			options: {},
		}),
		pinterestAds(
			'Sync',
			at(0, 0),
			'audience',
			'sync',
			{
				name: "={{ $('Claim').first().json.name }}",
				recordsFrom: 'field',
				records: '={{ $json.record }}',
			},
			using(credential),
		),
		row(
			'Mark',
			'update',
			tables.audiences,
			'id',
			mine,
			set({
				sync_status: '={{ $json.sync_status }}',
				customer_list_id: '={{ $json.customer_list_id }}',
				pinterest_audience_id: '={{ $json.pinterest_audience_id }}',
				last_synced_at: '={{ $json.last_synced_at }}',
			}),
		),
	];
	const nothingKept = { saveDataSuccessExecution: 'none' };
	return [
		workflow(one, steps, chain(...steps.map(({ name }) => name)), nothingKept),
		workflow(id, all, {
			...chain('Start', 'Audiences', 'Each'),
			Each: { main: [[], [{ node: 'Sync one', type: 'main', index: 0 }]] },
			'Sync one': { main: [[{ node: 'Each', type: 'main', index: 0 }]] },
		}),
	];
}
