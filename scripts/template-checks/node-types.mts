/** The types of n8n's nodes that the checks know more about than their descriptions say. */
export const N8N_NODES = 'n8n-nodes-base.';
export const OURS = 'n8n-nodes-pinterest-ads.';
export const PINTEREST_ADS = `${OURS}pinterestAds`;
export const PINTEREST_AUTOMATION = `${OURS}pinterestAdsAutomation`;
export const PINTEREST_TRIGGER = `${OURS}pinterestAdsTrigger`;
export const CALLS = 'n8n-nodes-base.executeWorkflow';
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
