import { getMany } from './getMany.operation';
import { getPromotions } from './getPromotions.operation';
import { promote } from './promote.operation';
import { updatePromotion } from './updatePromotion.operation';

export const operations = [getMany, getPromotions, promote, updatePromotion];
