import { checkConnected } from './checkConnected.operation';
import { checkLaunch } from './checkLaunch.operation';
import { claimLaunch } from './claimLaunch.operation';
import { endLaunch } from './endLaunch.operation';
import { readLaunchForm } from './readLaunchForm.operation';

/** What workflows decide with: they ask Pinterest for nothing, and need no credential. */
export const operations = [checkConnected, checkLaunch, claimLaunch, endLaunch, readLaunchForm];
