import { createHash } from 'node:crypto';
import { bodyOf, ok, type Handler } from '../api/call.mts';
import { breach, notFound, refused } from '../api/refusal.mts';

/** A link of a Pin that can be promoted, or of an image with a title; nothing is kept of either. */
export const createPreview: Handler = (call) => {
	const { pin_id, image_url, title } = bodyOf(call);
	if (pin_id === undefined) {
		if (!/^https?:\/\/\S+$/.test(String(image_url))) throw breach('Invalid image URL.');
		if (String(title).trim() === '') throw breach('The title is empty.');
	} else {
		const pin = call.sim.world.pins.get(String(pin_id));
		if (!pin || pin.deleted) throw notFound('Pin');
		if (pin.ownerId !== call.account.ownerId) throw refused('The Pin is not the advertiser’s.');
		if (!pin.link) throw refused('The Pin cannot be promoted: it has no link.');
	}
	const key = createHash('sha256')
		.update(JSON.stringify([pin_id, image_url, title]))
		.digest('hex');
	return ok({ url: `https://ads.pinterest.com/ad-preview/${key}/` });
};
