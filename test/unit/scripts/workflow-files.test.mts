import type { Workflow } from '../../../scripts/n8n/workflow.mts';
import { inOrder } from '../../../scripts/templates/files.mts';

const workflow = (id: string, calls: readonly string[], errorWorkflow?: string): Workflow => ({
	id,
	name: id,
	nodes: calls.map((value) => ({
		name: `Calls ${value}`,
		type: 'n8n-nodes-base.executeWorkflow',
		parameters: { workflowId: { mode: 'list', value } },
	})),
	connections: {},
	settings: { errorWorkflow },
});
const order = (...workflows: Workflow[]) => inOrder(workflows).map(({ id }) => id);

describe('inOrder', () => {
	it('puts a workflow after those that it calls and after its error workflow', () => {
		const daily = workflow('daily', ['sync'], 'errors');
		const sync = workflow('sync', ['contacts'], 'errors');
		expect(order(daily, sync, workflow('contacts', [], 'errors'), workflow('errors', []))).toEqual([
			'errors',
			'contacts',
			'sync',
			'daily',
		]);
	});

	it('ends where two need one another', () => {
		const errors = workflow('errors', ['again']);
		expect(order(workflow('again', [], 'errors'), errors)).toEqual(['errors', 'again']);
	});

	it('leaves a workflow in its place that needs one of another n8n', () => {
		expect(order(workflow('a', ['gone']), workflow('b', []))).toEqual(['a', 'b']);
	});
});
