import { readFileSync } from 'node:fs';
import { readTemplateFiles } from '../../../../scripts/template-checks/template.mts';
import { askForLaunch } from '../../../../worker/src/automation/assistant/index.ts';
import { readLaunchForm } from '../../../../worker/src/automation/launches/index.ts';

const PAGE = readFileSync('docs/assistant.md', 'utf8');
const ANSWERS = {
	...{
		campaign_name: 'Garden sale',
		objective: 'CONSIDERATION',
		daily_budget: '20.00',
		bid: '1.50',
	},
	...{ countries: 'US, CA', pin_ids: '813744226420795884', keywords: 'sofa, [leather sofa]' },
};
const ask = (answers: object) =>
	askForLaunch({ max_daily_budget: 50 }, { form: readLaunchForm({ ...ANSWERS, ...answers }) }, 0);

it('docs/assistant.md shows what an assistant is really refused', () => {
	const [, text] = /```json\n(\{\n {2}"status": "refused"[^`]+)```/.exec(PAGE) ?? [];
	const refused = JSON.parse(text) as Record<string, string>;
	const why = (refused.reason.match(/^.*approve it\./) ?? [''])[0];
	expect(why).toContain('is over the ceiling');
	expect(() => ask({ daily_budget: '5000' })).toThrow(why);
});

it('docs/assistant.md names every tool of the server for assistants', () => {
	const { templates } = readTemplateFiles('workflows-templates');
	const { nodes } = templates.find(({ id }) => id === 'pinAdsAssistant')!;
	const tools = nodes.filter(({ type }) => /Tool$|toolWorkflow$/.test(type));
	expect(tools).toHaveLength(15);
	for (const { name } of tools) expect(PAGE).toContain(`\`${name}\``);
});
