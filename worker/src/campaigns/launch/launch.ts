import type { PinterestAdsError } from '../../client/errors';
import type { Account } from '../../connection/adAccountOf';
import type { AdGroupInput } from '../adGroup/adGroupInput';
import {
	AD,
	AD_GROUP,
	CAMPAIGN,
	PROMOTION,
	type Entity,
	type EntityKind,
	type Fields,
} from '../../entities';
import type { AdInput } from '../ad/adInput';
import type { CampaignInput } from '../campaign/campaignInput';
import type { Draft } from '../drafts';
import type { NewKeyword } from '../keyword/keywordInput';
import type { KeywordRecord } from '../keyword/keywordRequests';
import type { PromotionInput } from '../productGroup/promotionInput';
import type { Ceiling } from './input/ceilingInput';
import type { Asked, AskedAdGroup, LaunchInput } from './input/launchInput';

/** One entity of a launch on its way from what is asked for to what exists at Pinterest. */
export class LaunchEntity<Input = unknown> {
	readonly kind: EntityKind;
	/** Until it is drafted, its targeting may name interests. */
	asked: Asked<Input>;
	/** What creates it. Missing: it is given by its id alone. */
	draft?: Draft;
	/** What exists at Pinterest, once that is known. */
	existing?: Entity;
	/** By this run. */
	isCreated = false;
	/** `unconfirmed`: it was asked for, and the answer did not come. */
	activation?: 'done' | 'unconfirmed';
	/** Of one that existed before: the children that were switched on. */
	runningChildren: readonly string[] = [];
	readonly warnings: string[] = [];

	constructor(kind: EntityKind, asked: Asked<Input>) {
		this.kind = kind;
		this.asked = asked;
		this.warnings.push(...(asked.warnings ?? []));
	}

	/** Its element of a create's body, below the parent that exists by now. */
	bodyUnder(parentId: string | undefined): Fields {
		const { parent } = this.kind;
		const body = this.draft?.body ?? {};
		return parent && parentId !== undefined ? { ...body, [parent.field]: parentId } : body;
	}

	get status(): string {
		return String(this.existing?.status ?? 'missing');
	}
}

/** What has keywords. */
export class LaunchParent<Input = unknown> extends LaunchEntity<Input> {
	readonly askedKeywords: readonly NewKeyword[];
	/** Those that exist. */
	keywords: readonly KeywordRecord[] = [];

	constructor(kind: EntityKind, asked: Asked<Input> & { keywords?: readonly NewKeyword[] }) {
		super(kind, asked);
		this.askedKeywords = asked.keywords ?? [];
	}
}

export class LaunchAdGroup extends LaunchParent<AdGroupInput> {
	readonly ads: ReadonlyArray<LaunchEntity<AdInput>>;
	/** What it promotes of a catalog. */
	readonly promotions: ReadonlyArray<LaunchEntity<PromotionInput>>;

	constructor(asked: AskedAdGroup) {
		super(AD_GROUP, asked);
		this.ads = asked.ads.map((ad) => new LaunchEntity(AD, ad));
		this.promotions = asked.promotions.map((one) => new LaunchEntity(PROMOTION, one));
	}
}

/** One input on its way: all its entities, and what has ended it. */
export class Launch {
	readonly account: Account;
	readonly wanted: LaunchInput['status'];
	readonly waitsUntilListed: boolean;
	readonly ceiling: Ceiling;
	readonly takesPinsAnywhere: boolean;
	/** Whether it copies a campaign that exists. */
	readonly isCopy: boolean;
	readonly campaign: LaunchParent<CampaignInput>;
	readonly adGroups: readonly LaunchAdGroup[];
	error?: PinterestAdsError;
	/** Whether Pinterest's lists have shown all that it has created; known where that was looked for. */
	isListed?: boolean;

	constructor(input: LaunchInput, account: Account) {
		this.account = account;
		this.wanted = input.status;
		this.waitsUntilListed = input.waitUntilListed;
		this.ceiling = input.ceiling;
		this.takesPinsAnywhere = input.takesPinsAnywhere;
		this.isCopy = input.isCopy ?? false;
		this.campaign = new LaunchParent(CAMPAIGN, input.campaign);
		this.adGroups = input.adGroups.map((group) => new LaunchAdGroup(group));
	}

	get ads(): Array<LaunchEntity<AdInput>> {
		return this.adGroups.flatMap(({ ads }) => ads);
	}

	get promotions(): Array<LaunchEntity<PromotionInput>> {
		return this.adGroups.flatMap(({ promotions }) => promotions);
	}

	/** What has keywords. */
	get parents(): LaunchParent[] {
		return [this.campaign, ...this.adGroups];
	}

	get entities(): LaunchEntity[] {
		return [this.campaign, ...this.adGroups, ...this.ads, ...this.promotions];
	}

	/** Ends it. The first reason stays. */
	fail(error: PinterestAdsError): void {
		this.error ??= error;
	}
}

/** One level of a launch: a entity with the launch and the parent that it belongs to. */
export interface LaunchEntry {
	readonly launch: Launch;
	readonly entity: LaunchEntity;
	readonly parent?: LaunchEntity;
}

/** The levels, top-down, of which an ad group has the last two below it; each gives its entities of the launches that have come so far. */
export const LAUNCH_LEVELS: ReadonlyArray<{
	readonly kind: EntityKind;
	entriesOf(launches: readonly Launch[]): LaunchEntry[];
}> = [
	{
		kind: CAMPAIGN,
		entriesOf: (launches) => alive(launches).map((launch) => ({ launch, entity: launch.campaign })),
	},
	{
		kind: AD_GROUP,
		entriesOf: (launches) =>
			alive(launches).flatMap((launch) =>
				launch.adGroups.map((entity) => ({ launch, entity, parent: launch.campaign })),
			),
	},
	{
		kind: AD,
		entriesOf: (launches) =>
			alive(launches).flatMap((launch) =>
				launch.adGroups.flatMap((parent) =>
					parent.ads.map((entity) => ({ launch, entity, parent })),
				),
			),
	},
	{
		kind: PROMOTION,
		entriesOf: (launches) =>
			alive(launches).flatMap((launch) =>
				launch.adGroups.flatMap((parent) =>
					parent.promotions.map((entity) => ({ launch, entity, parent })),
				),
			),
	},
];

const alive = (launches: readonly Launch[]) => launches.filter(({ error }) => error === undefined);
