import { at, automation, node, stop } from '../../builder/index.mts';

export const whatToTell = automation('What to tell', at(24, 0), 'composeMessage', {
	planned: "={{ $('What to do').first().json }}",
});

export const sendTheEmail = node(
	'Send the email',
	at(25, -1),
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
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the addresses first.',
		onError: 'continueErrorOutput',
	},
);

export const tellSlack = node(
	'Tell Slack',
	at(25, 1),
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
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the channel first.',
		onError: 'continueErrorOutput',
	},
);

export const itCouldNotBeSent = stop(
	'It could not be sent',
	at(26, 0),
	'=This message could not be sent ({{ $json.error }}): {{ $json.subject }}',
);
