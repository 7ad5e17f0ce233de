import { groupNote, type Overview } from '../../builder/index.mts';
import { named } from '../../titles.mts';

export const overview: Overview = {
	forWhom:
		'For everybody who may launch campaigns, whether or not they have access to n8n or Ads Manager.',
	howItWorks: `Open the **production URL** of *Launch form*. *Launch* creates a campaign, an ad group that targets your audience, its keywords, and an ad for each Pin (or, under Catalog Sales and Shopping, the product groups of your catalog). Everything is created **paused**; it is switched on only if the form says so, and only once all of it exists.

The page afterwards says what exists, with its IDs. If something failed, it says what exists and what to do: **send the same form again** and the launch is completed. What exists is found by its name and not created twice.

**Who may open it**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Launch form*.`,
	set: [
		'*Your ceiling*: the most that one launch may spend a day. It counts while **max_daily_budget** is empty in the row of **pinterest_connection**.',
	],
	makeItYours: `**How far it may go**: **max_daily_budget** in the ad account’s row of **pinterest_connection** is the most that one launch may spend a day, in its currency. While that is empty, *Your ceiling* counts.

**Web Conversion** is not among the objectives in the form, since its ad group needs the ID of your Pinterest tag. Set it in *Launch* under Options.`,
};

export const notes = [
	groupNote(
		'Is it allowed?',
		{ at: [-40, -260], width: 1280, height: 160 },
		`It works with the ad account that ${named('pinAdsConnect')} has chosen, unless the form names another that has a row in **pinterest_connection**. While that table does not say \`active\`, while no ceiling is set, or while the audience has not been synced, nothing is created, and the page says why.`,
	),
	groupNote(
		'One launch of a campaign at a time',
		{ at: [1304, -260], width: 1300, height: 160 },
		'Two people, or two clicks, would otherwise make two campaigns of the same name. So each launch first claims the name in **pinterest_launches**. Whoever comes second reads that the campaign is being launched right now, since when, and what to do.',
	),
	groupNote(
		'The launch',
		{ at: [2648, -560], width: 640, height: 200 },
		'*Launch* ends only once Pinterest’s lists show all that it has created, so that the form can be sent again at once. If Pinterest refuses the token, the connection is marked as `unauthorized`.',
	),
	groupNote(
		'What came of the launch',
		{ at: [2872, 200], width: 1300, height: 140 },
		'The name is freed, whether the launch went well or not, and the last page says what exists. A launch that failed goes to the error handler as well. Rows older than 90 days are deleted.',
	),
];
