import { z } from 'zod';
import { bodyOf } from '../../fields/body';
import { required } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { choice, choices, idsOf, listOf, number } from '../../fields/kinds';
import { url as address } from '../../fields/textReaders';
import type { RuleFields } from '../../pinterest/types';
import { BESIDE_THE_RULE, retentionDays } from './ruleFields';

/** A domain, also out of the address of a page on it. */
const domain = z
	.string({ invalid_type_error: 'must be text' })
	.transform(
		(given) =>
			given
				.trim()
				.toLowerCase()
				.replace(/^https?:\/\//, '')
				.split(/[/?#]/, 1)[0],
	)
	.refine(
		(name) => /^(?:[^\s.@/]+\.)+[^\s.@/]{2,}$/.test(name),
		'must be a domain, such as www.example.com',
	);

const RULE_FIELDS = {
	engagementDomains: required(
		listOf(domain, {
			label: 'Domains',
			description:
				'Domains that the account has claimed and Pinterest has verified. It is about people who have engaged with Pins that lead there.',
			example: 'www.example.com',
			elements: 'words',
			sentAs: 'engagement_domain',
		}),
	),
	engagementType: choice({
		label: 'Engagement Type',
		description: 'What people have done with the Pins. None means any of it.',
		choices: {
			click: { label: 'Click', description: 'Went to the page' },
			save: { label: 'Save', description: 'Saved the Pin' },
			closeup: { label: 'Close-Up', description: 'Looked at the Pin from close up' },
			comment: { label: 'Comment', description: 'Commented on it' },
			like: { label: 'Like', description: 'Liked it' },
		},
		sentAs: 'engagement_type',
	}),
	retentionDays,
	pinIds: idsOf('pin', {
		label: 'Pins',
		description: 'Only engagement with these organic Pins',
		example: '813744226420795884',
		sentAs: 'pin_id',
	}),
	urls: listOf(address, {
		label: 'URLs',
		description: 'Only engagement with Pins that lead to these addresses',
		example: 'https://www.example.com/sofas',
		elements: 'addresses',
		sentAs: 'url',
	}),
	campaignIds: idsOf('campaign', {
		label: 'Campaigns',
		description: 'Only engagement with ads of these campaigns',
		example: '626735565838',
		sentAs: 'campaign_id',
	}),
	adIds: idsOf('ad', {
		label: 'Ads',
		description: 'Only engagement with these ads',
		example: '687195134316',
		sentAs: 'ad_id',
	}),
	objectives: choices({
		label: 'Objectives',
		description: 'Only engagement with ads of campaigns with these objectives',
		choices: {
			AWARENESS: 'Awareness',
			CONSIDERATION: 'Consideration',
			WEB_CONVERSION: 'Web Conversion',
			CATALOG_SALES: 'Catalog Sales',
			VIDEO_COMPLETION: 'Video Completion',
		},
		sentAs: 'objective_type',
	}),
	engagerType: number({
		label: 'Engager Type',
		description:
			'1 or 2, as Pinterest has them; its description of the API does not say what they mean',
		least: 1,
		most: 2,
		must: 'must be 1 or 2',
		isWhole: true,
		preset: 1,
		sentAs: 'engager_type',
	}),
};

/** The input of `createEngagementAudience`. */
export const engagementAudienceInput = inputOf({ ...BESIDE_THE_RULE, ...RULE_FIELDS }, undefined, {
	ignoresOthers: true,
});

/** What `createEngagementAudience` takes. @interface */
export type NewEngagementAudience = GivenTo<typeof engagementAudienceInput>;

/** The rule that an input means. */
export const engagementRule = (input: ReadFrom<typeof engagementAudienceInput>): RuleFields =>
	bodyOf<RuleFields>()(RULE_FIELDS, input);
