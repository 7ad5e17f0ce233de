import type { IDataObject } from 'n8n-workflow';
import { endLaunch as end } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { objectIn } from '../contacts/fields';
import { CEILING } from './ceilingWords';

interface Given {
	readonly record: IDataObject;
	readonly asked: IDataObject;
}

export const endLaunch = operation<Given>({
	name: 'End a Launch',
	value: 'endLaunch',
	action: 'End a launch',
	description:
		'From what Campaign: Launch gave, or from its failed item, make the last page and what its row in pinterest_launches says from then on',
	local: true,
	properties: [
		{
			displayName: 'Form',
			name: 'form',
			type: 'json',
			default: '{}',
			description:
				'What Read the Details of a Launch gave; empty for a form that has one page only',
		},
		{
			displayName: 'Form Address',
			name: 'formAddress',
			type: 'string',
			default: '',
			placeholder: 'e.g. ../form/pinterest-campaign-launch',
			description:
				'Where the form is, as seen from its last page, which then links to it with all answers filled in. Empty: no link.',
		},
	],
	read: (fields) => ({
		record: fields.json(),
		asked: {
			...objectIn(fields.value('form')),
			form_address: fields.value('formAddress') as string,
		},
	}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ record, asked }) =>
			end(record, CEILING.sentence, n8nClock.now(), asked),
		),
});
