import { ok, type Call, type Handler } from '../api/call.mts';
import { breach, notFound } from '../api/refusal.mts';

type Options = Record<string, string>;

interface Interest {
	name: string;
	level: number;
	children: string[];
}

/** A small piece of Pinterest's interest tree. */
const INTERESTS: Record<string, Interest> = {
	'935249274030': { name: 'Home Decor', level: 1, children: ['923628399226', '958723245590'] },
	'923628399226': { name: 'Living Room', level: 2, children: [] },
	'958723245590': { name: 'Home Accessories', level: 2, children: [] },
	'918530398158': { name: 'Food and Drinks', level: 1, children: ['926295590241'] },
	'926295590241': { name: 'Recipes', level: 2, children: [] },
	'948967005229': { name: 'Women’s Fashion', level: 1, children: [] },
	'901179409185': { name: 'Gardening', level: 1, children: [] },
};

const same = (...values: string[]): Options =>
	Object.fromEntries(values.map((value) => [value, value]));

const OPTIONS: Record<string, Options> = {
	APPTYPE: {
		android_mobile: 'Android Mobile',
		android_tablet: 'Android Tablet',
		ipad: 'iPad',
		iphone: 'iPhone',
		web: 'Web',
		web_mobile: 'Mobile Web',
	},
	GENDER: { female: 'Female', male: 'Male', unknown: 'Unspecified' },
	AGE_BUCKET: same('18-24', '25-34', '35-44', '45-49', '50-54', '55-64', '65+'),
	LOCALE: { de: 'German', en: 'English', es: 'Spanish', fr: 'French', ja: 'Japanese' },
	LOCATION: {
		CA: 'Canada',
		DE: 'Germany',
		FR: 'France',
		GB: 'United Kingdom',
		US: 'United States',
		'501': 'US: New York',
		'807': 'US: San Francisco-Oakland-San Jose',
	},
	GEO: { 'BE-VOV': 'East Flanders', 'DE-BY': 'Bavaria', 'US-CA': 'California' },
	INTEREST: Object.fromEntries(Object.entries(INTERESTS).map(([id, { name }]) => [id, name])),
	KEYWORD: {},
};

/** One object of id → name in an array, as Pinterest answers. */
export const getTargetingOptions: Handler = (call) => {
	const type = call.params.targeting_type;
	const options = type.startsWith('AUDIENCE_') ? audienceOptions(call) : OPTIONS[type];
	return ok(Object.keys(options).length === 0 ? [] : [options]);
};

function audienceOptions(call: Call): Options {
	if (call.query.ad_account_id === undefined) {
		throw breach('ad_account_id is needed for audiences.');
	}
	const audiences = [...call.sim.world.audiences.values()].filter(
		(audience) => audience.ad_account_id === call.account.id && !audience.removed,
	);
	return Object.fromEntries(audiences.map(({ id, name }) => [id, name]));
}

export const getInterest: Handler = (call) => {
	const id = call.params.interest_id;
	const interest = INTERESTS[id];
	if (!interest) throw notFound('Interest');
	const { name, level, children } = interest;
	return ok({ id, name, level, child_interests: children });
};
