import { z } from 'zod';
import { id, optional, limit } from '../input';
import { choice, entityId, idList, list, text } from './fields';
import { EVERY_STATUS } from '../entities';

/** The inputs of what only reads. */

/** Which ones to list; each filter may be left out. */
const filters = {
	adAccountId: optional(id),
	/** At most so many; left out: all. */
	limit: optional(limit),
	/** Left out: ACTIVE and PAUSED, as Pinterest has it. */
	statuses: optional(list(choice(EVERY_STATUS))),
	/** Upper and lower case alike. */
	nameContains: optional(text),
};

const campaignIds = optional(idList('campaign', 'C'));
const adGroupIds = optional(idList('adGroup', 'AG'));
const adIds = optional(idList('ad'));

export const getCampaignInput = z
	.object({ adAccountId: optional(id), campaignId: entityId('C') })
	.strict();
export const getAdGroupInput = z
	.object({ adAccountId: optional(id), adGroupId: entityId('AG') })
	.strict();
export const getAdInput = z.object({ adAccountId: optional(id), adId: entityId() }).strict();

export const listCampaignsInput = z.object({ ...filters, campaignIds }).strict();
export const listAdGroupsInput = z.object({ ...filters, campaignIds, adGroupIds }).strict();
export const listAdsInput = z.object({ ...filters, campaignIds, adGroupIds, adIds }).strict();

/** Filters by id that an input may hold, by the API's parameter. */
export interface Wanted {
	readonly adAccountId?: string;
	readonly limit?: number;
	readonly statuses?: readonly string[];
	readonly nameContains?: string;
	readonly campaignIds?: readonly string[];
	readonly adGroupIds?: readonly string[];
	readonly adIds?: readonly string[];
}
