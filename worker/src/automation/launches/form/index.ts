export { askDetails } from './details';
export {
	askGoal,
	readGoal,
	type Earlier,
	type LaunchBegun,
	type LaunchGoal,
	type LaunchPlace,
} from './goal';
export type { Answers, Question, Questions } from './questions';
export { readDetails, type LaunchDetails } from './readDetails';
