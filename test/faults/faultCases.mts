import { FAULTS, PAIRED_FAULTS } from './faultRules.mts';
import type { Rehearsal } from './rehearsal.mts';
import type { Subject } from './subjects.mts';

/** `once`: it strikes that request. `for good`: that request and all later ones. */
export type Lasting = 'once' | 'for good';

/** Faults that strike one run of an operation. */
export interface FaultCase {
	readonly subject: string;
	/** By its name, and which of the run's requests it strikes, from 0. */
	readonly strikes: ReadonlyArray<{ readonly fault: string; readonly at: number }>;
	readonly lasting: Lasting;
}

export const describeCase = ({ subject, strikes, lasting }: FaultCase): string =>
	`${subject}: ${strikes.map(({ fault, at }) => `${fault} at request ${at + 1}`).join(', then ')}, ${lasting}`;

/** Each fault at each request of an operation, once and for good. */
export const singleCases = ({ name }: Subject, { requests }: Rehearsal): FaultCase[] =>
	requests.flatMap((request, at) =>
		FAULTS.filter(({ strikes }) => strikes?.(request) ?? true).flatMap(({ name: fault }) =>
			(['once', 'for good'] as const).map((lasting) => ({
				...{ subject: name, strikes: [{ fault, at }], lasting },
			})),
		),
	);

/** Whose failures cost the most, so that two faults in one run are tried. */
export const IN_PAIRS: readonly string[] = ['audience:sync', 'campaign:launch', 'conversion:send'];

/** Requests that come only because of the first fault: looking again, or the same once more. */
const FURTHER_REQUESTS = 3;

/** Each two faults at each two requests, for what costs most. */
export function pairCases({ name, operation }: Subject, { requests }: Rehearsal): FaultCase[] {
	if (!IN_PAIRS.includes(operation)) return [];
	const places = requests.length + FURTHER_REQUESTS;
	return requests.flatMap((_, first) =>
		Array.from({ length: places - first - 1 }, (_, n) => first + 1 + n).flatMap((second) =>
			PAIRED_FAULTS.flatMap((one) =>
				PAIRED_FAULTS.map((other): FaultCase => ({
					subject: name,
					strikes: [
						{ fault: one.name, at: first },
						{ fault: other.name, at: second },
					],
					lasting: 'once',
				})),
			),
		),
	);
}
