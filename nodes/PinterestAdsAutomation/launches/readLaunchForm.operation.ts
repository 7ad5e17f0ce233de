import { readLaunchForm as readForm } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';

export const readLaunchForm = operation({
	name: 'Read a Launch Form',
	value: 'readLaunchForm',
	action: 'Read a launch form',
	description:
		'Turn the answers of the form of “Launch a Pinterest campaign from a form” into the fields of Campaign: Launch',
	local: true,
	properties: [],
	read: (fields) => fields.json(),
	run: async (_, inputs) => await eachOutcome(inputs, async (answers) => readForm(answers)),
});
