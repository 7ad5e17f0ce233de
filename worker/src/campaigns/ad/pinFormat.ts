import type { Known } from '../parents';
import type { RuleProblem } from '../adGroup/adGroupRules';
import { VIDEO_TYPES } from '../campaign/objectiveRules';
import { CREATIVE_TYPES, type CreativeType } from './adChoices';

/** What a Pin is, and whether it can be promoted as what an input says (schemas `Pin` and `PinMedia`). */

/** By the kind of its media. */
const BY_MEDIA: Readonly<Record<string, CreativeType>> = {
	image: 'REGULAR',
	multiple_images: 'CAROUSEL',
	multiple_mixed: 'IDEA',
	multiple_videos: 'IDEA',
	video: 'VIDEO',
};

/** Creative types of images alone. Others may be of either, and Pinterest judges them. */
const IMAGE_TYPES: readonly CreativeType[] = [
	'REGULAR',
	'CAROUSEL',
	'MAX_WIDTH_REGULAR_COLLECTION',
];

/** The creative type that matches a Pin: REGULAR where its format is not known. */
export function creativeTypeOf(pin: Known): CreativeType {
	const { media, own } = formatOf(pin);
	// Pinterest has given up SHOP_THE_PIN.
	const type = own === 'SHOP_THE_PIN' ? 'COLLECTION' : own;
	if (media === undefined) return type ?? 'REGULAR';
	if (type === undefined) return media;
	return isOf(type, media) ? type : media;
}

/** A video that is to be promoted as an image, or the other way round: Pinterest refuses it. */
export function formatProblems(
	pin: Known,
	{ creativeType, pinId }: { readonly creativeType?: CreativeType; readonly pinId: string },
): RuleProblem[] {
	if (creativeType === undefined) return [];
	const { media, own } = formatOf(pin);
	const format = media ?? own;
	if (format === undefined || isOf(creativeType, format)) return [];
	const is = VIDEO_TYPES.includes(format) ? 'a video' : 'an image';
	return [
		{
			field: 'creativeType',
			message: `is ${creativeType}, but the Pin ${pinId} is ${is}; leave it on Automatic, or choose ${creativeTypeOf(pin)}`,
		},
	];
}

/** Whether a creative type is not plainly of the other kind than the format. */
function isOf(type: CreativeType, format: CreativeType): boolean {
	if (VIDEO_TYPES.includes(format)) return !IMAGE_TYPES.includes(type);
	return !(IMAGE_TYPES.includes(format) && VIDEO_TYPES.includes(type));
}

interface Format {
	readonly media?: CreativeType;
	/** What Pinterest itself calls it. */
	readonly own?: CreativeType;
}

function formatOf(pin: Known): Format {
	if (pin.state !== 'found') return {};
	const { media, creative_type } = pin.entity;
	const kind: unknown =
		typeof media === 'object' && media !== null && 'media_type' in media
			? media.media_type
			: undefined;
	return {
		media: typeof kind === 'string' && Object.hasOwn(BY_MEDIA, kind) ? BY_MEDIA[kind] : undefined,
		own: CREATIVE_TYPES.find((known) => known === creative_type),
	};
}
