import { clientOf } from '../../client/client';
import { needed, objectOf, textField } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { adAccountIdFor } from '../../connection/adAccountOf';
import { readInput } from '../../fields/inputs';
import type { AdPreview as Answer, AdPreviewRequest } from '../../pinterest/types';
import { previewAdInput, type AdToPreview } from './previewInput';
import { DAY_MS } from '../../values/time';

/** A page that shows an ad as people will see it. */
export interface AdPreview {
	/** To be opened by anybody who has it; it can be shown within another page. */
	readonly preview_url: string;
	/** Until when, ISO 8601 in UTC; Pinterest keeps it for a week. */
	readonly expires_at: string;
	readonly pin_id: string | null;
	readonly image_url: string | null;
	readonly title: string | null;
	readonly ad_account_id: string;
}

const WEEK_MS = 7 * DAY_MS;

const isAddress = (text: unknown) =>
	typeof text === 'string' && /^https:\/\/\S+$/.test(text) && URL.canParse(text) ? text : undefined;

const readPreview = objectOf<Answer & { readonly url: string }>('a preview', {
	url: needed({ ...textField, read: isAddress, odd: 'not an address' }, 'its address'),
});

/**
 * A preview of an ad for a Pin, or for an image that is none yet. It costs nothing, creates no Pin and no ad, and
 * two are as good as one. Operation `ad_previews/create`.
 */
export async function previewAd(context: WorkerContext, input: AdToPreview): Promise<AdPreview> {
	const { adAccountId, ...body } = readInput(previewAdInput, input);
	const id = await adAccountIdFor(context, adAccountId);
	const { url } = await clientOf(context).call(
		{
			method: 'POST',
			path: `/ad_accounts/${id}/ad_previews`,
			body: body satisfies AdPreviewRequest,
			category: 'ads_write',
			doing: 'make a preview of the ad',
		},
		readPreview,
	);
	return {
		preview_url: url,
		expires_at: new Date(context.clock.now() + WEEK_MS).toISOString(),
		pin_id: body.pin_id ?? null,
		image_url: body.image_url ?? null,
		title: body.title ?? null,
		ad_account_id: id,
	};
}
