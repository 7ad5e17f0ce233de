import { ok, type Call, type Handler } from '../api/call.mts';
import { pageOf } from '../api/paging.mts';
import { notFound } from '../api/refusal.mts';
import type { Simulation } from '../simulation.mts';
import type { Body, Pin } from '../world/world.mts';

function pinBody(sim: Simulation, pin: Pin, userId: string): Body {
	const image = (width: number) => ({
		width,
		height: Math.round(width * 1.5),
		url: `https://i.example.com/${width}x/${pin.id}.jpg`,
	});
	const images = { '600x': image(600), '1200x': image(1200) };
	return {
		id: pin.id,
		created_at: pin.created_at,
		title: pin.title,
		description: pin.description,
		link: pin.link,
		alt_text: null,
		board_id: pin.board_id,
		board_section_id: null,
		board_owner: { username: sim.world.users.get(pin.ownerId)?.username ?? '' },
		parent_pin_id: null,
		dominant_color: '#6e7874',
		creative_type: pin.creative_type,
		has_been_promoted: [...sim.world.ads.values()].some((ad) => ad.fields.pin_id === pin.id),
		is_owner: pin.ownerId === userId,
		is_standard: true,
		media:
			pin.creative_type === 'VIDEO'
				? {
						media_type: 'video',
						images,
						cover_image_url: images['600x'].url,
						duration: 12_000,
						width: 1000,
						height: 1500,
						video_url: null,
					}
				: { media_type: 'image', images },
	};
}

/** With an ad account, its owner's Pins; the caller needs a role on it, which is judged before. */
const whose = (call: Call) =>
	call.query.ad_account_id === undefined ? call.token.userId : call.account.ownerId;

export const listPins: Handler = (call) => {
	const { sim, query } = call;
	const owner = whose(call);
	const types = query.creative_types as string[] | undefined;
	const all = [...sim.world.pins.values()].filter(
		(pin) => pin.ownerId === owner && !pin.deleted && (!types || types.includes(pin.creative_type)),
	);
	const page = pageOf(all, call);
	return ok({ ...page, items: page.items.map((pin) => pinBody(sim, pin, owner)) });
};

export const getPin: Handler = (call) => {
	const pin = call.sim.world.pins.get(call.params.pin_id);
	if (!pin || pin.deleted) throw notFound('Pin');
	return ok(pinBody(call.sim, pin, whose(call)));
};

export const listBoards: Handler = (call) => {
	const { sim } = call;
	const owner = whose(call);
	const all = [...sim.world.boards.values()].filter((board) => board.ownerId === owner);
	const page = pageOf(all, call);
	return ok({
		...page,
		items: page.items.map((board) => ({
			id: board.id,
			name: board.name,
			description: null,
			created_at: board.created_at,
			privacy: 'PUBLIC',
			owner: { username: sim.world.users.get(board.ownerId)?.username ?? '' },
			pin_count: [...sim.world.pins.values()].filter((pin) => pin.board_id === board.id).length,
			follower_count: 0,
			collaborator_count: 0,
		})),
	});
};
