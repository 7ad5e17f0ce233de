import { z } from 'zod';
import { adAccountId } from '../connection/adAccountField';
import { required } from '../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../fields/inputs';
import { idOf, json, text } from '../fields/kinds';
import { anyText } from '../fields/textReaders';
import type { RuleFields } from '../pinterest/types';
import { audienceName } from './records/recordFields';
import { retentionDays } from './rules/ruleFields';

/** What is sent as it is. */
export const SENT_FIELDS = {
	name: text(
		{
			label: 'Name',
			description: 'What the audience is to be called',
			example: 'Visitors of the last 30 days',
			sentAs: 'name',
		},
		audienceName,
	),
	description: text(
		{
			label: 'Description',
			description: 'What is shown with the audience in Ads Manager',
			sentAs: 'description',
		},
		anyText,
	),
};

/** The input of `updateAudience`: which one, and what is to be different. */
export const updateAudienceInput = inputOf({
	adAccountId,
	audienceId: required(
		idOf('audience', { label: 'Audience', description: 'The audience to change' }),
	),
	...SENT_FIELDS,
	retentionDays: {
		...retentionDays,
		description: 'How long somebody stays in an audience of visitors or of engagement',
	},
	rule: json<RuleFields, RuleFields>(
		{
			label: 'Rule',
			description:
				'What is to be different of what the audience is made of, by Pinterest’s own names. What is not named stays as it is.',
			example: '{\n  "event": "checkout"\n}',
		},
		z
			.record(z.unknown(), {
				invalid_type_error: 'must be an object such as {"event": "checkout"}',
			})
			.transform((given) => given as RuleFields),
	),
});

/** What `updateAudience` takes. @interface */
export type AudienceChange = GivenTo<typeof updateAudienceInput>;
export type AudienceUpdateInput = ReadFrom<typeof updateAudienceInput>;
