import type { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { attempt, failed, succeeded, type Outcome } from '../../outcome';
import { withPreview } from '../../preview/preview';
import type { CreatedRecord } from '../drafts';
import type { NewKeyword } from './keywordInput';
import { addToParent } from './keywordRequests';
import { resultsOf } from './keywords';

/**
 * Adds to each ad group that was created the keywords that its input asked for. The ad group exists,
 * so whatever goes wrong with a keyword goes into its record (`keyword_errors`) and its warnings.
 * @param keywords of each input, in the same order as the outcomes
 */
export async function addTargetKeywords(
	context: WorkerContext,
	adGroups: ReadonlyArray<Outcome<CreatedRecord>>,
	keywords: ReadonlyArray<readonly NewKeyword[]>,
): Promise<Array<Outcome<CreatedRecord>>> {
	const outcomes: Array<Outcome<CreatedRecord>> = [];
	for (const [n, adGroup] of adGroups.entries()) {
		const wanted = keywords[n];
		if (wanted.length === 0) outcomes.push(adGroup);
		else if (adGroup.ok)
			outcomes.push(succeeded(await withKeywords(context, adGroup.record, wanted)));
		else outcomes.push(failed(previewWith(adGroup.error, wanted)));
	}
	return outcomes;
}

/** In a preview the ad group does not exist: its keywords would be added next. */
const previewWith = (error: PinterestAdsError, wanted: readonly NewKeyword[]) =>
	withPreview(error, ({ changes }) => ({
		changes: [...changes, { field: 'Keywords', from: 'none', to: wanted }],
	}));

async function withKeywords(
	context: WorkerContext,
	adGroup: CreatedRecord,
	wanted: readonly NewKeyword[],
): Promise<CreatedRecord> {
	const { id, ad_account_id: adAccountId, recovered } = adGroup;
	const added = await attempt(
		addToParent(context, {
			adAccountId,
			parent: { kind: 'adGroup', id },
			keywords: wanted,
			isNewParent: recovered !== true,
		}),
	);
	const outcomes = added.ok ? added.record : wanted.map(() => failed(added.error));
	const results = resultsOf(wanted, outcomes);
	const reasons = [...new Set(results.keyword_errors.map(({ message }) => message))];
	const warnings =
		reasons.length === 0
			? []
			: [
					`The ad group ${id} was created, but ${results.keyword_errors.length} of ${wanted.length} keywords were not added to it (${reasons.join('; ')}). Add these keywords to it once more.`,
				];
	return { ...adGroup, ...results, warnings: [...adGroup.warnings, ...warnings] };
}
