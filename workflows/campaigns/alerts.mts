import {
	at,
	changes,
	decide,
	failed,
	fields,
	groupNote,
	isTrue,
	no,
	node,
	splitOut,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { connectionRow, isConnected } from '../parts/gate.mts';
import { named } from '../titles.mts';

const trigger = changes('Pinterest figures', at(0, 0), {
	changes: ['spend_over_budget', 'cost_per_conversion_rose', 'roas_fell'],
	amountUnit: 'accountCurrency',
	monthlyBudget: '3000',
	costPerConversionLimit: '50',
	roasLimit: 2,
	checkEvery: 60,
});

const SUBJECT =
	"=Pinterest Ads: {{ $json.change.replaceAll('_', ' ').replace('roas', 'ROAS') }}{{ $json.name ? ' (' + $json.name + ')' : '' }}";
const whatToTell = fields('What to tell', at(1, 0), [
	['subject', 'string', SUBJECT],
	[
		'text',
		'string',
		`={{ $json.what }}

What to do: {{ $json.hint }}

Dashboard: {{ $execution.resumeUrl.split('/webhook-waiting')[0] }}/webhook/pinterest-dashboard`,
	],
	['is_untold', 'boolean', true],
]);

// The trigger has told it once and does not tell it again: what is not sent has to be written down.
const connection = connectionRow(2, 0);
const isActive = isConnected(3, 0, { otherwise: 'fail' }, { onError: 'continueErrorOutput' });

const messagesOfThisRun = fields('Messages', at(4, 0), [
	['messages', 'array', "={{ $('What to tell').all().map(({ json }) => json) }}"],
]);
const eachMessage = splitOut('Each message', at(5, 0), 'messages');

const sendTheEmail = node(
	'Send the email',
	at(6, 0),
	'emailSend',
	2.1,
	{
		resource: 'email',
		operation: 'send',
		fromEmail: 'Pinterest Ads <reports@example.com>',
		toEmail: 'marketing@example.com',
		subject: '={{ $json.subject }}',
		emailFormat: 'text',
		text: '={{ $json.text }}',
		options: { appendAttribution: false },
	},
	{
		disabled: true,
		retryOnFail: true,
		// The other one is told all the same.
		onError: 'continueRegularOutput',
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the addresses first.',
	},
);

/** What came of a channel. One that is switched off hands on what it was given. */
const EMAIL =
	"={{ $json.error ?? ($json.is_untold ? 'switched off' : $json.rejected?.length ? 'an address was refused' : 'sent') }}";
const SLACK = "={{ $json.error ?? ($json.is_untold ? 'switched off' : 'sent') }}";
const OF_THE_ALERT = [
	['subject', 'string', "={{ $('Each message').item.json.subject }}"],
	['text', 'string', "={{ $('Each message').item.json.text }}"],
] as const;

const whatCameOfTheEmail = fields('What came of the email', at(7, 0), [
	...OF_THE_ALERT,
	['email', 'string', EMAIL],
	['is_untold', 'boolean', true],
]);

const tellSlack = node(
	'Tell Slack',
	at(8, 0),
	'slack',
	2.3,
	{
		authentication: 'accessToken',
		resource: 'message',
		operation: 'post',
		select: 'channel',
		channelId: { __rl: true, mode: 'name', value: '#marketing' },
		messageType: 'text',
		text: `=*{{ $json.subject }}*

{{ $json.text }}`,
		otherOptions: { includeLinkToWorkflow: false },
	},
	{
		disabled: true,
		retryOnFail: true,
		// The other one is told all the same.
		onError: 'continueRegularOutput',
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the channel first.',
	},
);

const whatCameOfBoth = fields('What came of both', at(9, 0), [
	...OF_THE_ALERT,
	['email', 'string', "={{ $('What came of the email').item.json.email }}"],
	['slack', 'string', SLACK],
	[
		'to_be_told',
		'string',
		'To be told: choose a credential and the addresses or the channel in “Send the email” or “Tell Slack”, switch it on, and publish the workflow again.',
	],
]);
const wasItTold = decide(
	'Was it told?',
	at(10, 0),
	isTrue(
		"={{ ['sent, sent', 'sent, switched off', 'switched off, sent'].includes($json.email + ', ' + $json.slack) }}",
	),
);
const told = fields('Told', at(11, 0), [['result', 'string', '=Told: {{ $json.subject }}']]);

/** @param message, description expressions in JavaScript: the error handler writes down both */
const notSent = (message: string, description: string) =>
	`={ "message": {{ JSON.stringify(${message}) }}, "description": {{ JSON.stringify(${description}) }}, "kind": "alert-not-sent", "retryable": false }`;

const sayThatItWasNotTold = stopWith(
	'Say that it was not told',
	at(11, 2),
	notSent(
		"$json.subject + ': not told. Email: ' + $json.email + '. Slack: ' + $json.slack + '.'",
		"$json.text + '\\n\\n' + $json.to_be_told",
	),
);
const sayThatNothingIsSent = stopWith(
	'Say that it rests',
	at(4, 2),
	notSent(
		"$('What to tell').first().json.subject + ': not told. ' + $json.error",
		"$('What to tell').first().json.text",
	),
);

export default workflow({
	file: 'alerts',
	id: 'pinAdsAlerts',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[trigger, whatToTell, connection, isActive, messagesOfThisRun, eachMessage, sendTheEmail],
		[sendTheEmail, whatCameOfTheEmail, tellSlack, whatCameOfBoth, wasItTold, told],
		[failed(isActive), sayThatNothingIsSent],
		[no(wasItTold), sayThatItWasNotTold],
	],
	overview: {
		forWhom: 'For everybody who pays for campaigns and does not look at them every day.',
		howItWorks: `Every hour, Pinterest’s figures are looked at. A message by **email** or in **Slack** says when **spend is heading over the budget of the month**, when **a conversion costs more than your limit**, or when **ROAS falls below** it: which campaign it is, the figures, what to do, and the address of the dashboard.

Each alert is told **once**, and again only after the figure was clearly better in between. While the table **pinterest_connection** does not say \`active\`, nothing is sent. **What was not sent is not lost**: the error handler writes it down with its reason.`,
		set: [
			'*Pinterest figures*: **your limits**, in the currency of the ad account, and the ad account if it is not the first one that the credential sees.',
			'*Send the email*: the **SMTP credential** and the addresses, or *Tell Slack*: the **Slack credential** and the channel. **Switch on** the one that you want, or both (right click, *Activate*).',
			`${named('pinAdsDashboard')} has to be published for the link in the message to work.`,
		],
		makeItYours:
			'In *Pinterest figures*, choose other changes as well (ads that were rejected, campaigns that stopped, a token that ends), other campaigns, or another number of days.',
	},
	notes: [
		groupNote(
			'What is watched',
			{ at: [-40, -240], width: 640, height: 140 },
			'*Pinterest figures* remembers what it has told. Open it and press *Execute step* to see a real sample of each alert.',
		),
		groupNote(
			'Who is told',
			{ at: [1304, -240], width: 1100, height: 140 },
			'An alert that somebody was not told ends with an error that says what there was to tell and what to do, and the error handler writes it down. Where email and Slack are both on, each is tried, whatever becomes of the other.',
		),
	],
});
