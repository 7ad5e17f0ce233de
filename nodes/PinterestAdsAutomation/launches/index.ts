import { checkLaunch } from './checkLaunch.operation';
import { claimLaunch } from './claimLaunch.operation';
import { endLaunch } from './endLaunch.operation';
import { readLaunchForm } from './readLaunchForm.operation';

export const launchOperations = [checkLaunch, claimLaunch, endLaunch, readLaunchForm];
