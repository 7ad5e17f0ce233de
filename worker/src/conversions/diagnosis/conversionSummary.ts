import type { ConversionFinding } from './conversionFinding';
import { arrivedIn, type Seen } from './seen';

/** Whether conversions can be matched at all: false where none arrives; null where what was read does not tell. */
export function canMatch(seen: Seen, findings: readonly ConversionFinding[]): boolean | null {
	const isBlocked = findings.some(
		({ severity, level }) => severity === 'blocks' && level === 'ad_account',
	);
	if (isBlocked) return false;
	const isSent = seen.carried.some(({ events }) => events > 0);
	const isMatched = (seen.matched?.conversions ?? 0) > 0;
	return isSent || isMatched || arrivedIn(seen.fortnight).length > 0 ? true : null;
}

const LOOK =
	'In Pinterest Ads Manager, look at the conversion report, which needs 24 to 48 hours, and at the attribution windows that it is set to.';

/** The diagnosis in a sentence or two. */
export function summaryOfConversions(
	{ days, matched }: Seen,
	can_match: boolean | null,
	findings: readonly ConversionFinding[],
): string {
	const unchecked = findings.filter(({ reason }) => reason === 'not_checked').length;
	const gap = unchecked === 0 ? '' : ` Not everything could be checked (${unchecked}).`;
	const [first] = findings;
	const seen =
		matched === undefined
			? ''
			: ` Pinterest attributes ${matched.conversions} conversions to ads in the last ${days} days.`;
	if (can_match === false) {
		return `No conversion can be matched. ${first.message} ${countOf(findings)}${gap}`;
	}
	const found = findings.filter(({ severity }) => severity !== 'info');
	if (found.length === 0) {
		return `Nothing was found that keeps conversions from matching.${seen}${gap} ${LOOK}`;
	}
	const begin =
		can_match === null
			? 'Whether conversions can be matched could not be told.'
			: found.some(({ severity }) => severity === 'blocks')
				? 'Conversions can be matched, but not all of them.'
				: 'Conversions can be matched, but less well than they might be.';
	return `${begin}${seen} ${countOf(findings)}${gap}`;
}

function countOf(findings: readonly ConversionFinding[]): string {
	const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
	return `Findings that block matching: ${count('blocks')}; that make it worse: ${count('slows')}.`;
}
