import { listDiagnosedCampaigns, listDiagnosedCampaignsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { CAMPAIGN } from '../../output/campaignAnswers';
import { getManyOf, listLayout } from '../getManyOf';
import { inN8nWords } from './getDiagnosed';

export const getMany = getManyOf({
	plural: 'campaigns',
	answer: CAMPAIGN,
	...formOf(listDiagnosedCampaignsInput.fields, {
		...listLayout,
		first: [...listLayout.first, 'diagnose'],
	}),
	list: async (context, input) => {
		const { campaigns, summary } = await listDiagnosedCampaigns(context, input);
		return {
			records: campaigns.map(inN8nWords),
			...(summary === undefined ? {} : { warnings: [summary] }),
		};
	},
});
