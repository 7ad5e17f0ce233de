import type { Entity } from '../../entities';
import type { Finding, FindingLevel } from './finding';

interface Found {
	readonly findings: readonly Finding[];
	/** Undefined where they could not be read. */
	readonly adGroups: readonly Entity[] | undefined;
	readonly ads: readonly Entity[] | undefined;
	/** What was seen of what ad groups promote of a catalog. */
	readonly promotions?: readonly Entity[];
	/** Whether there may be more of that, which nobody has looked at. */
	readonly mayPromoteMore?: boolean;
	/** Besides those of the findings: they reach nobody. */
	readonly blockedAdGroups: ReadonlySet<string>;
}

/** Whether from the campaign to some ad or product group nothing is blocked; null where that could not be read. */
export function canDeliver(found: Found): boolean | null {
	const { findings, adGroups, ads, promotions = [], mayPromoteMore = false } = found;
	const blocked = (level: FindingLevel) =>
		new Set(
			findings
				.filter((one) => one.severity === 'blocks' && one.level === level)
				.map((one) => one.id),
		);
	if (blocked('campaign').size > 0) return false;
	if (adGroups === undefined) return null;
	const dead = blocked('ad_group');
	const open = adGroups.filter(({ id }) => !dead.has(id) && !found.blockedAdGroups.has(id));
	if (open.length === 0) return false;
	if (ads === undefined) return null;
	const ids = new Set(open.map(({ id }) => id));
	const [deadAds, deadPins] = [blocked('ad'), blocked('pin')];
	const isShown = ads.some(
		(ad) =>
			ids.has(String(ad.ad_group_id)) && !deadAds.has(ad.id) && !deadPins.has(String(ad.pin_id)),
	);
	const deadGroups = blocked('product_group');
	const isPromoted = promotions.some(
		({ id, ad_group_id, included }) =>
			ids.has(String(ad_group_id)) && !deadGroups.has(id) && included !== false,
	);
	return isShown || isPromoted || (mayPromoteMore ? null : false);
}

const LOOK =
	'In Pinterest Ads Manager, look at the campaign’s status and delivery columns, at messages about billing, and at the history of changes; a campaign that was only just switched on needs some hours to begin.';

/** The diagnosis in a sentence or two. */
export function summaryOf(can_deliver: boolean | null, findings: readonly Finding[]): string {
	const unchecked = findings.filter(({ reason }) => reason === 'not_checked').length;
	const gap = unchecked === 0 ? '' : ` Not everything could be checked (${unchecked}).`;
	const [first] = findings;
	if (can_deliver === false) {
		const reason = first?.severity === 'blocks' ? ` ${first.message}` : '';
		return `The campaign cannot deliver.${reason} ${countOf(findings)}${gap}`;
	}
	const found = findings.filter(({ severity }) => severity !== 'info');
	if (found.length === 0) {
		return `Nothing was found that holds delivery back.${gap} ${LOOK}`;
	}
	const isBlocked = found.some(({ severity }) => severity === 'blocks');
	const begin =
		can_deliver === null
			? 'Whether the campaign can deliver could not be told.'
			: isBlocked
				? 'The campaign can deliver, but not everything in it does.'
				: 'The campaign can deliver, but something slows it down.';
	return `${begin} ${countOf(findings)}${gap}`;
}

function countOf(findings: readonly Finding[]): string {
	const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
	return `Findings that block delivery: ${count('blocks')}; that slow it down: ${count('slows')}.`;
}
