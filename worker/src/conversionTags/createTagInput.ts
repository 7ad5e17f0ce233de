import { adAccountId } from '../connection/adAccountField';
import { required } from '../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../fields/inputs';
import { flag, number, text } from '../fields/kinds';
import { entityName } from '../fields/textReaders';

/** @param what completes "Match by …" */
const matchedBy = <const SentAs extends string>(label: string, what: string, sentAs: SentAs) =>
	flag({
		label: `Match by ${label}`,
		description: `Whether the tag looks on the site’s pages for ${what}, and sends it hashed to recognize people by`,
		preset: true,
		sentAs,
	});

/** Automatic Enhanced Match: what the tag itself finds on a page. Left out, each is off. */
export const MATCH_FIELDS = {
	matchEmail: matchedBy('Email', 'the visitor’s email address', 'aem_enabled'),
	matchName: matchedBy('Name', 'first and last name', 'aem_fnln_enabled'),
	matchPhone: matchedBy('Phone', 'the phone number', 'aem_ph_enabled'),
	matchGender: matchedBy('Gender', 'the gender', 'aem_ge_enabled'),
	matchBirthdate: matchedBy('Birthdate', 'the date of birth', 'aem_db_enabled'),
	matchLocation: matchedBy('Location', 'city, state, postal code and country', 'aem_loc_enabled'),
	matchExternalId: matchedBy(
		'External ID',
		'your own ID of the visitor',
		'aem_external_id_enabled',
	),
};

const FIELDS = {
	adAccountId,
	name: required(
		text(
			{
				label: 'Name',
				description:
					'What the tag is called. A tag of this name that exists already is returned instead of a second one being created.',
				example: 'Example Shop',
				sentAs: 'name',
			},
			entityName,
		),
	),
	...MATCH_FIELDS,
	metadataFrequency: number({
		label: 'Metadata Frequency',
		description: 'How often the tag also reads what a page says of itself. Pinterest’s own is 1.',
		least: 0,
		preset: 1,
		sentAs: 'md_frequency',
	}),
};

/** The input of `createConversionTag`. */
export const createConversionTagInput = inputOf(FIELDS);

/** What `createConversionTag` takes. @interface */
export type NewConversionTag = GivenTo<typeof createConversionTagInput>;
export type ConversionTagInput = ReadFrom<typeof createConversionTagInput>;
