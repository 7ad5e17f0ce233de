import { unreadableAnswer } from '../../client/client';
import { idOf } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { AD, AD_GROUP, type Entity, type EntityKind } from '../../entities';
import { readInput } from '../../fields/inputs';
import { failed, succeeded, type Outcome } from '../../outcome';
import { chunksOf, groupedBy } from '../../values/grouping';
import { listCampaigns, type ReadRecord } from '../read/readEntities';
import { listDiagnosedCampaignsInput, type DiagnosedCampaignFilters } from '../read/readFields';
import { goneForGood, judge, liveOnes, scopeOf, type Diagnosis } from './diagnoseCampaign';
import { tried, type Scope } from './diagnosisReads';
import { includedIn } from './findings/audienceFindings';
import { floorSpecs } from './findings/bidFloorFindings';
import { isLive } from './findings/statusFindings';
import type { DiagnosedRecord } from './getDiagnosed';
import { readShared } from './sharedReads';

export interface DiagnosedCampaigns {
	/** In Pinterest's order. */
	readonly campaigns: DiagnosedRecord[];
	/** How many deliver, and how many do not; left out where no diagnosis was asked for. */
	readonly summary?: string;
}

/**
 * The campaigns of an ad account like `listCampaigns`, and what holds the delivery of each back, with few requests for
 * all of them: ad groups and ads are listed for 100 campaigns at a time, audiences and bid floors are read once. Pins
 * and the sizes of audiences, which cost a request each, are not looked at: see `diagnoseCampaign`.
 */
export async function listDiagnosedCampaigns(
	context: WorkerContext,
	filters: DiagnosedCampaignFilters = {},
): Promise<DiagnosedCampaigns> {
	const { diagnose, ...wanted } = readInput(listDiagnosedCampaignsInput, filters);
	const campaigns = await listCampaigns(context, wanted);
	const [first] = campaigns;
	if (diagnose !== true || first === undefined) return { campaigns };
	// All of one list are of one ad account.
	const diagnoses = await diagnoseAll(context, first.ad_account_id, campaigns);
	const diagnosed = campaigns.map((campaign, n): DiagnosedRecord => {
		const { can_deliver, summary, findings, checked } = diagnoses[n];
		return { ...campaign, diagnosis: { can_deliver, summary, findings, checked } };
	});
	return { campaigns: diagnosed, summary: summaryOf(diagnoses) };
}

/** So many IDs keep the address short. */
const CAMPAIGNS_A_LIST = 100;
/** Of what cannot come back nothing is judged. */
const LIVE = ['ACTIVE', 'PAUSED', 'DRAFT'];

async function diagnoseAll(
	context: WorkerContext,
	adAccountId: string,
	campaigns: readonly ReadRecord[],
): Promise<Diagnosis[]> {
	const live = campaigns.filter(isLive);
	const { scope, currency } = await scopeOf(context, adAccountId);
	const ids = live.map(({ id }) => id);
	const adGroupsOf = await childrenOf(scope, AD_GROUP, ids);
	const adsOf = await childrenOf(scope, AD, ids);
	const groups = live.map((campaign) => goodOnes(adGroupsOf(campaign.id)));
	const specs = live.flatMap((campaign, n) =>
		scope.currency === undefined ? [] : floorSpecs(campaign, groups[n], scope.currency),
	);
	const shared = await readShared(scope, groups.flat().flatMap(includedIn), specs);
	const diagnoses: Diagnosis[] = [];
	for (const campaign of campaigns) {
		diagnoses.push(
			isLive(campaign)
				? await judge({ ...scope, shared }, campaign, {
						...{ currency, adGroups: adGroupsOf(campaign.id), ads: adsOf(campaign.id) },
					})
				: goneForGood(adAccountId, campaign),
		);
	}
	return diagnoses;
}

const goodOnes = (outcome: Outcome<readonly Entity[]>) => (outcome.ok ? outcome.record : []);

/** What is in each campaign; a list that cannot be read costs only the campaigns that it is of. */
async function childrenOf(
	scope: Scope,
	kind: EntityKind,
	ids: readonly string[],
): Promise<(id: string) => Outcome<readonly Entity[]>> {
	const known = new Map<string, Outcome<readonly Entity[]>>();
	for (const campaign_ids of chunksOf(ids, CAMPAIGNS_A_LIST)) {
		const listed = withCampaigns(kind, await tried(liveOnes(scope, kind, { campaign_ids }, LIVE)));
		const byCampaign = groupedBy(goodOnes(listed), ({ campaign_id }) => String(campaign_id));
		for (const id of campaign_ids) {
			known.set(id, listed.ok ? succeeded(byCampaign.get(id) ?? []) : listed);
		}
	}
	return (id) => known.get(id) ?? succeeded([]);
}

/** One that does not say whose it is could be anybody's: then nobody's are known. */
function withCampaigns(kind: EntityKind, listed: Outcome<Entity[]>): Outcome<Entity[]> {
	const isLost = ({ campaign_id }: Entity) => idOf(campaign_id) === undefined;
	if (!listed.ok || !listed.record.some(isLost)) return listed;
	return failed(unreadableAnswer(`list the ${kind.plural}`, `${kind.one} without its campaign`));
}

/** All of it in a sentence. */
function summaryOf(diagnoses: readonly Diagnosis[]): string {
	const count = (isSo: (one: Diagnosis) => boolean) => diagnoses.filter(isSo).length;
	const held = ({ findings }: Diagnosis) => findings.some(({ severity }) => severity !== 'info');
	const parts = [
		`cannot deliver: ${count((one) => one.can_deliver === false)}`,
		`can, but something is held back: ${count((one) => one.can_deliver === true && held(one))}`,
		`nothing was found: ${count((one) => one.can_deliver === true && !held(one))}`,
	];
	const unknown = count((one) => one.can_deliver === null);
	if (unknown > 0) parts.push(`could not be told: ${unknown}`);
	const all = diagnoses.length === 1 ? '1 campaign' : `${diagnoses.length} campaigns`;
	return `Of ${all}, ${parts.join('; ')}.`;
}
