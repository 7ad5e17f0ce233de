export { addPreview, addPreviewInput, type QuestionToComplete } from './addPreview';
export { askForLaunch, askForLaunchInput, type LaunchToAskFor } from './askForLaunch';
export {
	askForUpdate,
	askForUpdateInput,
	type UpdateToAskFor,
	type AskedUpdate,
} from './askForUpdate';
