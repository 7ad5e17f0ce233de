import { askLaunchDetails } from './askLaunchDetails.operation';
import { askLaunchGoal } from './askLaunchGoal.operation';
import { checkLaunch } from './checkLaunch.operation';
import { claimLaunch } from './claimLaunch.operation';
import { endLaunch } from './endLaunch.operation';
import { readLaunchDetails } from './readLaunchDetails.operation';
import { readLaunchForm } from './readLaunchForm.operation';
import { readLaunchGoal } from './readLaunchGoal.operation';

export const launchOperations = [
	...[askLaunchDetails, askLaunchGoal, checkLaunch, claimLaunch, endLaunch],
	...[readLaunchDetails, readLaunchForm, readLaunchGoal],
];
