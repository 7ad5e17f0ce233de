import { z } from 'zod';
import { adAccountId } from '../connection/adAccountField';
import { required } from '../fields/field';
import { idOf, number, text } from '../fields/kinds';
import { inputOf, type GivenTo, type ReadFrom } from '../fields/inputs';
import { audienceDescription, knownName, recordId, waitForReadyMs } from './records/recordFields';

const country = z
	.string({ required_error: 'is missing', invalid_type_error: 'must be text' })
	.trim()
	.toUpperCase()
	.regex(/^[A-Z]{2}$/, 'must be a country code of two letters, such as US');

const FIELDS = {
	adAccountId,
	id: recordId,
	seedAudienceId: idOf('audience', {
		label: 'Seed Audience',
		description:
			'The audience whose people the new one is to be like. It has to be ready at Pinterest.',
	}),
	seedName: text(
		{
			label: 'Seed Name',
			description: 'Finds the seed by its name, where its ID is not given',
		},
		knownName,
	),
	country: required(
		text(
			{
				label: 'Country',
				description: 'Where the people of the new audience live: US, CA or GB',
				example: 'US',
				preset: 'US',
			},
			country,
		),
	),
	percentage: required(
		number({
			label: 'Percentage',
			description:
				'How large the audience is, in percent of the country’s people on Pinterest. Fewer are more alike.',
			unit: 'percent',
			least: 1,
			most: 10,
			must: 'must be a whole number from 1 to 10',
			isWhole: true,
			preset: 1,
		}),
	),
	name: text(
		{
			label: 'Name',
			description: 'The name of the new audience. Empty means that it is made from the seed.',
		},
		knownName,
	),
	description: audienceDescription,
	waitForReadyMs,
};

/** The input of `createActalike`. */
export const createActalikeInput = inputOf(
	FIELDS,
	(input, check) => {
		if (input.seedAudienceId !== undefined || input.seedName !== undefined) return input;
		check.addIssue({
			code: 'custom',
			path: ['seedAudienceId'],
			message: 'is missing: choose the audience to find people like, or give its name',
		});
		return input;
	},
	{ ignoresOthers: true },
);

/** What `createActalike` takes. */
export type NewActalike = GivenTo<typeof createActalikeInput>;
export type ActalikeInput = ReadFrom<typeof createActalikeInput>;
