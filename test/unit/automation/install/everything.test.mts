import {
	ALWAYS,
	BY_HAND,
	FEATURES,
	NEEDS_YOURS,
} from '../../../../nodes/PinterestAds/install/features.ts';
import { toPublish } from '../../../../nodes/PinterestAds/install/publish.ts';
import { TEMPLATES } from '../../../../nodes/PinterestAds/install/templates.ts';
import { readTemplates } from '../../../../scripts/templates/files.mts';

// The files that workflows/ is built to, which a check keeps up to date.
const OTHERS = readTemplates().filter(({ id }) => id !== 'pinAdsInstall');
const idsOf = (all: ReadonlyArray<{ readonly id: string }>) => all.map(({ id }) => id).sort();
const named = [...ALWAYS, ...NEEDS_YOURS, ...FEATURES.flatMap(({ workflows }) => workflows)];
const STARTS = /Trigger$|\.webhook$/;
const BY_OTHERS = /\.(manualTrigger|executeWorkflowTrigger)$/;

it('installs every workflow of the package but itself', () => {
	expect(idsOf(TEMPLATES)).toEqual(idsOf(OTHERS));
});

it('offers or publishes every workflow that starts by itself, or says that it waits for its user', () => {
	const byThemselves = OTHERS.filter(({ nodes }) =>
		nodes.some(({ type }) => STARTS.test(type) && !BY_OTHERS.test(type)),
	);
	expect(byThemselves.length).toBeGreaterThan(8);
	expect(idsOf(byThemselves).filter((id) => !named.includes(id))).toEqual([]);
});

it('publishes what others call together with them', () => {
	const all = toPublish(
		FEATURES.map(({ value }) => value),
		TEMPLATES,
	);
	const called = OTHERS.filter(({ nodes }) =>
		nodes.some(({ type }) => type.endsWith('.executeWorkflowTrigger')),
	);
	const left = idsOf(called).filter((id) => ![...all, ...NEEDS_YOURS].includes(id));
	expect(left).toEqual([]);
});

it('names no workflow that there is not, and none twice', () => {
	const ids = idsOf(OTHERS);
	const everything = [...named, ...BY_HAND];
	expect(everything.filter((id) => !ids.includes(id))).toEqual([]);
	expect([...new Set(everything)]).toHaveLength(everything.length);
});
