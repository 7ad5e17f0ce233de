import { askForLaunch } from './askForLaunch.operation';
import { askForUpdate } from './askForUpdate.operation';

export const assistantOperations = [askForLaunch, askForUpdate];
