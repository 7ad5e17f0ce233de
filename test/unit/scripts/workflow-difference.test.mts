import {
	at,
	decide,
	isTrue,
	manualTrigger,
	no,
	nothing,
	workflow,
} from '../../../workflows/builder/index.mts';
import { difference } from '../../../workflows/difference.mts';

const start = manualTrigger('Start', at(0, 0));
const asked = decide('Is it so?', at(1, 0), isTrue('={{ $json.so }}'));
const { workflow: source } = workflow({
	...{ file: 'example', id: 'pinAdsSetUp', kept: 'all' },
	paths: [
		[start, asked, nothing('Yes', at(2, 0))],
		[no(asked), nothing('No', at(2, 2))],
	],
	overview: { forWhom: 'All.', howItWorks: 'Well.', makeItYours: 'No.' },
});

/** The export of an editor in which nothing was changed: ids, places and credentials are its own. */
const unchanged = {
	...source,
	id: 'r4nd0m',
	nodes: source.nodes.map((node) => ({
		...node,
		id: 'another',
		position: [1, 2],
		credentials: { pinterestAdsApi: { id: 'own', name: 'My own' } },
	})),
	settings: { executionOrder: 'v1' },
	versionId: 'another',
};

it('says nothing of an export in which only the editor’s own is different', () => {
	expect(difference(source, unchanged)).toBe('');
});

it('names the node, and the parameter that was changed', () => {
	const nodes = unchanged.nodes.map((node) =>
		node.name === 'Is it so?'
			? { ...node, parameters: { ...node.parameters, looseTypeValidation: false } }
			: node,
	);
	const said = difference(source, { ...unchanged, nodes });
	expect(said).toContain('node “Is it so?”');
	expect(said).toContain('-     "looseTypeValidation": true');
	expect(said).toContain('+     "looseTypeValidation": false');
	expect(said).not.toContain('Start');
});

it('names what is new and what is gone, the connections too', () => {
	const others = unchanged.nodes.filter(({ name }) => name !== 'No');
	const nodes = [...others, { ...unchanged.nodes[0], name: 'Another' }];
	const connections = {
		...unchanged.connections,
		Another: { main: [[{ node: 'Yes', type: 'main', index: 0 }]] },
	};
	const said = difference(source, { ...unchanged, nodes, connections } as never);
	expect(said).toContain('new node “Another”');
	expect(said).toContain('node “No” is gone');
	expect(said).toContain('+ Another [0] → Yes');
});

it('names a setting that was changed', () => {
	const said = difference(source, { ...unchanged, settings: { timezone: 'Europe/Paris' } });
	expect(said).toContain('settings');
	expect(said).toContain('+   "timezone": "Europe/Paris"');
});
