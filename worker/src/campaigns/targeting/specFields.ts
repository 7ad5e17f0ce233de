import { z } from 'zod';
import type { Field, Words } from '../../fields/field';
import { choices, idsOf, json, listOf, text } from '../../fields/kinds';
import { shortText } from '../../fields/textReaders';
import { listOf as readListOf } from '../../input';
import { geo, location } from './places';

/** The fields that each fill one key of Pinterest's targeting spec. */

const anyAge = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	z.string().trim(),
);

type Age = Field<string | number, string, 'optional', never, string, undefined>;
const age = (words: Words, isGood: (value: string) => boolean, must: string): Age =>
	text(words, anyAge.refine(isGood, must));

function isAge(value: string): boolean {
	return /^\d\d$/.test(value) && Number(value) >= 18 && Number(value) <= 65;
}

const retargeting = z
	.object({
		lookback_window: z.number().int().optional(),
		exclusion_window: z.number().int().optional(),
		tag_types: z.array(z.number().int()).optional(),
	})
	.strict();

type Retargeting = Readonly<z.output<typeof retargeting>>;

export const SPEC_FIELDS = {
	locations: listOf(location, {
		label: 'Locations',
		description:
			'Countries (two letters) or US metro codes, separated by commas. Pinterest needs at least one place: here, a region or postal code, or in the targeting spec.',
		example: 'US, CA, GB',
		elements: 'words',
	}),
	geos: listOf(geo, {
		label: 'Geos',
		description: 'Regions or postal codes; each begins with its country',
		example: 'US-CA, DE-BY',
	}),
	audienceIncludeIds: idsOf('audience', {
		label: 'Include Audience Names or IDs',
		description: 'Customer lists, actalikes and other audiences to show the ads to',
		example: '2542620905475',
	}),
	audienceExcludeIds: idsOf('audience', {
		label: 'Exclude Audience Names or IDs',
		description: 'Audiences not to show the ads to',
		example: '2542620905476',
	}),
	interestIds: idsOf('interest', {
		label: 'Interest IDs',
		description: 'Pinterest’s interests, by their IDs',
		example: '935249274030',
	}),
	genders: choices({
		label: 'Genders',
		description: 'None chosen means all',
		choices: { unknown: 'Unspecified', male: 'Male', female: 'Female' },
	}),
	ageBuckets: choices({
		label: 'Age Buckets',
		description: 'Pinterest’s own age groups, instead of a minimum and maximum age',
		choices: {
			...{ '18-24': '18-24', '19+': '19+', '20+': '20+', '21+': '21+' },
			...{ '25-34': '25-34', '35-44': '35-44', '45-49': '45-49', '50-54': '50-54' },
			...{ '55-64': '55-64', '65+': '65+' },
		},
	}),
	minimumAge: age(
		{
			label: 'Minimum Age',
			description: '18 to 65; together with a maximum age',
			example: '25',
		},
		isAge,
		'must be 18 to 65',
	),
	maximumAge: age(
		{
			label: 'Maximum Age',
			description: '18 to 65, or 65+; together with a minimum age',
			example: '65+',
		},
		(value) => isAge(value.replace(/^65\+$/, '65')),
		'must be 18 to 65, or 65+',
	),
	locales: listOf(shortText, {
		label: 'Locales',
		description: 'Languages, separated by commas',
		example: 'en, de',
	}),
	devices: choices({
		label: 'Devices',
		description: 'Where people use Pinterest. None chosen means everywhere.',
		choices: {
			android_mobile: 'Android Mobile',
			android_tablet: 'Android Tablet',
			ipad: 'iPad',
			iphone: 'iPhone',
			web: 'Web',
			web_mobile: 'Mobile Web',
		},
	}),
	shoppingRetargeting: json<Retargeting | readonly Retargeting[], Retargeting[]>(
		{
			label: 'Shopping Retargeting',
			description:
				'People who dealt with your products: from how many days ago, until how many days ago, and by which of Pinterest’s event types. For catalog sales.',
			example: '{\n  "lookback_window": 30,\n  "exclusion_window": 14,\n  "tag_types": [0, 6]\n}',
		},
		z.preprocess(
			(value) => (Array.isArray(value) || value === undefined ? value : [value]),
			readListOf(retargeting),
		),
	),
};

/** SHOPPING_RETARGETING in a spec is a list in any case. */
export const retargetings = readListOf(retargeting);
