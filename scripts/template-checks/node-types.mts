/** The types of n8n's nodes that the checks know more about than their descriptions say. */
export const N8N_NODES = 'n8n-nodes-base.';
/** n8n’s nodes for agents. */
export const AI_NODES = '@n8n/n8n-nodes-langchain.';
export const isN8ns = (type: string) => type.startsWith(N8N_NODES) || type.startsWith(AI_NODES);
export const OURS = 'n8n-nodes-pinterest-ads.';
export const PINTEREST_ADS = `${OURS}pinterestAds`;
/** The same as a tool of a model: n8n makes it of the node. */
export const PINTEREST_TOOL = `${PINTEREST_ADS}Tool`;
export const PINTEREST_AUTOMATION = `${OURS}pinterestAdsAutomation`;
export const PINTEREST_TRIGGER = `${OURS}pinterestAdsTrigger`;
/** What calls another workflow, be it as a tool of a model. */
export const CALLS: readonly string[] = [
	'n8n-nodes-base.executeWorkflow',
	'@n8n/n8n-nodes-langchain.toolWorkflow',
];
export const CALLED = 'n8n-nodes-base.executeWorkflowTrigger';
export const CODE = 'n8n-nodes-base.code';
export const DATA_TABLE = 'n8n-nodes-base.dataTable';
export const ERROR_TRIGGER = 'n8n-nodes-base.errorTrigger';
export const MANUAL = 'n8n-nodes-base.manualTrigger';
export const NOTE = 'n8n-nodes-base.stickyNote';
export const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';

const NOT_CALLED_TRIGGER = new Set(['n8n-nodes-base.webhook']);

export const isTrigger = (type: string) => /trigger$/i.test(type) || NOT_CALLED_TRIGGER.has(type);

/** Nodes that send something to people, who have not been chosen when a template is imported. */
export const MESSENGERS = new Set(
	[
		'discord',
		'emailSend',
		'gmail',
		'mattermost',
		'microsoftOutlook',
		'microsoftTeams',
		'slack',
		'telegram',
		'twilio',
		'whatsApp',
	].map((name) => N8N_NODES + name),
);
