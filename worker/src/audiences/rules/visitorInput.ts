import { z } from 'zod';
import { bodyOf } from '../../fields/body';
import { required, sentBy, withDefault } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { choice, choices, flag, idOf, text } from '../../fields/kinds';
import type { RuleFields } from '../../pinterest/types';
import { eventData } from './eventData';
import { BESIDE_THE_RULE, retentionDays } from './ruleFields';

/** As Pinterest has it that something is one of some values. */
const isOneOf = (values: readonly string[]) => (values.length === 0 ? undefined : { '=': values });

const OPERATORS = { contains: 'contains', is: '=', notContains: 'not_contains', isNot: '!=' };

/** Of the visitors: which, by what the tag has seen of them. */
const RULE_FIELDS = {
	conversionTagId: required(
		idOf('conversionTag', {
			label: 'Conversion Tag',
			description: 'The Pinterest tag on your site that sees the visitors',
			example: '2617998078212',
			sentAs: 'visitor_source_id',
		}),
	),
	event: choice({
		label: 'Event',
		description: 'What the visitors have done. None means anything that the tag has seen.',
		choices: {
			pagevisit: { label: 'Page Visit', description: 'Looked at a page' },
			viewcategory: { label: 'View Category', description: 'Looked at a category' },
			search: { label: 'Search', description: 'Searched on the site' },
			addtocart: { label: 'Add to Cart', description: 'Put something into the cart' },
			checkout: { label: 'Checkout', description: 'Bought something' },
			signup: { label: 'Sign-Up', description: 'Signed up' },
			lead: { label: 'Lead', description: 'Left their details' },
			watchvideo: { label: 'Watch Video', description: 'Watched a video' },
			custom: { label: 'Custom', description: 'Did what your tag reports as custom' },
		},
		sentAs: 'event',
	}),
	eventData,
	eventSources: sentBy(
		choices({
			label: 'Event Sources',
			description: 'Where it was done. None chosen means anywhere.',
			choices: { web: 'Web', mobile: 'Mobile', offline: 'Offline' },
			sentAs: 'event_source',
		}),
		isOneOf,
	),
	ingestionSources: sentBy(
		choices({
			label: 'Ingestion Sources',
			description: 'How Pinterest was told of it. None chosen means in any way.',
			choices: {
				tag: 'Pinterest Tag',
				conversions_api: 'Conversions API',
				mmp: 'Mobile Measurement Partner',
				file_upload: 'File Upload',
			},
			sentAs: 'ingestion_source',
		}),
		isOneOf,
	),
	retentionDays,
	prefill: flag({
		label: 'Prefill',
		description:
			'Whether who was seen before comes into the audience at once. Pinterest does so unless it is off; then the audience begins empty.',
		preset: true,
		sentAs: 'prefill',
	}),
};

const FIELDS = {
	...BESIDE_THE_RULE,
	...RULE_FIELDS,
	url: text(
		{
			label: 'URL',
			description: 'Only events on pages with this address, or this part of it',
			example: '/sale/',
		},
		z
			.string({ invalid_type_error: 'must be text' })
			.trim()
			.max(2000, 'must not be longer than 2000 characters'),
	),
	urlOperator: withDefault(
		choice({
			label: 'URL Operator',
			description: 'How the address of a page is compared with the URL above',
			choices: {
				contains: 'Contains',
				is: 'Is',
				isNot: 'Is Not',
				notContains: 'Does Not Contain',
			},
			appliesWhen: { url: 'given' },
		}),
		'contains',
	),
	partnerEvent: text({
		label: 'Partner-Defined Event',
		description:
			'An event that is not in the list above, as your tag names it; instead of Event. Pinterest takes those that a partner has defined.',
	}),
};

/** The input of `createVisitorAudience`. */
export const visitorAudienceInput = inputOf(
	FIELDS,
	(input, check) => {
		if (input.event !== undefined && input.partnerEvent !== undefined) {
			const message = 'cannot be given together with Event; leave one of the two empty';
			check.addIssue({ code: 'custom', path: ['partnerEvent'], message });
		}
		return input;
	},
	{ ignoresOthers: true },
);

/** What `createVisitorAudience` takes. @interface */
export type NewVisitorAudience = GivenTo<typeof visitorAudienceInput>;

/** The rule that an input means. */
export function visitorRule(input: ReadFrom<typeof visitorAudienceInput>): RuleFields {
	const { url = '', urlOperator, partnerEvent } = input;
	return {
		...bodyOf<RuleFields>()(RULE_FIELDS, input),
		...(partnerEvent === undefined ? {} : { event: partnerEvent }),
		...(url === '' ? {} : { url: { [OPERATORS[urlOperator]]: url } }),
	};
}
