export { checkLaunch, checkLaunchInput, type LaunchQuestion, type LaunchRun } from './checkLaunch';
export { claimLaunch, claimLaunchInput, type ClaimQuestion } from './claimLaunch';
export { endLaunch, type LaunchEnd } from './endLaunch';
export {
	askDetails,
	askGoal,
	readDetails,
	readGoal,
	type Answers,
	type Earlier,
	type LaunchBegun,
	type LaunchDetails,
	type LaunchGoal,
	type LaunchPlace,
	type Question,
	type Questions,
} from './form';
export { readLaunchForm, type LaunchAnswers, type LaunchForm } from './launchForm';
export type { LaunchAsked } from './launchPage';
