import type { TargetingOption } from './targetingOptions';

/** Names that differ in case, accents, punctuation or "&" for "and" are the same. */
export function simplified(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/&/g, ' and ')
		.replace(/[’'`]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Below this two names have hardly more in common than any two. */
const LIKE_ENOUGH = 0.4;

/** The options whose names come closest, best first; none where nothing is like it. */
export function nearest(
	wanted: string,
	options: readonly TargetingOption[],
	count: number,
): TargetingOption[] {
	const pairs = pairsOf(simplified(wanted));
	return options
		.map((option) => ({ option, likeness: likeness(pairs, pairsOf(simplified(option.name))) }))
		.filter((one) => one.likeness >= LIKE_ENOUGH)
		.sort((a, b) => b.likeness - a.likeness)
		.slice(0, count)
		.map(({ option }) => option);
}

/** Pairs of neighbouring letters, a blank before and after each word. */
function pairsOf(name: string): Set<string> {
	const padded = ` ${name} `;
	return new Set(Array.from({ length: padded.length - 1 }, (_, n) => padded.slice(n, n + 2)));
}

/** 0: nothing in common, 1: the same pairs. A part of a longer name counts as well as a misspelt one. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const shared = [...one].filter((pair) => other.has(pair)).length;
	return shared / Math.min(one.size, other.size) / 2 + shared / (one.size + other.size);
}
