import { note } from '../../builder/index.mts';

export const launchNotes = [
	note(
		'After an import in the editor',
		{ at: [-40, -960], width: 560, height: 340, color: 'red' },
		`## Imported in the editor? Choose first
1. *Launch form*: a **Basic Auth credential** with a user and a password that you choose. Whoever opens the form signs in with them.
2. *Launch*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
3. *Your ceiling*: the most that one launch may spend a day.
4. Workflow settings: **Timeout Workflow** on, after 30 minutes. As **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
5. **Publish** it.`,
	),
	note(
		'What it does',
		{ at: [560, -960], width: 760, height: 640, color: 'yellow' },
		`## From an idea to ads, with one form
For everybody who may launch campaigns, whether or not they have access to n8n or Ads Manager.

**How it works.** Publish this workflow and open the **production URL** of the form. *Launch* creates a campaign, an ad group that targets your audience, its keywords, and an ad for each Pin. Everything is created **paused**; it is switched on only if the form says so, and only once all of it exists.

The page afterwards says what exists, with its IDs. If something failed, it says what exists and what to do: **send the same form again** and the launch is completed. What exists is found by its name and not created twice.

**Who may open it**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Launch form*.

**How far it may go**: *Your ceiling* holds the most that one launch may spend a day, in the currency of the ad account. To give an ad account a ceiling of its own, fill in max_daily_budget in its row of **pinterest_connection**.

**To customise it**: the objective Web Conversion is not in the form, since its ad group needs the ID of your Pinterest tag. Set it in *Launch* under Options.`,
	),
	note(
		'Note 1',
		{ at: [-40, -260], width: 1280, height: 200, color: 'grey' },
		`## 1. May it be launched?
It works with the ad account that *connect* has chosen, unless the form names another that has a row in **pinterest_connection**. While that table does not say \`active\`, while no ceiling is set, or while the audience has not been synced, nothing is created, and the page says why.`,
	),
	note(
		'Note 2',
		{ at: [1304, -260], width: 1300, height: 200, color: 'grey' },
		`## 2. One launch of a campaign at a time
Two people, or two clicks, would otherwise make two campaigns of the same name. So each launch first claims the name in **pinterest_launches**. Whoever comes second reads that the campaign is being launched right now, since when, and what to do.`,
	),
	note(
		'Note 3',
		{ at: [2648, -560], width: 640, height: 250, color: 'grey' },
		`## 3. The launch
*Launch* ends only once Pinterest’s lists show all that it has created, so that the form can be sent again at once. If Pinterest refuses the token, the connection is marked as \`unauthorized\`.`,
	),
	note(
		'Note 4',
		{ at: [2872, 200], width: 1300, height: 200, color: 'grey' },
		`## 4. What came of it
The name is freed, whether the launch went well or not, and the last page says what exists. A launch that failed goes to the *error handler* as well. Rows older than 90 days are deleted.`,
	),
];
