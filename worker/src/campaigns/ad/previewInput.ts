import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { choice, text, url } from '../../fields/kinds';
import { shortText } from '../../fields/textReaders';
import { adAccountId } from '../fields';
import { CREATE_FIELDS } from './adFields';

const PREVIEW_FIELDS = {
	adAccountId,
	/** Left out: what is given. */
	previewOf: choice({
		label: 'Preview Of',
		description: 'What the ad would show',
		choices: {
			pin: { label: 'Pin', description: 'An existing Pin that can be promoted' },
			image: { label: 'Image', description: 'An image on the web that is no Pin yet' },
		},
		preset: 'pin',
	}),
	pinId: {
		...CREATE_FIELDS.pinId,
		need: 'optional' as const,
		description: 'The Pin that the ad would promote. It needs a link that a click leads to.',
		appliesWhen: { previewOf: ['pin'] },
	},
	imageUrl: url({
		label: 'Image URL',
		description: 'The address of the image, which Pinterest has to be able to open',
		example: 'https://shop.example.com/spring.jpg',
		appliesWhen: { previewOf: ['image'] },
		sentAs: 'image_url',
	}),
	title: text(
		{
			label: 'Title',
			description: 'What is written below the image',
			example: 'Spring sofas',
			appliesWhen: { previewOf: ['image'] },
			sentAs: 'title',
		},
		shortText,
	),
};

/** The input of `previewAd`. */
export const previewAdInput = inputOf(PREVIEW_FIELDS, (input, check) => {
	const { pinId, imageUrl, title } = input;
	const isImage =
		input.previewOf === 'image' ||
		(input.previewOf === undefined && pinId === undefined && imageUrl);
	const missing = (field: string) =>
		check.addIssue({ code: 'custom', path: [field], message: 'is missing' });
	if (!isImage) {
		if (pinId === undefined) missing('pinId');
		return { adAccountId: input.adAccountId, pin_id: pinId ?? '' };
	}
	if (imageUrl === undefined) missing('imageUrl');
	if (title === undefined) missing('title');
	return { adAccountId: input.adAccountId, image_url: imageUrl ?? '', title: title ?? '' };
});

/** What `previewAd` takes. @interface */
export type AdToPreview = GivenTo<typeof previewAdInput>;
export type PreviewInput = ReadFrom<typeof previewAdInput>;
