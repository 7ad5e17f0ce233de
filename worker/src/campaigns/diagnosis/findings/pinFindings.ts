import { clientOf } from '../../../client/client';
import { theOne } from '../../../client/readers';
import type { Outcome } from '../../../outcome';
import type { Entity } from '../../../entities';
import { groupedBy } from '../../../values/grouping';
import { readPin, type Pin } from '../../ad/pinCheck';
import { called, finding, subjectOf, type Finding, type Subject } from '../finding';
import { askEach, leftOut, notChecked, type Scope } from '../diagnosisReads';

/** Each costs a request. */
const MOST_PINS = 10;

/**
 * Whether the Pins of the ads are still there. That one is deleted, the ad itself says; among many campaigns no Pin is
 * read.
 */
export async function pinFindings(
	scope: Scope,
	campaign: Subject,
	ads: readonly Entity[],
): Promise<Finding[]> {
	const byPin = groupedBy(
		ads.filter(({ pin_id }) => pin_id !== undefined && pin_id !== null),
		({ pin_id }) => String(pin_id),
	);
	const isDeleted = (id: string) =>
		byPin.get(id)?.some((ad) => ad.is_pin_deleted === true) === true;
	const ids = [...byPin.keys()];
	const gone = ids.filter(isDeleted).map((id) => {
		const message = `The Pin ${id} of ${namesOf(byPin.get(id) ?? [])} was deleted.`;
		return finding({ level: 'pin', id, name: null }, 'blocks', 'pin_gone', message);
	});
	if (scope.shared) return gone;
	const left = ids.filter((id) => !isDeleted(id));
	const asked = await askEach(left, MOST_PINS, async (id) => await fetchPin(scope, id));
	const judged = [...asked.known].flatMap(([id, outcome]) =>
		judgePin(id, outcome, namesOf(byPin.get(id) ?? [])),
	);
	return [...gone, ...judged, ...leftOut(asked, campaign, 'the Pins of the ads')];
}

function judgePin(id: string, outcome: Outcome<Pin>, of: string): Finding[] {
	const name = outcome.ok ? outcome.record.title || null : null;
	const subject: Subject = { level: 'pin', id, name };
	if (outcome.ok) {
		if (outcome.record.is_owner !== false) return [];
		const message = `${called(subject)} of ${of} does not belong to the owner of the ad account.`;
		return [finding(subject, 'info', 'pin_not_owned', message)];
	}
	if (outcome.error.kind !== 'not-found') {
		return [notChecked(subject, 'whether it is still there', outcome.error)];
	}
	const message = `${called(subject)} of ${of} cannot be read: it is gone, secret, or not the account’s.`;
	return [finding(subject, 'slows', 'pin_not_readable', message)];
}

/** Operation `pins/get`, as the owner of the ad account. */
async function fetchPin({ context, adAccountId }: Scope, id: string): Promise<Pin> {
	return await clientOf(context).call(
		{
			method: 'GET',
			path: `/pins/${id}`,
			query: { ad_account_id: adAccountId },
			category: 'org_read',
			doing: `read the Pin ${id}`,
		},
		theOne('Pin', id, readPin),
	);
}

function namesOf([first, ...others]: readonly Entity[]): string {
	const { id, name } = subjectOf('ad', first);
	const ad = `ad ${name === null ? id : `“${name}”`}`;
	return others.length === 0 ? ad : `${ad} and ${others.length} more`;
}
