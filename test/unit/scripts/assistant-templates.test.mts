import { readTemplateFiles, textsIn } from '../../../scripts/template-checks/template.mts';

const { templates } = readTemplateFiles('workflows-templates');
const ATTACHED = /Tool$|\.toolWorkflow$/;
const tools = templates.flatMap(({ file, nodes }) =>
	nodes.filter(({ type }) => ATTACHED.test(type)).map((node) => ({ file, ...node })),
);
const ours = tools.filter(({ type }) => type.endsWith('.pinterestAdsTool'));
/** What only says what would be done: a value that n8n does not work out first. */
const isPreview = ({ parameters }: (typeof ours)[number]) => parameters.preview === true;
const writing = ours.filter(
	(tool) => ['launch', 'update'].includes(String(tool.parameters.operation)) && !isPreview(tool),
);

/** What gives nobody's data: no contacts, no leads, no identifiers of conversions. */
const HARMLESS = [
	...['adAccount:getMany', 'campaign:getMany', 'campaign:get', 'adGroup:getMany', 'ad:getMany'],
	...['metrics:get', 'audience:getMany', 'audience:getInsights', 'keyword:research'],
	...['campaign:launch', 'campaign:update'],
];

it('models are given tools, and none that gives people’s data', () => {
	expect(ours.length).toBeGreaterThan(15);
	for (const { name, parameters } of ours) {
		const what = `${String(parameters.resource)}:${String(parameters.operation)}`;
		expect([name, HARMLESS.includes(what)]).toEqual([name, true]);
	}
	const tables = tools
		.filter(({ type }) => type.endsWith('.dataTableTool'))
		.map(({ parameters }) => (parameters.dataTableId as { value: string }).value);
	expect(tables).toEqual(['pinterest_changes']);
});

it('models are given simplified answers, by tools whose names they can call, each with its purpose', () => {
	for (const { name, typeVersion, type, parameters } of tools) {
		if (type.endsWith('.chatHitlTool')) continue;
		expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
		const told = String(parameters.toolDescription ?? parameters.description);
		expect([name, told.length > 40 && told.length <= 1000]).toEqual([name, true]);
		if (!type.endsWith('.pinterestAdsTool')) continue;
		// Version 1 has no simplified answers; where nothing is said of them, they are.
		expect([name, typeVersion, parameters.toolOutput]).toEqual([name, 1.1, undefined]);
	}
});

it('a model can have every change previewed, with the values that it would be done with', () => {
	const previews = ours.filter(isPreview);
	expect(previews.map(({ name }) => name)).toEqual(writing.map(({ name }) => `preview_${name}`));
	for (const [n, { parameters, typeVersion }] of previews.entries()) {
		const { preview, toolDescription, ...given } = parameters;
		const { toolDescription: told, ...done } = writing[n].parameters;
		expect(given).toEqual(done);
		expect([preview, typeVersion, toolDescription]).toEqual([true, 1.1, expect.any(String)]);
		expect(told).toContain(`Call ${previews[n].name} before`);
	}
});

it('no tool changes anything at Pinterest unless a person reviews it, and none switches anything on', () => {
	expect(writing.map(({ name }) => name)).toEqual(['launch_campaign', 'update_campaign']);
	const { connections } = templates.find(({ file }) => file === 'ask-about-campaigns.json')!;
	for (const { name, file } of writing) {
		expect(file).toBe('ask-about-campaigns.json');
		expect(connections[name]).toEqual({
			ai_tool: [[{ node: 'Ask first', type: 'ai_tool', index: 0 }]],
		});
	}
	for (const { name, parameters } of tools)
		expect([name, textsIn(parameters.status)]).toEqual([
			name,
			expect.not.arrayContaining(['ACTIVE']),
		]);
	const [launch] = writing;
	expect(launch.parameters.status).toBe('PAUSED');
	expect(launch.parameters.options).toMatchObject({
		maxDailyBudget: expect.stringContaining('max_daily_budget'),
	});
});
