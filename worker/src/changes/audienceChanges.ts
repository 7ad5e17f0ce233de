import type { AudienceSummary } from '../audiences/audienceSummary';
import { REASON_HINTS } from '../campaigns/diagnosis/reasons';
import { absentOf } from './absent';
import { placeAndTime, type LookResult, type Look } from './changeEvent';

/** The state that each audience was seen in, by its id; those that are in neither of the two are left out. */
export type SeenAudiences = Readonly<Record<string, string>>;

type Audience = Pick<AudienceSummary, 'id' | 'name' | 'status' | 'status_explanation'>;

const TOLD = {
	READY: { change: 'audience_ready', hint: '' },
	TOO_SMALL: { change: 'audience_too_small', hint: REASON_HINTS.audience_too_small },
} as const;

type Told = keyof typeof TOLD;

const isTold = (status: string | null): status is Told => status !== null && status in TOLD;

/** @param seen undefined: they are looked at for the first time, and nothing is told */
export function compareAudiences(
	look: Look,
	seen: SeenAudiences | undefined,
	audiences: readonly Audience[],
): LookResult<SeenAudiences> {
	const settled = audiences.filter((audience): audience is Audience & { status: Told } =>
		isTold(audience.status),
	);
	const changed = settled.filter(({ id, status }) => seen !== undefined && seen[id] !== status);
	const listed = new Set(audiences.map(({ id }) => id));
	const absent = absentOf(Object.entries(seen ?? {}), listed);
	return {
		seen: Object.fromEntries(
			[...settled.map(({ id, status }) => [id, status] as const), ...absent].sort(),
		),
		events: changed.map(({ id, name, status, status_explanation }) => ({
			key: `audience:${id}:${status}`,
			event: {
				change: TOLD[status].change,
				what: `Audience ${name === null ? id : `“${name}”`} became ${status}. ${status_explanation ?? ''}`.trim(),
				hint: TOLD[status].hint,
				level: 'audience',
				...{ id, name, before: seen?.[id] ?? null, after: status },
				...placeAndTime(look),
			},
		})),
	};
}
