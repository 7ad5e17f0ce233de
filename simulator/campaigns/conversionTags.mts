import { bodyOf, listed, ok, owned, ownedOne, type Handler } from '../api/call.mts';
import { requireName } from '../api/names.mts';
import { notFound } from '../api/refusal.mts';
import type { Body, ConversionTag } from '../world/world.mts';

/** What a tag has that nobody has asked for anything else. */
const CONFIGS: Body = {
	aem_enabled: false,
	aem_fnln_enabled: false,
	aem_ph_enabled: false,
	aem_ge_enabled: false,
	aem_db_enabled: false,
	aem_loc_enabled: false,
	aem_external_id_enabled: false,
	md_frequency: 1,
};

const snippetOf = (id: string) =>
	`<script type="text/javascript">/* loads the tag */ pintrk('load', '${id}'); pintrk('page');</script>`;

const tagBody = (tag: ConversionTag): Body => ({
	id: tag.id,
	ad_account_id: tag.ad_account_id,
	name: tag.name,
	status: tag.status,
	version: '3',
	code_snippet: snippetOf(tag.id),
	enhanced_match_status: tag.enhanced_match_status,
	last_fired_time_ms: tag.lastFiredAt,
	configs: { ...CONFIGS, ...tag.configs },
});

/** What `filter_deleted` leaves is not described further: here the deleted ones, and without it the others. */
export const listConversionTags: Handler = (call) => {
	const deleted = call.query.filter_deleted === true;
	const all = listed(call, call.sim.world.conversionTags).filter((tag) => tag.deleted === deleted);
	return ok({ items: all.map(tagBody) });
};

export const getConversionTag: Handler = (call) => {
	const tag = ownedOne(call, call.sim.world.conversionTags, call.params.conversion_tag_id);
	if (!tag) throw notFound('Conversion tag');
	return ok(tagBody(tag));
};

/** A new tag has not fired, and nobody can optimize for it. */
export const createConversionTag: Handler = (call) => {
	const { sim } = call;
	const { name, ...switches } = bodyOf(call);
	requireName(name);
	// Null is the same as nothing.
	const given = Object.entries(switches).filter(([, value]) => value !== null);
	const tag: ConversionTag = {
		id: sim.world.ids.next('conversionTag'),
		ad_account_id: call.account.id,
		name: String(name),
		status: 'ACTIVE',
		events: [],
		lastFiredAt: null,
		enhanced_match_status: 'NOT_VALIDATED',
		configs: Object.fromEntries(given),
		deleted: false,
	};
	sim.keep(sim.world.conversionTags, tag);
	return ok(tagBody(tag));
};

/**
 * The events of the account's tags that a campaign can optimize for. What the lists are called by is not
 * described; in Pinterest's example it is a number.
 */
export const listEligibleTags: Handler = (call) => {
	const tags = owned(call, call.sim.world.conversionTags).filter(({ deleted }) => !deleted);
	const events = tags.flatMap((tag) =>
		tag.events.map((event) => ({
			ad_account_id: tag.ad_account_id,
			conversion_event: event,
			conversion_tag_id: tag.id,
			created_time: call.account.created_time,
		})),
	);
	return ok(events.length === 0 ? {} : { [call.account.id]: events });
};
