import {
	at,
	byId,
	decide,
	fields,
	isEmpty,
	isTrue,
	no,
	node,
	groupNote,
	pinterestAds,
	schedule,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { named } from '../titles.mts';
import { connectionRow, isConnected, startedOtherwise } from '../parts/gate.mts';

const mondays = schedule('Mondays at 07:00', at(0, 0), { cron: '0 7 * * 1' });
const { runNow, fromAnotherWorkflow } = startedOtherwise(0, 2);

const connection = connectionRow(1, 0);
const isActive = isConnected(2, 0);

const reportOfLastWeek = pinterestAds('Report of last week', at(3, 0), 'metrics', 'get', {
	level: 'campaign',
	period: 'lastWeek',
	granularity: 'DAY',
	compareWith: 'periodBefore',
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
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[mondays, connection, isActive, reportOfLastWeek, sendTheEmail, wasItSent, didAllGetIt, sent],
		[runNow, connection],
		[fromAnotherWorkflow, connection],
		[no(wasItSent), sayThatItWasNotSent],
		[no(didAllGetIt), sayWhoDidNotGetIt],
	],
	overview: {
		forWhom: 'For everybody who wants last week’s figures in their mailbox on Monday.',
		howItWorks: `Mondays at 07:00 UTC, the figures of last week, Monday to Sunday, **beside those of the week before**, by campaign, in the currency of the ad account. The email shows them in every mail program; attached is the same **with charts**, as one page that opens in any browser. The days can still gain conversions afterwards, as Pinterest counts them on the day of the click: the report says which of its figures still grow.

The figures are those of the ad account that ${named('pinAdsConnect')} has chosen. While the table **pinterest_connection** does not say \`active\`, it rests: no request, no error.`,
		set: [
			'*Send the email*: the **SMTP credential** of your mail server. Or put Gmail or Outlook in its place.',
			'In the same node, **From** and **To**. Several addresses are separated by commas.',
			'**Switch the node on** (right click, *Activate*): it comes switched off, so that nothing is sent by mistake.',
		],
		makeItYours:
			'Try it with *Run now*. The SMTP credential, the addresses and the switch are yours to choose after an installation as well: until then a run ends with an error that says that the report was not sent.',
	},
	notes: [
		groupNote(
			'The report',
			{ at: [632, -240], width: 440, height: 140 },
			'*Report of last week* asks Pinterest and writes the email and the page. Choose another week or ad account there, and in *Compare With* a year before, or no comparison.',
		),
		groupNote(
			'Send it, and look whether it went',
			{ at: [1080, -240], width: 640, height: 140 },
			'A report that was not sent, or that some did not get, ends with an error that says so.',
		),
	],
});
