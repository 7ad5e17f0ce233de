import { at, groupNote, mcpServer, node, workflow, workflowTool } from '../builder/index.mts';
import { CHANGES } from '../../worker/src/automation/tables.ts';
import { readingTools } from '../parts/assistant/readingTools.mts';
import {
	launchArguments,
	updateAdGroupArguments,
	updateArguments,
} from '../parts/assistant/writingArguments.mts';
import { named } from '../titles.mts';

const INSTRUCTIONS = `These tools read and prepare advertising on Pinterest for one business.
Reading is free. To find something out: list_campaigns for IDs, get_metrics for figures, diagnose_campaign for what holds a campaign back.
Nothing that you call changes anything by itself. preview_launch_campaign and preview_update_campaign say what a change would do, from what to what, and ask nobody. ask_to_launch_campaign, ask_to_update_campaign and ask_to_update_ad_group prepare a change and give you a page (approve_at): tell the person what would be done and give them the address. Only a person can approve it there, after signing in. Do not ask for the same change twice while it waits; list_changes says what came of it.
Campaigns are launched paused, and you cannot switch one on, raise a ceiling, or see the people in an audience. What is refused is refused: tell the person why, and do not try to get round it.
Amounts are in the currency of the ad account, with a point: 20.00.`;

const server = mcpServer('Pinterest Ads', at(2, 0), {
	path: 'pinterest-assistant',
	instructions: INSTRUCTIONS,
	webhookId: 'pinterest-ads-assistant',
});

const reading = readingTools(4);

const previewLaunch = workflowTool(
	'preview_launch_campaign',
	at(0, 11),
	'pinAdsChange',
	'Say what a launch would create, without creating anything and without asking anybody: use it while you plan with the person. It refuses what the launch itself would refuse, such as a daily budget over the ceiling.',
	{ change: 'launch', only: 'preview', ...launchArguments },
);

const previewUpdate = workflowTool(
	'preview_update_campaign',
	at(1, 11),
	'pinAdsChange',
	'Say what a change of a campaign (pause, name, daily spend cap) would make different, from what to what, without changing anything and without asking anybody.',
	{ change: 'update', only: 'preview', ...updateArguments },
);

const askToLaunch = workflowTool(
	'ask_to_launch_campaign',
	at(2, 11),
	'pinAdsChange',
	'Prepare the launch of a new campaign with an ad group, keywords and ads, all of it paused. Nothing is created: you get a summary of what would be, and the address of a page on which a person approves or declines it. A daily budget over the ceiling or over a limit of the connection is refused at once. Ask the person for whatever you do not know: which Pins, what budget, which countries.',
	{ change: 'launch', ...launchArguments },
);

const askToUpdate = workflowTool(
	'ask_to_update_campaign',
	at(3, 11),
	'pinAdsChange',
	'Prepare a change of a campaign: pause it, give it another name, or another daily spend cap. Nothing is changed: you get a summary of what would be different, from what to what, and the address of a page on which a person approves or declines it. Switching on is refused, and so is a cap over the ceiling. Lifetime caps, dates and targeting cannot be changed here; budgets and bids are in ask_to_update_ad_group.',
	{ change: 'update', ...updateArguments },
);

const askToUpdateAdGroup = workflowTool(
	'ask_to_update_ad_group',
	at(4, 11),
	'pinAdsChange',
	'Prepare a change of an ad group: pause it, give it another name, budget or bid. Nothing is changed: you get a summary of what would be different, from what to what, and the address of a page on which a person approves or declines it. A budget over the ceiling is refused, and so is switching on. Ads, dates and targeting cannot be changed here.',
	{ change: 'updateAdGroup', ...updateAdGroupArguments },
);

const writing = [previewLaunch, previewUpdate, askToLaunch, askToUpdate, askToUpdateAdGroup];

const listChanges = node('list_changes', at(5, 11), 'dataTableTool', 1.1, {
	descriptionType: 'manual',
	toolDescription:
		'List the changes that were asked for, the newest first: what they are, their status (waiting for a person, declined, expired, done, failed), where a person approves them, and what came of them.',
	resource: 'row',
	operation: 'get',
	dataTableId: { __rl: true, mode: 'name', value: CHANGES.name },
	limit: 10,
	orderBy: true,
	orderByColumn: 'id',
	orderByDirection: 'DESC',
});

export default workflow({
	file: 'assistant',
	id: 'pinAdsAssistant',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [],
	nodes: [server],
	attached: [{ to: server, as: 'ai_tool', nodes: [...reading, ...writing, listChanges] }],
	overview: {
		forWhom:
			'For everybody who wants to ask Claude, or another assistant that speaks MCP, about their campaigns.',
		howItWorks: `*Pinterest Ads* is a server for assistants (MCP). Its address is the **production URL** of that node, and whoever connects sends the token of its credential: \`Authorization: Bearer …\`.

Each node below is a tool. Those in the first group only **read**. The others **preview** or **ask**: they prepare a launch or a change with ${named('pinAdsChange')}, which says what it would change, from what to what, and a person approves it on a page that asks for the user and the password of the forms (${named('pinAdsApprove')}). Nothing is done before.

**What it can never do**: switch a campaign on, spend more a day than your ceiling, see the people in an audience or leads, approve what it has asked for.`,
		makeItYours: `**Take away a tool** by deleting its node. **Only reading**: delete the last six. **Another tool**: add a Pinterest Ads node, and write into its *Tool Description* when a model is to use it. Do not add one that gives people’s data.`,
	},
	notes: [
		groupNote(
			'What it may read',
			{ at: [-40, 200], width: 1380, height: 120 },
			'A model calls these by their names, and reads their descriptions. Answers are simplified: **Output** in each node. What the model fills in is `$fromAI` in the fields.',
		),
		groupNote(
			'What it may ask for',
			{ at: [-40, 800], width: 1380, height: 120 },
			'These change nothing; the first two do not even ask. The ceiling is **max_daily_budget** in the row of **pinterest_connection**.',
		),
	],
});
