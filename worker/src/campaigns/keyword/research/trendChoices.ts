import type { Choice } from '../../../fields/field';

/** Where trends can be asked for. Schema `TrendsSupportedRegion`. */
export const REGIONS = {
	US: 'United States',
	CA: 'Canada',
	DE: 'Germany',
	FR: 'France',
	ES: 'Spain',
	IT: 'Italy',
	AR: 'Argentina',
	BR: 'Brazil',
	CO: 'Colombia',
	MX: 'Mexico',
	'GB+IE': 'Great Britain and Ireland',
	'DE+AT+CH': 'Germany, Austria and Switzerland',
	'IT+ES+PT+GR+MT': 'Southern Europe',
	'PL+RO+HU+SK+CZ': 'Eastern Europe',
	'SE+DK+FI+NO': 'Nordic Countries',
	'NL+BE+LU': 'Benelux',
	'MX+AR+CO+CL': 'Latin America (Spanish)',
	'AU+NZ': 'Australia and New Zealand',
} as const;

/** How keywords are ranked. Schema `TrendType`. */
export const TREND_TYPES = {
	growing: { label: 'Growing', description: 'Searched for much more often than a quarter ago' },
	monthly: { label: 'Month', description: 'Searched for most in the last month' },
	yearly: { label: 'Year', description: 'Searched for most in the last year' },
	seasonal: { label: 'Seasonal', description: 'Growing now, as they do about once a year' },
} as const satisfies Readonly<Record<string, Choice>>;

/** Schema `L1InterestList`. */
export const INTERESTS = {
	animals: 'Animals',
	architecture: 'Architecture',
	art: 'Art',
	beauty: 'Beauty',
	childrens_fashion: 'Children’s Fashion',
	design: 'Design',
	diy_and_crafts: 'DIY and Crafts',
	education: 'Education',
	electronics: 'Electronics',
	entertainment: 'Entertainment',
	event_planning: 'Event Planning',
	finance: 'Finance',
	food_and_drinks: 'Food and Drinks',
	gardening: 'Gardening',
	health: 'Health',
	home_decor: 'Home Decor',
	mens_fashion: 'Men’s Fashion',
	parenting: 'Parenting',
	quotes: 'Quotes',
	sport: 'Sports',
	travel: 'Travel',
	vehicles: 'Vehicles',
	wedding: 'Wedding',
	womens_fashion: 'Women’s Fashion',
} as const;

export const GENDERS = { female: 'Female', male: 'Male', unknown: 'Unspecified' } as const;

export const AGES = {
	'18-24': '18-24',
	'25-34': '25-34',
	'35-44': '35-44',
	'45-49': '45-49',
	'50-54': '50-54',
	'55-64': '55-64',
	'65+': '65+',
} as const;
