import { z } from 'zod';
import { id, optional, limit } from '../../input';
import { text } from '../oldFields';
import { choiceList, idList } from '../../values/lists';
import { EVERY_STATUS } from '../../entities';

/** The inputs of what only reads. */

const FILTER = { leaveOutEmpty: true } as const;

/** Which ones to list; each filter may be left out. */
const filters = {
	adAccountId: optional(id),
	/** At most so many; left out: all. */
	limit: optional(limit),
	/** Left out: ACTIVE and PAUSED, as Pinterest has it. */
	statuses: optional(choiceList(EVERY_STATUS, FILTER)),
	/** Upper and lower case alike. */
	nameContains: optional(text),
};

const campaignIds = optional(idList('campaign', FILTER));
const adGroupIds = optional(idList('adGroup', FILTER));
const adIds = optional(idList('ad', FILTER));

export const getCampaignInput = z.object({ adAccountId: optional(id), campaignId: id }).strict();
export const getAdGroupInput = z.object({ adAccountId: optional(id), adGroupId: id }).strict();
export const getAdInput = z.object({ adAccountId: optional(id), adId: id }).strict();

export const listCampaignsInput = z.object({ ...filters, campaignIds }).strict();
export const listAdGroupsInput = z.object({ ...filters, campaignIds, adGroupIds }).strict();
export const listAdsInput = z.object({ ...filters, campaignIds, adGroupIds, adIds }).strict();

/** Filters by id that an input may hold, by the API's parameter. */
export interface EntityFilters {
	readonly adAccountId?: string;
	readonly limit?: number;
	readonly statuses?: readonly string[];
	readonly nameContains?: string;
	readonly campaignIds?: readonly string[];
	readonly adGroupIds?: readonly string[];
	readonly adIds?: readonly string[];
}
