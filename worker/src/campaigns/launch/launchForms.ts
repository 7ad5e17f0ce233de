import { firstOf, MOST_IN_A_LIST } from '../../input';
import { idsListed } from '../../values/address';
import { parsedJson } from '../../values/json';
import { adInput } from '../ad/adInput';
import { campaignInput } from '../campaign/campaignInput';

export type Path = ReadonlyArray<string | number>;
type Raw = Readonly<Record<string, unknown>>;

/** One entity's fields as they were given, with the way back to where they were given. */
export interface RawPart {
	readonly fields: Raw;
	/** Hold unless the part says otherwise. */
	readonly defaults: Raw;
	/** Where the part stands; nowhere in the flat form. */
	readonly path: Path;
	/** Where its field stands in the input. */
	pathOf(field: Path): Path;
}

export interface RawAdGroup extends RawPart {
	/** Also added to an ad group that is taken as it is. */
	readonly keywords: Raw;
	readonly ads: readonly RawPart[];
}

interface Parts {
	readonly campaign?: RawPart;
	readonly adGroups: readonly RawAdGroup[];
	readonly problems: ReadonlyArray<{ readonly path: Path; readonly message: string }>;
}

/** Fields of more than one level that the flat form has for one of them only. */
const NOT_THE_CAMPAIGNS = ['adAccountId', 'amountUnit', 'status', 'trackingUrls'];
const NOT_THE_ADS = ['adAccountId', 'adGroupId', 'pinId', 'name', 'status', 'trackingUrls'];

const CAMPAIGN_FIELDS = [
	'campaignId',
	...Object.keys(campaignInput.innerType().shape).filter(
		(name) => !NOT_THE_CAMPAIGNS.includes(name),
	),
];
const AD_FIELDS = Object.keys(adInput.shape).filter((name) => !NOT_THE_ADS.includes(name));
const KEYWORD_FIELDS = ['keywords', 'keywordMatchType'];
/** A launch that runs from one day to another is meant with both its levels. */
const OF_BOTH = ['startTime', 'endTime'];

/**
 * The parts of a launch out of either form: `campaign` and `adGroups` as they are, or everything flat
 * for one ad group with a list of Pins. The two may be mixed: a flat campaign with a list of ad groups.
 */
export function partsOf(raw: Raw): Parts {
	const { amountUnit, campaign, adGroups, ...flat } = raw;
	const problems: Array<{ path: Path; message: string }> = [];
	const defaults = amountUnit === undefined ? {} : { amountUnit };
	const isFlatCampaign = isEmpty(campaign);
	const nested = isFlatCampaign ? undefined : asObject(campaign);
	if (!isFlatCampaign && nested === undefined) {
		problems.push({ path: ['campaign'], message: 'must be an object such as {"name": "Spring"}' });
	}
	const whole: RawPart | undefined = isFlatCampaign
		? { fields: flatCampaign(flat), defaults, path: [], pathOf: (field) => field }
		: nested && partAt(nested, defaults, ['campaign']);
	const rest = isFlatCampaign ? without(flat, CAMPAIGN_FIELDS) : flat;
	const isList = 'adGroups' in raw && !isAnyGiven(rest, ['pinIds', 'billableEvent', 'adGroupId']);
	if (isEmpty(adGroups) && !isList) {
		const times = pick(flat, OF_BOTH);
		const name = whole?.fields.name;
		const one = flatAdGroup({ ...times, ...rest }, defaults, name, problems);
		return { campaign: whole, adGroups: one ? [one] : [], problems };
	}
	const strangers = Object.keys(rest).filter((key) => !isEmpty(rest[key]));
	if (strangers.length > 0) {
		const message = `has unknown names: ${firstOf(strangers)}; with Ad Groups given, fields of ad groups and ads stand in them`;
		problems.push({ path: [], message: `The input ${message}` });
	}
	return { campaign: whole, adGroups: listedAdGroups(adGroups, defaults, problems), problems };
}

/** With an id alone it is taken as it is: then the times are the ad group's only. */
function flatCampaign(flat: Raw): Raw {
	const isGivenById = !isEmpty(flat.campaignId) && isEmpty(flat.name);
	const fields = pick(flat, CAMPAIGN_FIELDS);
	return isGivenById ? without(fields, OF_BOTH) : fields;
}

/** One ad group, and an ad for every Pin. */
function flatAdGroup(
	{ adGroupName, adName, pinIds, ...flat }: Raw,
	defaults: Raw,
	campaignName: unknown,
	problems: Parts['problems'] & unknown[],
): RawAdGroup | undefined {
	const pins = bounded(pinsIn(pinIds), ['pinIds'], problems);
	if (pins !== TOO_MANY && (pins === undefined || pins.length === 0)) {
		const isMissing = isEmpty(pinIds) || pins !== undefined;
		const message = isMissing
			? 'is missing; an ad promotes a Pin'
			: 'must be an ID, or a list of IDs';
		problems.push({ path: ['pinIds'], message });
	}
	const shared = pick(flat, AD_FIELDS);
	const fields = without(flat, [...AD_FIELDS, ...KEYWORD_FIELDS]);
	const isNew = isEmpty(fields.adGroupId) || Object.keys(fields).length > 1;
	const name = isEmpty(adGroupName) && isNew ? campaignName : adGroupName;
	const renamed = (from: string, to: string) => (field: Path) =>
		field[0] === from ? [to, ...field.slice(1)] : field;
	return {
		fields: { ...fields, ...(isEmpty(name) ? {} : { name }) },
		defaults: isNew ? defaults : {},
		path: [],
		pathOf: renamed('name', 'adGroupName'),
		keywords: pick(flat, KEYWORD_FIELDS),
		ads: (pins ?? []).map((pinId, n) => ({
			fields: { ...shared, pinId, ...(isEmpty(adName) ? {} : { name: adName }) },
			defaults: {},
			path: [],
			pathOf: (field) =>
				field[0] === 'pinId' ? ['pinIds', n, ...field.slice(1)] : renamed('name', 'adName')(field),
		})),
	};
}

function listedAdGroups(
	given: unknown,
	defaults: Raw,
	problems: Parts['problems'] & unknown[],
): RawAdGroup[] {
	const refuse = (path: Path, message: string) => problems.push({ path, message });
	const groups = objectsIn(given, ['adGroups'], refuse);
	return groups.map(({ fields: { ads, ...fields }, path }) => ({
		...partAt(without(fields, KEYWORD_FIELDS), defaults, path),
		keywords: pick(fields, KEYWORD_FIELDS),
		ads: objectsIn(ads, [...path, 'ads'], refuse).map((ad) => partAt(ad.fields, {}, ad.path)),
	}));
}

/** Nothing of a list that is too long is looked into. */
const TOO_MANY: readonly unknown[] = [];

function bounded(
	list: unknown[] | undefined,
	path: Path,
	problems: Parts['problems'] & unknown[],
): readonly unknown[] | undefined {
	if (list === undefined || list.length <= MOST_IN_A_LIST) return list;
	problems.push({ path, message: tooMany(list) });
	return TOO_MANY;
}

const tooMany = ({ length }: readonly unknown[]) =>
	`must hold at most ${MOST_IN_A_LIST}, not ${length}`;

/** The objects of a list, or of its JSON text. */
function objectsIn(
	given: unknown,
	path: Path,
	refuse: (path: Path, message: string) => void,
): Array<{ readonly fields: Raw; readonly path: Path }> {
	const isBlank = typeof given === 'string' && given.trim() === '';
	const list = typeof given === 'string' ? parsedJson(given) : given;
	if (Array.isArray(list) && list.length > MOST_IN_A_LIST) {
		refuse(path, tooMany(list));
		return [];
	}
	if (!Array.isArray(list) || list.length === 0) {
		const isMissing = isBlank || isEmpty(given) || list === null || Array.isArray(list);
		const isText = typeof given === 'string' && list === undefined;
		const form = `must be ${isText ? 'JSON: ' : ''}a list such as [{"name": "…"}]`;
		refuse(path, isMissing ? 'must hold at least one' : form);
		return [];
	}
	return list.flatMap((element: unknown, n) => {
		const fields = asObject(element);
		if (fields !== undefined) return [{ fields, path: [...path, n] }];
		refuse([...path, n], 'must be an object such as {"name": "…"}');
		return [];
	});
}

const partAt = (fields: Raw, defaults: Raw, path: Path): RawPart => ({
	fields,
	defaults,
	path,
	pathOf: (field) => [...path, ...field],
});

/** What a form sends for "not filled in". */
const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const isAnyGiven = (raw: Raw, names: readonly string[]) =>
	names.some((name) => !isEmpty(raw[name]));

const pick = (raw: Raw, names: readonly string[]): Raw =>
	Object.fromEntries(Object.entries(raw).filter(([name]) => names.includes(name)));
const without = (raw: Raw, names: readonly string[]): Raw =>
	Object.fromEntries(Object.entries(raw).filter(([name]) => !names.includes(name)));

function asObject(value: unknown): Raw | undefined {
	const object = typeof value === 'string' ? parsedJson(value) : value;
	return typeof object === 'object' && object !== null && !Array.isArray(object)
		? (object as Raw)
		: undefined;
}

/** Pins out of a list, a text that lists them, or a single one. */
function pinsIn(value: unknown): unknown[] | undefined {
	if (typeof value === 'number') return [value];
	if (typeof value === 'string') return idsListed(value, 'pin');
	if (!Array.isArray(value)) return undefined;
	return value.flatMap((one: unknown) =>
		typeof one === 'string' && one.trim() !== '' ? idsListed(one, 'pin') : [one],
	);
}
