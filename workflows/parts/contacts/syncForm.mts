import {
	at,
	automation,
	call,
	decide,
	form,
	isTrue,
	lastPage,
	no,
	page,
	rows,
	type Path,
} from '../../builder/index.mts';
import { AUDIENCES } from '../../../worker/src/automation/tables.ts';

const ROW = 8;

const syncForm = form('Sync form', at(0, ROW), {
	path: 'pinterest-sync-form',
	title: 'Sync an audience now',
	description:
		'Sends the contacts of one audience to Pinterest. You choose the audience on the next page.',
	fields: [],
	button: 'Show the audiences',
	webhookId: 'pinterest-ads-sync-form',
});

const activeAudiences = rows(AUDIENCES).get(
	'Active audiences',
	at(1, ROW),
	{ where: [['active', 'isTrue']], orderBy: ['name', 'ASC'] },
	{ alwaysOutputData: true },
);

const theChoices = automation('The choices', at(2, ROW), 'listAudienceChoices');

const areThereAny = decide('Are there any?', at(3, ROW), isTrue('={{ $json.audiences > 0 }}'));

const whichAudience = page(
	'Which audience?',
	at(4, ROW),
	'={{ $json.page }}',
	{
		formTitle: 'Sync an audience now',
		formDescription:
			'The sync takes some seconds, or minutes for a very large audience. The next page says what came of it.',
		buttonLabel: 'Sync now',
	},
	'pinterest-ads-which-audience',
);

const wasOneChosen = automation('Was one chosen?', at(5, ROW), 'chooseAudience', {
	audiencesFrom: 'Active audiences',
});

export const syncTheChosenAudience = call(
	'Sync the chosen audience',
	at(6, ROW),
	'pinAdsSyncAudience',
	{ audience_key: ['string', '={{ $json.audience_key }}'] },
);

const whatToSay = automation('What to say', at(7, ROW), 'describeSync');

const whatCameOfIt = lastPage(
	'What came of it',
	at(8, ROW),
	'={{ $json.title }}',
	'={{ $json.message }}',
	'pinterest-ads-what-came-of-it',
);

const noAudienceYet = lastPage(
	'No audience yet',
	at(4, ROW + 2),
	'There is no audience yet',
	'No audience in the table pinterest_audiences is active. Add one with the form “Add contacts to an audience”, or switch one on there (column active).',
	'pinterest-ads-no-audience-yet',
);

/** For people: an audience is chosen from a list and synced. */
export const syncFormPaths: readonly Path[] = [
	[syncForm, activeAudiences, theChoices, areThereAny, whichAudience, wasOneChosen],
	[wasOneChosen, syncTheChosenAudience, whatToSay, whatCameOfIt],
	[no(areThereAny), noAudienceYet],
];
