import {
	at,
	byId,
	decide,
	fields,
	isEmpty,
	isTrue,
	no,
	node,
	note,
	pinterestAds,
	schedule,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { connectionRow, isConnected, startedOtherwise } from '../parts/gate.mts';

const mondays = schedule('Mondays at 07:00', at(0, 0), { cron: '0 7 * * 1' });
const { runNow, fromAnotherWorkflow } = startedOtherwise(0, 2);

const connection = connectionRow(1, 0);
const isActive = isConnected(2, 0);

const reportOfLastWeek = pinterestAds('Report of last week', at(3, 0), 'metrics', 'get', {
	level: 'campaign',
	period: 'lastWeek',
	granularity: 'DAY',
	output: 'report',
	adAccountId: byId("={{ $('Connection').first().json.ad_account_id ?? '' }}"),
});

const sendTheEmail = node(
	'Send the email',
	at(4, 0),
	'emailSend',
	2.1,
	{
		resource: 'email',
		operation: 'send',
		fromEmail: 'Pinterest Ads <reports@example.com>',
		toEmail: 'marketing@example.com',
		subject: '={{ $json.subject }}',
		emailFormat: 'html',
		html: '={{ $json.email_html }}',
		options: { appendAttribution: false, fileAttachments: 'report' },
	},
	{
		disabled: true,
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the addresses first.',
	},
);

// A node that is switched off hands on what it was given: the report itself.
const wasItSent = decide('Was it sent?', at(5, 0), isEmpty('={{ $json.email_html }}'));
const didAllGetIt = decide(
	'Was every address accepted?',
	at(6, 0),
	isTrue('={{ ($json.rejected ?? []).length === 0 }}'),
);

const sent = fields('Sent', at(7, 0), [
	['result', 'string', "=Sent: {{ $('Report of last week').first().json.subject }}"],
	['start_date', 'string', "={{ $('Report of last week').first().json.start_date }}"],
	['end_date', 'string', "={{ $('Report of last week').first().json.end_date }}"],
	['warnings', 'array', "={{ $('Report of last week').first().json.warnings ?? [] }}"],
]);

const notSent = (message: string) =>
	JSON.stringify({ message, kind: 'report-not-sent', retryable: false });

const sayThatItWasNotSent = stopWith(
	'Say that it was not sent',
	at(6, 2),
	notSent(
		'The weekly report was made, but not sent: the node “Send the email” is switched off. Choose a credential and the addresses in it, switch it on, and publish the workflow again. The report is in the output of the node “Report of last week”.',
	),
);
const sayWhoDidNotGetIt = stopWith(
	'Say that an address was refused',
	at(7, 2),
	notSent(
		'The mail server did not accept every address of the weekly report. Look at the output of the node “Send the email” and correct its addresses.',
	),
);

export default workflow({
	file: 'weekly-report',
	id: 'pinAdsWeekly',
	name: 'weekly report',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[mondays, connection, isActive, reportOfLastWeek, sendTheEmail, wasItSent, didAllGetIt, sent],
		[runNow, connection],
		[fromAnotherWorkflow, connection],
		[no(wasItSent), sayThatItWasNotSent],
		[no(didAllGetIt), sayWhoDidNotGetIt],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -840], width: 600, height: 380, color: 'red' },
			`## Imported in the editor? Choose first
1. *Report of last week*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
2. *Send the email*: the **SMTP credential** of your mail server. Or put Gmail or Outlook in its place.
3. In the same node, **From** and **To**. Several addresses are separated by commas.
4. **Switch the node on** (right click, *Activate*): it comes switched off, so that nothing is sent by mistake.
5. Workflow settings: as **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
6. **Publish** it.

Points 2 to 4 are to be done after an import on the command line as well. Until then a run ends with an error that says that the report was not sent.`,
		),
		note(
			'What it does',
			{ at: [-40, -440], width: 600, height: 300, color: 'green' },
			`## Last week, every Monday
Mondays at 07:00 UTC, the figures of last week, Monday to Sunday, by campaign, in the currency of the ad account. The email shows them in every mail program; attached is the same **with charts**, as one page that opens in any browser.

Try it with *Run now*. The days can still gain conversions afterwards: Pinterest counts them on the day of the click.

The figures are those of the ad account that *connect* has chosen. While the table **pinterest_connection** does not say \`active\`, it rests: no request, no error.`,
		),
	],
});
