import { EXAMPLES } from '../core/outputs/examples.mts';
import { SUBJECTS, type Subject } from '../faults/subjects.mts';

/** Which ask Pinterest nothing, and read what people give all the same. */
const LOCAL: readonly Subject[] = ['audience:extractRecords', 'conversion:prepare'].flatMap(
	(operation) =>
		(EXAMPLES[operation] ?? []).map((example) => ({
			...{ operation, name: operation, example, resumes: false },
		})),
);

/** Its expressions work on the items' fields, and may fail at whatever is in them. */
const COMPUTES = /\.replace\(/;

export const FUZZED: readonly Subject[] = [...SUBJECTS, ...LOCAL].filter(
	({ example }) => !COMPUTES.test(JSON.stringify(example.parameters ?? {})),
);
