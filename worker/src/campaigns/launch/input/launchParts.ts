import { firstOf, MOST_IN_A_LIST } from '../../../input';
import { parsedJson } from '../../../values/json';

export type InputPath = ReadonlyArray<string | number>;
export type Given = Readonly<Record<string, unknown>>;

/** One entity's fields as they were given, with the way back to where they were given. */
export interface LaunchPart {
	readonly fields: Given;
	/** Hold unless the part says otherwise. */
	readonly defaults: Given;
	/** Where messages find the part; nowhere where its fields are named without it. */
	readonly path: InputPath;
	/** Where messages find its field. */
	pathOf(field: InputPath): InputPath;
}

export interface AdGroupPart extends LaunchPart {
	/** Also added to an ad group that is taken as it is. */
	readonly keywords: Given;
	readonly ads: readonly LaunchPart[];
	readonly promotions: readonly LaunchPart[];
}

interface LaunchParts {
	readonly campaign?: LaunchPart;
	readonly adGroups: readonly AdGroupPart[];
	readonly problems: ReadonlyArray<{ readonly path: InputPath; readonly message: string }>;
}

type Refuse = (path: InputPath, message: string) => void;

export const KEYWORD_FIELDS = ['keywords', 'keywordMatchType'];

/**
 * The parts of a launch that is given as `{ campaign, adGroups }`; `nestedLaunch` makes that of any other.
 * Parts of a level in `flatNames` have their fields named as the flat form has them: "Pin", not "Ad Groups 1. Ads 1. Pin".
 */
export function partsOfLaunch(given: Given): LaunchParts {
	const { amountUnit, flatNames, campaign, adGroups, ...others } = given;
	const problems: Array<{ path: InputPath; message: string }> = [];
	const refuse: Refuse = (path, message) => problems.push({ path, message });
	const isFlat = (level: string) => Array.isArray(flatNames) && flatNames.includes(level);
	const defaults = amountUnit === undefined ? {} : { amountUnit };
	const fields = asObject(campaign);
	if (fields === undefined) refuse(['campaign'], 'must be an object such as {"name": "Spring"}');
	const path = isFlat('campaign') ? [] : ['campaign'];
	const whole = fields && { fields, defaults, ...at(path) };
	const strangers = Object.keys(others).filter((key) => !isEmpty(others[key]));
	if (strangers.length > 0) {
		const message = `has unknown names: ${firstOf(strangers)}; with Ad Groups given, fields of ad groups and ads belong in them`;
		refuse([], `The input ${message}`);
	}
	const groups = objectsIn(adGroups, ['adGroups'], LIST, refuse);
	const partOf = isFlat('adGroups') ? flatlyNamedGroup : adGroupPart;
	return {
		campaign: whole,
		adGroups: groups.map((one) => partOf(one, defaults, refuse)),
		problems,
	};
}

function adGroupPart({ fields, path }: Located, defaults: Given, refuse: Refuse): AdGroupPart {
	const { ads, productGroups, ...own } = fields;
	const isOfCatalog = !isEmpty(productGroups);
	return {
		...ofAdGroup(own, defaults),
		...at(path),
		ads: (isOfCatalog && isEmpty(ads) ? [] : objectsIn(ads, [...path, 'ads'], LIST, refuse)).map(
			(ad) => ({ fields: ad.fields, defaults: {}, ...at(ad.path) }),
		),
		promotions: (isOfCatalog
			? objectsIn(productGroups, [...path, 'productGroups'], LIST, refuse)
			: []
		).map((one) => ({ fields: one.fields, defaults, ...at(one.path) })),
	};
}

/** Its ads are known by their Pins, what it promotes of a catalog by its product groups. */
function flatlyNamedGroup({ fields }: Located, defaults: Given, refuse: Refuse): AdGroupPart {
	const { ads, productGroups, ...own } = fields;
	const isOfCatalog = !isEmpty(productGroups);
	return {
		...ofAdGroup(own, defaults),
		...at([], (name) => (name === 'name' ? ['adGroupName'] : [name])),
		ads: (isOfCatalog && isEmpty(ads) ? [] : objectsIn(ads, ['pinIds'], LIST_OF_PINS, refuse)).map(
			(ad) => ({
				fields: ad.fields,
				defaults: {},
				...at([], (name) => (name === 'pinId' ? ad.path : name === 'name' ? ['adName'] : [name])),
			}),
		),
		promotions: (isOfCatalog
			? objectsIn(productGroups, ['productGroupIds'], LIST_OF_GROUPS, refuse)
			: []
		).map((one) => ({
			fields: one.fields,
			defaults,
			...at([], (name) => (name === 'productGroupId' ? one.path : [name])),
		})),
	};
}

const ofAdGroup = (fields: Given, defaults: Given) => ({
	fields: without(fields, KEYWORD_FIELDS),
	defaults,
	keywords: pick(fields, KEYWORD_FIELDS),
});

/** @param renamed what messages call a field of the part that is called otherwise there */
const at = (path: InputPath, renamed = (name: string | number): InputPath => [name]) => ({
	path,
	pathOf: ([name, ...rest]: InputPath): InputPath =>
		name === undefined ? path : [...path, ...renamed(name), ...rest],
});

interface Located {
	readonly fields: Given;
	readonly path: InputPath;
}

/** What is said of a list that is empty, and of what is not a list. */
const LIST = {
	missing: 'must hold at least one',
	other: 'must be a list such as [{"name": "…"}]',
	text: 'must be JSON: a list such as [{"name": "…"}]',
};
const LIST_OF_PINS = {
	missing: 'is missing; an ad promotes a Pin',
	other: 'must be an ID, or a list of IDs',
	text: 'must be an ID, or a list of IDs',
};

const LIST_OF_GROUPS = { ...LIST_OF_PINS, missing: 'is missing' };

/** The objects of a list, or of its JSON text. Nothing of a list that is too long is looked into. */
function objectsIn(given: unknown, path: InputPath, words: typeof LIST, refuse: Refuse): Located[] {
	const isBlank = typeof given === 'string' && given.trim() === '';
	const list = typeof given === 'string' ? parsedJson(given) : given;
	if (Array.isArray(list) && list.length > MOST_IN_A_LIST) {
		refuse(path, `must hold at most ${MOST_IN_A_LIST}, not ${list.length}`);
		return [];
	}
	if (!Array.isArray(list) || list.length === 0) {
		const isMissing = isBlank || isEmpty(given) || list === null || Array.isArray(list);
		const isText = typeof given === 'string' && list === undefined;
		refuse(path, isMissing ? words.missing : isText ? words.text : words.other);
		return [];
	}
	return list.flatMap((element: unknown, n) => {
		const fields = asObject(element);
		if (fields !== undefined) return [{ fields, path: [...path, n] }];
		refuse([...path, n], 'must be an object such as {"name": "…"}');
		return [];
	});
}

/** What a form sends for "not filled in". */
export const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

export const pick = (given: Given, names: readonly string[]): Given =>
	Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
export const without = (given: Given, names: readonly string[]): Given =>
	Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));

/** An object, or what its JSON text says. */
export function asObject(value: unknown): Given | undefined {
	const object = typeof value === 'string' ? parsedJson(value) : value;
	return typeof object === 'object' && object !== null && !Array.isArray(object)
		? (object as Given)
		: undefined;
}
