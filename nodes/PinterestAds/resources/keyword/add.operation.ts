import { addKeywords } from '../../../../worker/src';
import { repeatable } from '../../done';
import { operation } from '../../operation';
import { adAccountField } from '../fields';
import { MATCH_TYPE_OPTIONS, parentFields, readParent } from './parent.fields';

export const add = operation({
	name: 'Add',
	value: 'add',
	action: 'Add keywords',
	done: repeatable('keyword list', 'added', 'adds no keyword twice'),
	description: 'Add keywords to an ad group, or negative ones to a campaign or ad account, once',
	properties: [
		adAccountField,
		...parentFields,
		{
			displayName: 'Keywords',
			name: 'keywords',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. living room ideas, [red sofa], "sofa bed", -[free sofa]',
			description:
				'Separated by commas or line breaks, up to 120 characters each. [exact], "phrase" and a minus for negative ones, as Ads Manager writes them, go before the match type below.',
		},
		{
			displayName: 'Match Type',
			name: 'matchType',
			type: 'options',
			options: MATCH_TYPE_OPTIONS,
			default: 'BROAD',
			description: 'Of keywords that say none themselves',
		},
	],
	read: (fields) => ({ ...readParent(fields), ...fields.pick('keywords', 'matchType') }),
	run: async ({ context }, inputs) => await addKeywords(context, inputs),
});
