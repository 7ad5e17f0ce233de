import type { INodeProperties } from 'n8n-workflow';
import { CALLERS, conversionInput } from '../../../worker/src';
import { propertyOf } from '../../PinterestAds/form/property';

export const CONVERSION = 'conversion';

const onConversion = { triggerOn: [CONVERSION] };
const { adAccountId, unpaidOrders } = conversionInput.fields;

const callers = Object.entries(CALLERS).map(([value, { label, description }]) => ({
	name: label,
	value,
	description,
}));

const shops = Object.keys(CALLERS).filter((caller) => caller !== 'ownSite');

export const conversionProperties: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'caller',
		type: 'options',
		noDataExpression: true,
		// The own site comes first: it takes everything.
		options: callers,
		default: 'ownSite',
		description: 'Who sends the conversions',
		displayOptions: { show: onConversion },
	},
	{
		displayName: 'Who May Call',
		name: 'whoMayCall',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Anybody',
				value: 'anybody',
				description: 'Whoever knows the address can send events in your name',
			},
			{
				name: 'Callers With the Credential',
				value: 'credential',
				description: 'Others are answered with 401',
			},
		],
		default: 'credential',
		displayOptions: { show: { ...onConversion, caller: ['ownSite'] } },
	},
	{
		displayName:
			'Open to anybody: whoever finds the address can send events that were none, and Pinterest counts and optimizes for them. Choose this only where something in front of n8n checks who calls.',
		name: 'anybodyNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ...onConversion, caller: ['ownSite'], whoMayCall: ['anybody'] } },
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		noDataExpression: true,
		default: 'pinterest-conversion',
		description: 'The end of the address that is called. Each trigger needs its own.',
		displayOptions: { show: onConversion },
	},
	{
		displayName: 'Answer',
		name: 'answerWhen',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'When It Is Received',
				value: 'received',
				description:
					'Answered as soon as it is checked. For workflows of your own: what fails in them is lost unless they see to it.',
			},
			{
				name: 'When It Is Sent',
				value: 'sent',
				description:
					'Sent to Pinterest while the caller waits, for 3 seconds at most. The workflow runs only for what is not sent by then.',
			},
			{
				name: 'When the Workflow Answers',
				value: 'written',
				description:
					'The workflow writes it down, and answers with “Pinterest Ads Automation: Answer Caller”',
			},
		],
		default: 'received',
		description: 'When the caller is told that the conversion is taken',
		displayOptions: { show: onConversion },
	},
	{
		// Written, not picked: a picker’s value would have n8n start its expression engine for the address at every call.
		...propertyOf('adAccountId', adAccountId, { isWritten: true }),
		description:
			'Whose conversions they are: the ID. Leave empty where the credential sees one ad account only; where it sees several, the workflow sends them to the one that it knows.',
		displayOptions: { show: { ...onConversion, answerWhen: ['sent'] } },
	},
	{
		...propertyOf('unpaidOrders', unpaidOrders),
		displayOptions: { show: { ...onConversion, caller: shops } },
	},
	{
		// With it, n8n leaves the body as it came: signatures are made over its bytes, and an error in reading it as JSON
		// would put a piece of it into n8n's log.
		displayName: 'Options',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
		displayOptions: { show: onConversion },
	},
];
