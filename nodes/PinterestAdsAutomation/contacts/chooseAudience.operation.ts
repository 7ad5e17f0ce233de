import { chosenAudience, type AudienceChoice } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { itemsOfNode } from '../../PinterestAds/transport/otherNodes';
import { nodeField, nodeNamed } from './fields';

export const chooseAudience = operation<AudienceChoice | undefined>({
	name: 'Choose Audience',
	value: 'chooseAudience',
	action: 'Find the audience that was chosen in a form',
	description:
		'Find the audience that was chosen on a page of List Audiences to Choose. Gives nothing where none was, such as when somebody has left the form.',
	local: true,
	properties: [
		nodeField(
			'Audiences From',
			'audiencesFrom',
			'Active audiences',
			'The name of the node that has read the audiences',
		),
	],
	read(fields, functions) {
		const rows = itemsOfNode(functions, nodeNamed(fields, 'audiencesFrom'));
		return chosenAudience(
			rows.map(({ json }) => json),
			fields.json().audience,
		);
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (chosen) => ({ records: chosen ? [chosen] : [] })),
});
