import { z } from 'zod';
import { asNumber, id, optional } from '../input';
import { nameAsSent } from '../values/names';
import { waitForReadyMs } from './records/recordFields';

const percent = 'must be a whole number from 1 to 10';

/** The input of `createActalike`. */
export const actalikeInput = z
	.object({
		adAccountId: optional(id),
		/** The caller's own id; comes back as it is. */
		id: optional(z.union([z.string(), z.number()]).transform(String)),
		/** The audience whose people the new ones are to be like. */
		seedAudienceId: optional(id),
		/** Its name, where the id is not known. */
		seedName: optional(z.string().transform(nameAsSent)),
		/** ISO 3166-1 alpha-2. */
		country: z
			.string({ required_error: 'is missing', invalid_type_error: 'must be text' })
			.trim()
			.toUpperCase()
			.regex(/^[A-Z]{2}$/, 'must be a country code of two letters, such as US'),
		/** Of the people of the country at Pinterest. */
		percentage: z.preprocess(
			asNumber,
			z
				.number({ required_error: percent, invalid_type_error: percent })
				.int(percent)
				.min(1, percent)
				.max(10, percent),
		),
		/** Left out: made of the seed's name, the country and the percentage. */
		name: optional(z.string().transform(nameAsSent)),
		description: optional(z.string()),
		/** How long to wait for the seed. */
		waitForReadyMs,
	})
	.refine(({ seedAudienceId, seedName }) => seedAudienceId ?? seedName, {
		path: ['seedAudienceId'],
		message: 'is missing: choose the audience to find people like, or give its name',
	});

export type ActalikeInput = z.output<typeof actalikeInput>;
