export { checkLaunch, checkLaunchInput, type LaunchQuestion, type LaunchRun } from './checkLaunch';
export { claimLaunch, claimLaunchInput, type ClaimQuestion } from './claimLaunch';
export { endLaunch, type LaunchEnd } from './endLaunch';
export { readLaunchForm, type LaunchAnswers, type LaunchForm } from './launchForm';
