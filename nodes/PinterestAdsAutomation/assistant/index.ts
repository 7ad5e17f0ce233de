import { addPreview } from './addPreview.operation';
import { askForLaunch } from './askForLaunch.operation';
import { askForUpdate } from './askForUpdate.operation';

export const assistantOperations = [addPreview, askForLaunch, askForUpdate];
