import { ok, owned, ownedOne, type Handler } from '../api/call.mts';
import { notFound } from '../api/refusal.mts';
import type { Body, ConversionTag } from '../world/world.mts';

const tagBody = (tag: ConversionTag): Body => ({
	id: tag.id,
	ad_account_id: tag.ad_account_id,
	name: tag.name,
	status: tag.status,
	version: '3',
	code_snippet: '<script></script>',
	enhanced_match_status: 'VALIDATION_COMPLETE',
	last_fired_time_ms: null,
	configs: { aem_enabled: true, md_frequency: 1 },
});

export const listConversionTags: Handler = (call) => {
	const all = owned(call, call.sim.world.conversionTags);
	return ok({ items: all.map(tagBody) });
};

export const getConversionTag: Handler = (call) => {
	const tag = ownedOne(call, call.sim.world.conversionTags, call.params.conversion_tag_id);
	if (!tag) throw notFound('Conversion tag');
	return ok(tagBody(tag));
};

/** Event → the tags on which a campaign can optimise for it. */
export const listEligibleTags: Handler = (call) => {
	const tags = owned(call, call.sim.world.conversionTags);
	const byEvent: Record<string, Body[]> = {};
	for (const tag of tags) {
		for (const event of tag.events) {
			byEvent[event] ??= [];
			byEvent[event].push({
				ad_account_id: tag.ad_account_id,
				conversion_event: event,
				conversion_tag_id: tag.id,
				created_time: call.account.created_time,
			});
		}
	}
	return ok(byEvent);
};
