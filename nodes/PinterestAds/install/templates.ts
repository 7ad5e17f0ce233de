import addContacts from '../../../workflows-templates/add-contacts.json';
import alerts from '../../../workflows-templates/alerts.json';
import askAboutCampaigns from '../../../workflows-templates/ask-about-campaigns.json';
import assistant from '../../../workflows-templates/assistant.json';
import assistantApproval from '../../../workflows-templates/assistant-approval.json';
import assistantChange from '../../../workflows-templates/assistant-change.json';
import audienceContacts from '../../../workflows-templates/audience-contacts.json';
import bulkSync from '../../../workflows-templates/bulk-sync.json';
import campaignLaunch from '../../../workflows-templates/campaign-launch.json';
import connect from '../../../workflows-templates/connect.json';
import contactsCsvUrl from '../../../workflows-templates/contacts-csv-url.json';
import contactsGoogleSheet from '../../../workflows-templates/contacts-google-sheet.json';
import contactsPostgresql from '../../../workflows-templates/contacts-postgresql.json';
import conversionReplay from '../../../workflows-templates/conversion-replay.json';
import conversionWebhook from '../../../workflows-templates/conversion-webhook.json';
import dailyAudienceSync from '../../../workflows-templates/daily-audience-sync.json';
import dashboard from '../../../workflows-templates/dashboard.json';
import disconnect from '../../../workflows-templates/disconnect.json';
import errorHandler from '../../../workflows-templates/error-handler.json';
import metricsRefresh from '../../../workflows-templates/metrics-refresh.json';
import setUp from '../../../workflows-templates/set-up.json';
import syncAudience from '../../../workflows-templates/sync-audience.json';
import syncNow from '../../../workflows-templates/sync-now.json';
import tokenCheck from '../../../workflows-templates/token-check.json';
import weeklyReport from '../../../workflows-templates/weekly-report.json';
import type { Workflow } from './types';

/**
 * Everything that the installation installs: the files that are shipped, so that an update of the package
 * brings the newer ones, and whoever runs the installation again gets them.
 */
export const TEMPLATES = [
	...[addContacts, alerts, audienceContacts, bulkSync, campaignLaunch, connect, contactsCsvUrl],
	...[contactsGoogleSheet, contactsPostgresql, conversionReplay, conversionWebhook],
	...[dailyAudienceSync, dashboard, disconnect, errorHandler, metricsRefresh, setUp, syncAudience],
	...[syncNow, tokenCheck, weeklyReport],
	...[assistant, assistantChange, assistantApproval, askAboutCampaigns],
] as unknown as readonly Workflow[];
