import type { INodeProperties } from 'n8n-workflow';

/** Addresses that open an app instead of the browser. */
export const deepLinkFields = {
	android: {
		displayName: 'Android Deep Link',
		name: 'androidDeepLink',
		type: 'string',
		default: '',
		placeholder: 'e.g. exampleshop://product/1',
		description: 'Opens your app on Android',
	},
	carouselAndroid: {
		displayName: 'Carousel Android Deep Links',
		name: 'carouselAndroidDeepLinks',
		type: 'string',
		default: '',
		description: 'One for each card of a carousel, in their order, separated by commas',
	},
	carouselIos: {
		displayName: 'Carousel iOS Deep Links',
		name: 'carouselIosDeepLinks',
		type: 'string',
		default: '',
		description: 'One for each card of a carousel, in their order, separated by commas',
	},
	ios: {
		displayName: 'iOS Deep Link',
		name: 'iosDeepLink',
		type: 'string',
		default: '',
		placeholder: 'e.g. exampleshop://product/1',
		description: 'Opens your app on iPhone and iPad',
	},
} satisfies Record<string, INodeProperties>;

/** For advertisements of medicines. */
export const disclosureFields: INodeProperties[] = [
	{
		displayName: 'Disclosure Type',
		name: 'disclosureType',
		type: 'options',
		options: [
			{ name: 'Important Safety Information', value: 'IMPORTANT_SAFETY_INFO' },
			{ name: 'Medication Guide', value: 'MED_GUIDE' },
			{ name: 'No Disclosure', value: 'NO_DISCLOSURE' },
			{ name: 'Patient Information', value: 'PATIENT_INFORMATION' },
			{ name: 'Prescribing Information', value: 'PRESCRIBING_INFORMATION' },
			{
				name: 'Prescribing Information With Boxed Warning',
				value: 'PRESCRIBING_INFORMATION_BOX_WARNING',
			},
		],
		default: 'NO_DISCLOSURE',
		description: 'What the page about a medicine holds',
	},
	{
		displayName: 'Disclosure URL',
		name: 'disclosureUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://pharma.example.com/safety',
		description: 'The page that tells about a medicine and its side effects',
	},
];
