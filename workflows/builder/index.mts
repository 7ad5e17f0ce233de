/** What a workflow's file is written with. */
export {
	at,
	each,
	failed,
	no,
	node,
	output,
	second,
	type Node,
	type Path,
	type Position,
} from './node.mts';
export { groupNote } from './note.mts';
export type { Overview } from './overview.mts';
export * from './starts.mts';
export { rows } from './rows.mts';
export { decide, equals, isEmpty, isFalse, isFilled, isTrue, only } from './decisions.mts';
export * from './steps.mts';
export * from './tools.mts';
export { workflow, type Attachment, type Built, type Workflow } from './workflow.mts';
