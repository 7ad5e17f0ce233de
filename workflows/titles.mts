/**
 * What each workflow is called in n8n’s list, by the ID that it is shipped with. The IDs never change: other workflows,
 * and what users have imported, know it by them. Every title names Pinterest, so that a search for it finds them all.
 */
export const TITLES = {
	pinAdsInstall: 'Install the Pinterest Ads workflows',
	pinAdsSetUp: 'Make the tables for Pinterest Ads',
	pinAdsConnect: 'Connect Pinterest Ads',
	pinAdsDisconnect: 'Disconnect Pinterest Ads',
	pinAdsTokenCheck: 'Check the Pinterest token every morning',
	pinAdsErrors: 'Handle errors of Pinterest Ads workflows',

	pinAdsDailySync: 'Sync audiences to Pinterest every morning',
	pinAdsBulkSync: 'Sync new and failed audiences to Pinterest',
	pinAdsSyncAudience: 'Sync one audience to Pinterest',
	pinAdsSyncNow: 'Sync an audience to Pinterest on request',
	pinAdsAddContacts: 'Add contacts to a Pinterest audience',
	pinAdsContacts: 'Read a Pinterest audience’s contacts from the table',
	pinAdsCsvContacts: 'Read a Pinterest audience’s contacts from a CSV file',
	pinAdsSheetContacts: 'Read a Pinterest audience’s contacts from a Google Sheet',
	pinAdsSqlContacts: 'Read a Pinterest audience’s contacts from PostgreSQL',

	pinAdsLaunch: 'Launch a Pinterest campaign from a form',
	pinAdsConversions: 'Send conversions to Pinterest as they happen',
	pinAdsReplay: 'Send failed conversions to Pinterest again',
	pinAdsMetrics: 'Refresh Pinterest metrics every 6 hours',
	pinAdsWeekly: 'Mail the Pinterest report every week',
	pinAdsAlerts: 'Tell when Pinterest spend or results go wrong',
	pinAdsDashboard: 'Show the Pinterest dashboard',

	pinAdsAssistant: 'Let an AI assistant work with Pinterest Ads',
	pinAdsChange: 'Prepare a change at Pinterest for an assistant',
	pinAdsApprove: 'Approve what an assistant wants to do at Pinterest',
	pinAdsAsk: 'Ask about your Pinterest campaigns',
} as const;

export type WorkflowId = keyof typeof TITLES;

/** As notes name a workflow. */
export const named = (id: WorkflowId) => `*${TITLES[id]}*`;
