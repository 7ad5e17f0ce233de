import { groupNote, type Overview } from '../../builder/index.mts';
import { named } from '../../titles.mts';

export const overview: Overview = {
	forWhom:
		'For everybody who may launch campaigns, whether or not they have access to n8n or Ads Manager.',
	howItWorks: `Open the **production URL** of *Launch form*. Three pages ask what the campaign is called, what it is for, and everything else: Pins or product groups, audience and country are chosen from lists of what your ad account has. What cannot be is said on the page, with the answers still there. *Launch* then creates a campaign, an ad group, its keywords, and an ad for each Pin. Everything is created **paused**; it is switched on only if the form says so, and only once all of it exists.

The last page says what exists, with links to Ads Manager. If something failed, it says what to do, and has a link to **the same form, filled in**: sent again, the launch is completed. What exists is found by its name and not created twice.

**Who may open it**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Launch form*.`,
	set: [
		'*Your ceiling*: the most that one launch may spend a day. It counts while **max_daily_budget** is empty in the row of **pinterest_connection**.',
	],
	makeItYours: `**How far it may go**: **max_daily_budget** in the ad account’s row of **pinterest_connection** is the most that one launch may spend a day, in its currency. While that is empty, *Your ceiling* counts.

**Another address of the form**: where you change it in *Launch form*, change Form Address in *What came of it*, *What to say* and *Who has it* as well, which link to it.`,
};

export const notes = [
	groupNote(
		'1. What is it for?',
		{ at: [-40, -200], width: 1560, height: 120 },
		`It works with the ad account that ${named('pinAdsConnect')} has chosen; where **pinterest_connection** has rows of others, the page asks for one. While that table does not say \`active\`, or while no ceiling is set, nothing is asked, and the page says why. If the objective does not go with what is promoted, it is asked again.`,
	),
	groupNote(
		'2. What exactly?',
		{ at: [1544, -200], width: 1100, height: 120 },
		'*What there is* reads Pins or product groups, audiences, campaigns and countries from Pinterest. What is answered wrongly is asked again. Whoever leaves the form in the middle leaves nothing behind: its pages are open for 25 minutes.',
	),
	groupNote(
		'3. One launch of a campaign at a time',
		{ at: [-40, 768], width: 1700, height: 120 },
		'Two people, or two clicks, would otherwise make two campaigns of the same name. So each launch first claims the name in **pinterest_launches**. Whoever comes second reads that the campaign is being launched right now, since when, and what to do.',
	),
	groupNote(
		'4. The launch',
		{ at: [2472, 600], width: 640, height: 140 },
		'*Launch* ends only once Pinterest’s lists show all that it has created, so that the form can be sent again at once. If Pinterest refuses the token, the connection is marked as `unauthorized`.',
	),
	groupNote(
		'5. What came of it',
		{ at: [2472, 768], width: 900, height: 120 },
		'The name is freed, whether the launch went well or not, and the last page says what exists. A launch that failed goes to the error handler as well. Rows older than 90 days are deleted.',
	),
];
