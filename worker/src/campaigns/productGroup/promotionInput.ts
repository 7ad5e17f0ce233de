import type { z } from 'zod';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { COLLECTIONS, CREATE_FIELDS, OF_COLLECTIONS, UPDATE_FIELDS } from './promotionFields';

/** The input of `promoteProductGroup`. */
export const promoteProductGroupInput = inputOf(CREATE_FIELDS, (input, check) => {
	const given = OF_COLLECTIONS.filter((name) => input[name] !== undefined);
	const { creativeType = given.length > 0 ? ('COLLECTION' as const) : undefined } = input;
	if (creativeType !== undefined && !COLLECTIONS.includes(creativeType)) {
		for (const name of given) refuse(check, name, ONLY_OF_COLLECTIONS);
	}
	return { ...input, creativeType };
});

const ONLY_OF_COLLECTIONS = `is for collections only; leave it empty, or choose one of ${COLLECTIONS.join(', ')} as Creative Type`;

function refuse(check: z.RefinementCtx, field: string, message: string): void {
	check.addIssue({ code: 'custom', path: [field], message });
}

/** What `promoteProductGroup` takes. @interface */
export type ProductGroupToPromote = GivenTo<typeof promoteProductGroupInput>;
export type PromotionInput = ReadFrom<typeof promoteProductGroupInput>;

/** The input of `updatePromotion`: which one, and what is to be different. */
export const updatePromotionInput = inputOf(UPDATE_FIELDS);

/** What `updatePromotion` takes. @interface */
export type PromotionChange = GivenTo<typeof updatePromotionInput>;
