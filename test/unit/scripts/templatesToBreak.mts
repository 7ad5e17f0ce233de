import type { BuiltPackage } from '../../../scripts/package-checks/built-package.mts';
import type { Template, TemplateNode } from '../../../scripts/template-checks/template.mts';

// Four small workflows in which everything is right, as objects that a test may change.

export type Node = { -readonly [key in keyof TemplateNode]: TemplateNode[key] } & {
	parameters: Record<string, never>;
};
export interface Small {
	file: string;
	id: string;
	name: string;
	nodes: Node[];
	connections: Record<
		string,
		{ main: Array<Array<{ node: string; type: string; index: number }>> }
	>;
	settings: { errorWorkflow?: string; timezone: string; executionOrder: string };
}

const node = (name: string, type: string, parameters: object = {}, more: object = {}): Node =>
	({ name, type, typeVersion: 1, parameters, ...more }) as unknown as Node;
const n8n = (type: string) => `n8n-nodes-base.${type}`;
const ours = (type: string) => `n8n-nodes-pinterest-ads.${type}`;
const to = (...names: string[]) => ({
	main: names.map((name) => [{ node: name, type: 'main', index: 0 }]),
});
const table = (value: string) => ({ __rl: true, mode: 'name', value });
const note = (...lines: string[]) =>
	node('Overview', n8n('stickyNote'), {
		content: [
			'## What it does',
			'1. A list of something else.',
			'### Imported by hand? Choose first',
			...lines,
			'### Make it yours',
			'1. Publish *Another* with a credential and the error workflow, *Sync one audience to Pinterest* in *Sync it*.',
		].join('\n'),
	});
const frame = { timezone: 'UTC', executionOrder: 'v1', errorWorkflow: 'pinAdsErrors' };

export const templates = (): Record<'setUp' | 'errors' | 'called' | 'daily', Small> => ({
	setUp: {
		file: 'set-up.json',
		id: 'pinAdsSetUp',
		name: 'Make the tables for Pinterest Ads',
		nodes: [
			note('1. The error workflow, in the settings: *Handle errors of Pinterest Ads workflows*.'),
			node('Run once', n8n('manualTrigger')),
			...['pinterest_connection', 'pinterest_audiences'].map((tableName) =>
				node(`Table ${tableName}`, n8n('dataTable'), {
					resource: 'table',
					operation: 'create',
					tableName,
					columns: { column: [{ name: 'status' }, { name: 'connection_key' }] },
				}),
			),
		],
		connections: { 'Run once': to('Table pinterest_connection') },
		settings: { ...frame },
	},
	errors: {
		file: 'error-handler.json',
		id: 'pinAdsErrors',
		name: 'Handle errors of Pinterest Ads workflows',
		nodes: [
			note('1. Nothing. Publish it.'),
			node('A workflow failed', n8n('errorTrigger')),
			node('Send the email', n8n('emailSend'), {}, { disabled: true }),
		],
		connections: {},
		settings: { timezone: 'UTC', executionOrder: 'v1' },
	},
	called: {
		file: 'sync-audience.json',
		id: 'pinAdsSyncAudience',
		name: 'Sync one audience to Pinterest',
		nodes: [
			note('1. The error workflow: *Handle errors of Pinterest Ads workflows*.', '2. Publish it.'),
			node('An audience', n8n('executeWorkflowTrigger'), {
				workflowInputs: { values: [{ name: 'audience_key' }] },
			}),
		],
		connections: {},
		settings: { ...frame },
	},
	daily: {
		file: 'daily-audience-sync.json',
		id: 'pinAdsDailySync',
		name: 'Sync audiences to Pinterest every morning',
		nodes: [
			note(
				'1. Your Pinterest credential in *Check*.',
				'2. The workflow *Sync one audience to Pinterest* in *Sync it*.',
				'3. The error workflow, in the settings: *Handle errors of Pinterest Ads workflows*.',
				'4. Then **publish**.',
			),
			node('Every day', ours('pinterestAdsTrigger'), { triggerOn: 'schedule' }),
			node('Run now', n8n('manualTrigger')),
			node('Connection', n8n('dataTable'), {
				resource: 'row',
				operation: 'get',
				dataTableId: table('pinterest_connection'),
				filters: { conditions: [{ keyName: 'connection_key', condition: 'eq', keyValue: 'main' }] },
			}),
			node('Is it active?', n8n('if'), { status: "={{ $('Connection').first().json.status }}" }),
			node(
				'Check',
				ours('pinterestAds'),
				{},
				{ credentials: { pinterestAdsApi: { id: 'x', name: 'Pinterest Ads account' } } },
			),
			node('Choose', n8n('code'), { jsCode: "return $('Check').all();" }),
			node('Sync it', n8n('executeWorkflow'), {
				workflowId: { __rl: true, mode: 'list', value: 'pinAdsSyncAudience' },
				workflowInputs: { value: { audience_key: '={{ $json.audience_key }}' } },
			}),
			node('Write it down', n8n('dataTable'), {
				resource: 'row',
				operation: 'update',
				dataTableId: table('pinterest_audiences'),
				columns: { mappingMode: 'defineBelow', value: { status: 'synced' } },
			}),
		],
		connections: {
			'Every day': to('Connection'),
			'Run now': to('Connection'),
			Connection: to('Is it active?'),
			'Is it active?': to('Check'),
			Check: to('Choose'),
			Choose: to('Sync it'),
			'Sync it': to('Write it down'),
		},
		settings: { ...frame },
	},
});

export const asTemplates = (small: Record<string, Small>) =>
	Object.values(small) as unknown as Template[];

export const builtPackage = {
	name: 'n8n-nodes-pinterest-ads',
	nodes: [
		{ folder: '', description: { name: 'pinterestAds', version: 1, properties: [] } },
		{
			folder: '',
			description: {
				name: 'pinterestAdsTrigger',
				version: 1,
				properties: ['triggerOn', 'path', 'whoMayCall'].map((name) => ({
					...{ displayName: name, name, type: 'string', default: '' },
				})),
			},
		},
	],
	credentials: ['pinterestAdsApi', 'pinterestAdsWebhookApi'].map((name) => ({
		...{ folder: '', type: { name } },
	})),
} as unknown as BuiltPackage;
