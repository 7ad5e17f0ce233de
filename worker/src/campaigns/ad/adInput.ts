import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { CREATE_FIELDS, UPDATE_FIELDS } from './adFields';

/** The input of `createAd`. */
export const createAdInput = inputOf(CREATE_FIELDS, ({ creativeType, ...input }) => ({
	...input,
	/** Left out: what the Pin is. */
	creativeType: creativeType === 'AUTOMATIC' ? undefined : creativeType,
}));

/** What `createAd` takes. */
export type NewAd = GivenTo<typeof createAdInput>;
export type AdInput = ReadFrom<typeof createAdInput>;

/** The input of `updateAd`: which one, and what is to be different. */
export const updateAdInput = inputOf(UPDATE_FIELDS);

/** What `updateAd` takes. */
export type AdChange = GivenTo<typeof updateAdInput>;
export type AdUpdateInput = ReadFrom<typeof updateAdInput>;
