import { notRequired, required, withDefault } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { choice, flag, number, text } from '../../fields/kinds';
import {
	audienceDescription,
	audienceName,
	RECORD_FIELDS,
	records,
	waitForReadyMs,
} from '../records/recordFields';

const MIRROR = 'mirror';

const FIELDS = {
	...RECORD_FIELDS,
	name: required(
		text(
			{
				label: 'Name',
				description:
					'The name of the Customer List and its audience at Pinterest. An audience of this name is extended.',
				example: 'Newsletter subscribers',
			},
			audienceName,
		),
	),
	audienceId: {
		...RECORD_FIELDS.audienceId,
		description:
			'An audience that exists at Pinterest already. Leave empty to find or create it by its name.',
	},
	customerListId: {
		...RECORD_FIELDS.customerListId,
		description: 'A Customer List that exists at Pinterest already, to be extended',
	},
	description: {
		...audienceDescription,
		description: 'Shown with the audience in Ads Manager; used when the audience is created',
	},
	mode: withDefault(
		choice({
			label: 'Mode',
			description: 'What happens to people who are in the list already',
			choices: {
				add: { label: 'Add', description: 'Add the records to those that are in the list' },
				[MIRROR]: {
					label: 'Mirror',
					description:
						'Make the list what the records are: given what was sent before, only the difference is added and removed',
				},
			},
		}),
		'add',
	),
	previousRecords: notRequired({
		...records,
		label: 'Previous Records',
		description: 'What was sent before. Whoever is here and not among the records is removed.',
		appliesWhen: { mode: [MIRROR] },
	}),
	maxRemovalPercent: withDefault(
		number({
			label: 'Max Removal (%)',
			description:
				'How much of what was sent before a mirror may remove at most. A mirror that would remove more changes nothing and says what it would have done. 100 means no limit.',
			unit: 'percent',
			least: 0,
			most: 100,
			appliesWhen: { mode: [MIRROR] },
		}),
		20,
	),
	multipleIdentifiers: withDefault(
		flag({
			label: 'Multiple Identifiers',
			description:
				'Whether each record is a person with an email address, a device ID or both. They are sent as records_v2, which is newer than version 5.23 of Pinterest’s API, by which all else is verified.',
		}),
		false,
	),
	maxMinutes: notRequired(
		number({
			label: 'Max Minutes',
			description:
				'How long the sync may take. After that it sends nothing any more and ends with an error; what was sent stays sent. Empty means no limit.',
			unit: 'minutes',
			least: 1,
		}),
	),
	waitForReadyMs,
};

/** The input of `syncAudience`. */
export const syncAudienceInput = inputOf(
	FIELDS,
	(input, check) => {
		if (input.multipleIdentifiers && input.mode === MIRROR) {
			const message =
				'cannot be used to mirror: nobody knows whom Pinterest takes out by several identifiers';
			check.addIssue({ code: 'custom', path: ['multipleIdentifiers'], message });
		}
		if (input.multipleIdentifiers && input.listType !== 'EMAIL') {
			const message = 'must be Email where there are multiple identifiers';
			check.addIssue({ code: 'custom', path: ['listType'], message });
		}
		if (input.mode !== MIRROR || input.previousRecords !== undefined) return input;
		check.addIssue({
			code: 'custom',
			path: ['previousRecords'],
			message:
				'is missing: to mirror, give the records that were sent before (an empty list if none)',
		});
		return input;
	},
	{ ignoresOthers: true },
);

/** What `syncAudience` takes. @interface */
export type AudienceToSync = GivenTo<typeof syncAudienceInput>;
export type SyncInput = ReadFrom<typeof syncAudienceInput>;
