import {
	at,
	changes,
	decide,
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
const connection = connectionRow(1, 0);
const isActive = isConnected(2, 0);

const alertsOfThisRun = fields('Alerts', at(3, 0), [
	['alerts', 'array', "={{ $('Pinterest figures').all().map(({ json }) => json) }}"],
]);
const eachAlert = splitOut('Each alert', at(4, 0), 'alerts');

/** In words that fit the subject of a mail: the rest is in its text. */
const SUBJECTS = `({ spend_over_budget: 'spend is heading over the budget', cost_per_conversion_rose: 'a conversion costs too much', roas_fell: 'ROAS has fallen' })[$json.change]`;
const whatToTell = fields('What to tell', at(5, 0), [
	[
		'subject',
		'string',
		`=Pinterest Ads: {{ ${SUBJECTS} }}{{ $json.name ? ' (' + $json.name + ')' : '' }}`,
	],
	[
		'text',
		'string',
		`={{ $json.what }}

What to do: {{ $json.hint }}

Dashboard: {{ $execution.resumeUrl.split('/webhook-waiting')[0] }}/webhook/pinterest-dashboard`,
	],
	['is_untold', 'boolean', true],
]);

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
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the addresses first.',
	},
);

const tellSlack = node(
	'Tell Slack',
	at(7, 0),
	'slack',
	2.3,
	{
		authentication: 'accessToken',
		resource: 'message',
		operation: 'post',
		select: 'channel',
		channelId: { __rl: true, mode: 'name', value: '#marketing' },
		messageType: 'text',
		text: `=*{{ $('What to tell').item.json.subject }}*

{{ $('What to tell').item.json.text }}`,
		otherOptions: { includeLinkToWorkflow: false },
	},
	{
		disabled: true,
		retryOnFail: true,
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the channel first.',
	},
);

// A node that is switched off hands on what it was given: the message itself.
const wasAnybodyTold = decide(
	'Was anybody told?',
	at(8, 0),
	isTrue("={{ $json.is_untold !== true || $('Send the email').item.json.is_untold !== true }}"),
);
const told = fields('Told', at(9, 0), [
	['result', 'string', "=Told: {{ $('What to tell').item.json.subject }}"],
]);
const sayThatNobodyWasTold = stopWith(
	'Say that nobody was told',
	at(9, 2),
	`={{ JSON.stringify({ message: $('What to tell').first().json.subject + '. Nobody was told by this workflow: the nodes “Send the email” and “Tell Slack” are both switched off.', description: 'Choose a credential and the addresses or the channel in one of them, switch it on, and publish the workflow again. What there was to tell is in the output of the node “What to tell”.', kind: 'alert-not-sent', retryable: false }) }}`,
);

export default workflow({
	file: 'alerts',
	id: 'pinAdsAlerts',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[trigger, connection, isActive, alertsOfThisRun, eachAlert, whatToTell, sendTheEmail],
		[sendTheEmail, tellSlack, wasAnybodyTold, told],
		[no(wasAnybodyTold), sayThatNobodyWasTold],
	],
	overview: {
		forWhom: 'For everybody who pays for campaigns and does not look at them every day.',
		howItWorks: `Every hour, Pinterest’s figures are looked at. A message by **email** or in **Slack** says when **spend is heading over the budget of the month**, when **a conversion costs more than your limit**, or when **ROAS falls below** it: which campaign it is, the figures, what to do, and the address of the dashboard.

Each alert is told **once**, and again only after the figure was clearly better in between. While the table **pinterest_connection** does not say \`active\`, it rests.`,
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
			{ at: [1300, -240], width: 640, height: 140 },
			'An alert that nobody was told ends with an error, and the error handler writes it down.',
		),
	],
});
