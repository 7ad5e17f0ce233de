import {
	at,
	byId,
	decide,
	equals,
	failed,
	fields,
	form,
	isTrue,
	lastPage,
	no,
	note,
	only,
	pinterestAds,
	rows,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { AUDIENCES, CONNECTION } from '../../worker/src/automation/tables.ts';

const launchForm = form('Launch form', at(0, 0), {
	path: 'pinterest-campaign-launch',
	title: 'Launch a campaign',
	description:
		'Creates campaign, ad group, keywords and ads on Pinterest. All of it is created paused. It is switched on only if you choose so, and only once all of it exists. Sent a second time, it completes what is missing and creates nothing twice.',
	fields: [
		{
			fieldName: 'campaign_name',
			fieldLabel: 'Campaign name',
			placeholder: 'e.g. Spring sale',
			requiredField: true,
		},
		{
			fieldName: 'objective',
			fieldLabel: 'Objective',
			fieldType: 'dropdown',
			fieldOptions: {
				values: [
					{ option: 'AWARENESS' },
					{ option: 'CONSIDERATION' },
					{ option: 'VIDEO_VIEW' },
					{ option: 'CATALOG_SALES' },
					{ option: 'SHOPPING' },
				],
			},
			requiredField: true,
		},
		{
			fieldName: 'daily_budget',
			fieldLabel: 'Daily budget, in the currency of the ad account',
			placeholder: 'e.g. 20.00',
			requiredField: true,
		},
		{
			fieldName: 'bid',
			fieldLabel: 'Bid for one click, in the same currency',
			placeholder: 'e.g. 1.50',
		},
		{
			fieldName: 'audience',
			fieldLabel: 'Audience (a synced one; empty for everybody)',
			placeholder: 'e.g. Newsletter subscribers',
		},
		{
			fieldName: 'countries',
			fieldLabel: 'Countries',
			placeholder: 'e.g. US, CA',
			requiredField: true,
		},
		{
			fieldName: 'pin_ids',
			fieldLabel: 'Pin IDs (the numbers in the addresses of the Pins, separated by commas)',
			requiredField: true,
			placeholder: 'e.g. 813744226420795884',
		},
		{
			fieldName: 'destination_url',
			fieldLabel: 'Where a click leads (empty for the link of the Pin)',
		},
		{
			fieldName: 'keywords',
			fieldLabel: 'Keywords (separated by commas; empty for none)',
			placeholder: 'e.g. sofa, [leather sofa]',
		},
		{
			fieldName: 'when_it_stands',
			fieldLabel: 'Once all of it exists',
			fieldType: 'dropdown',
			fieldOptions: { values: [{ option: 'Leave it paused' }, { option: 'Switch it on' }] },
			defaultValue: 'Leave it paused',
			requiredField: true,
		},
		{
			fieldName: 'ad_account_id',
			fieldLabel: 'Ad account ID (empty for the connected one)',
			placeholder: 'e.g. 549755885175',
		},
	],
	webhookId: 'pinterest-ads-launch',
});

const yourCeiling = fields('Your ceiling', at(1, 0), [['max_daily_budget', 'number', 50]]);

const connection = rows(CONNECTION).get(
	'Connection',
	at(2, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const isItActive = decide('Is it active?', at(3, 0), equals('={{ $json.status }}', 'active'));

const namedAdAccount = rows(CONNECTION).get(
	'Named ad account',
	at(4, 0),
	{
		where: [
			['ad_account_id', 'eq', "={{ ($('Launch form').first().json.ad_account_id ?? '').trim() }}"],
		],
		limit: 1,
	},
	{ alwaysOutputData: true },
);

const isItConnected = decide(
	'Is it connected?',
	at(5, 0),
	isTrue(
		"={{ ($('Launch form').first().json.ad_account_id ?? '').trim() === '' || Boolean($json.ad_account_id) }}",
	),
);

const anotherAdAccount = lastPage(
	'Another ad account',
	at(6, 4),
	'Nothing was created',
	'This ad account is not connected. Leave the field empty for the one that the workflow connect has chosen. The owner of these workflows can allow others: each needs a row with its ad_account_id in the table pinterest_connection.',
	'pinterest-ads-another-ad-account',
);

const notConnected = lastPage(
	'Not connected',
	at(4, 4),
	'Nothing was created',
	"=Pinterest is not connected ({{ $('Connection').first().json.status ?? 'no connection' }}). {{ $('Connection').first().json.message }} {{ $('Connection').first().json.hint ?? 'Run the workflow set-up, then connect.' }}",
	'pinterest-ads-not-connected',
);

const audienceRecord = rows(AUDIENCES).get(
	'Audience record',
	at(6, 0),
	{
		where: [
			[
				'audience_key',
				'eq',
				"={{ ($('Launch form').first().json.audience ?? '').trim().toLowerCase().replace(/\\s+/g, ' ') }}",
			],
		],
		limit: 1,
	},
	{ alwaysOutputData: true },
);

const audienceReady = decide(
	'Audience ready?',
	at(7, 0),
	isTrue("={{ !$('Launch form').first().json.audience || Boolean($json.pinterest_audience_id) }}"),
);

const notSyncedYet = lastPage(
	'Not synced yet',
	at(8, 2),
	'Nothing was created',
	"=The audience “{{ $('Launch form').first().json.audience }}” has not been synced with Pinterest yet. Sync it first, or leave the audience empty.",
	'pinterest-ads-not-synced-yet',
);

const launch = pinterestAds(
	'Launch',
	at(8, 0),
	'campaign',
	'launch',
	{
		adAccountId: byId(
			"={{ ($('Launch form').first().json.ad_account_id ?? '').trim() || $('Connection').first().json.ad_account_id || '' }}",
		),
		name: "={{ $('Launch form').first().json.campaign_name }}",
		objective: "={{ $('Launch form').first().json.objective }}",
		amountUnit: 'accountCurrency',
		dailySpendCap: "={{ $('Launch form').first().json.daily_budget }}",
		adGroupName: "={{ $('Launch form').first().json.campaign_name }}: ad group",
		budget: "={{ $('Launch form').first().json.daily_budget }}",
		bid: "={{ $('Launch form').first().json.bid ?? '' }}",
		billableEvent:
			"={{ ({ AWARENESS: 'IMPRESSION', VIDEO_VIEW: 'VIDEO_V_50_MRC' })[$('Launch form').first().json.objective] ?? 'CLICKTHROUGH' }}",
		locations: "={{ $('Launch form').first().json.countries }}",
		audienceIncludeIds: "={{ $('Audience record').first().json.pinterest_audience_id ?? '' }}",
		keywords: "={{ $('Launch form').first().json.keywords ?? '' }}",
		pinId: byId("={{ $('Launch form').first().json.pin_ids.split(',')[0].trim() }}"),
		morePinIds: "={{ $('Launch form').first().json.pin_ids.split(',').slice(1).join() }}",
		creativeType:
			"={{ $('Launch form').first().json.objective === 'VIDEO_VIEW' ? 'VIDEO' : ['CATALOG_SALES', 'SHOPPING'].includes($('Launch form').first().json.objective) ? 'SHOPPING' : 'REGULAR' }}",
		status:
			"={{ $('Launch form').first().json.when_it_stands === 'Switch it on' ? 'ACTIVE' : 'PAUSED' }}",
		options: {
			adName: "={{ $('Launch form').first().json.campaign_name }}: ad",
			destinationUrl: "={{ $('Launch form').first().json.destination_url ?? '' }}",
			maxDailyBudget: "={{ $('Your ceiling').first().json.max_daily_budget || '0' }}",
		},
	},
	{ onError: 'continueErrorOutput', id: 'launch-it' },
);

const wasTheTokenRefused = only(
	'Was the token refused?',
	at(9, -3),
	isTrue("={{ $json.details?.kind === 'token-expired' }}"),
);

const markTheConnection = rows(CONNECTION).update(
	'Mark the connection',
	at(10, -3),
	{
		where: [
			['connection_key', 'eq', 'main'],
			['status', 'eq', 'active'],
		],
		set: {
			status: 'unauthorized',
			is_token_valid: false,
			message: '={{ $json.error }}',
			hint: '={{ $json.message }}',
			checked_at: '={{ $now.toISO() }}',
		},
	},
	{ executeOnce: true },
);

const launched = lastPage(
	'Launched',
	at(9, -1),
	"={{ $json.status === 'ACTIVE' ? 'Launched' : 'Ready, and paused' }}",
	`={{ [
	\`Campaign “\${$json.campaign.name}”: \${$json.id} (\${$json.campaign.status})\`,
	...$json.ad_groups.flatMap((group) => [
		\`Ad group \${group.id} (\${group.status})\` + (group.keywords.length ? \`, \${group.keywords.length} keywords\` : ''),
		...group.ads.map((ad) => \`Ad \${ad.id} (\${ad.status}) of Pin \${ad.pin_id}\`),
	]),
	$json.created.campaigns.length + $json.created.ad_groups.length + $json.created.ads.length === 0 ? 'All of it stood already: nothing was created.' : '',
	$json.status === 'ACTIVE' ? 'It may deliver from now on.' : 'It is paused: nothing is spent until it is switched on, here or in Ads Manager.',
	...$json.warnings,
].filter(Boolean).join('\\n') }}`,
	'pinterest-ads-launched',
);

const notLaunched = lastPage(
	'Not launched',
	at(9, 1),
	'Not launched',
	`={{ $json.error }}

{{ $json.message }}{{ $json.details?.over_ceiling ? '\\n\\nNothing was created or switched on. The ceiling is max_daily_budget in the node “Your ceiling” of this workflow.' : '' }}`,
	'pinterest-ads-not-launched',
);

const writeItDown = stopWith(
	'Write it down',
	at(10, 1),
	'={{ JSON.stringify({ message: $json.error, description: $json.message, kind: $json.details?.kind, retryable: false }) }}',
);

export default workflow({
	file: 'campaign-launch',
	id: 'pinAdsLaunch',
	name: 'campaign launch',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			launchForm,
			yourCeiling,
			connection,
			isItActive,
			namedAdAccount,
			isItConnected,
			audienceRecord,
			audienceReady,
			launch,
			launched,
		],
		[no(isItActive), notConnected],
		[no(isItConnected), anotherAdAccount],
		[no(audienceReady), notSyncedYet],
		[failed(launch), wasTheTokenRefused, markTheConnection],
		[failed(launch), notLaunched, writeItDown],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -890], width: 560, height: 290, color: 'red' },
			`## Imported in the editor? Choose first
1. *Launch form*: a **Basic Auth credential** with a user and a password that you choose. Whoever opens the form signs in with them.
2. *Launch*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
3. *Your ceiling*: the most that one launch may spend a day.
4. Workflow settings: as **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
5. **Publish** it.`,
		),
		note(
			'What it does',
			{ at: [-40, -570], width: 640, height: 520, color: 'green' },
			`## From an idea to ads
Publish this workflow and open the **production URL** of the form. One node, *Launch*, creates a campaign, an ad group that targets your audience, its keywords, and an ad for each Pin. Everything is created **paused**; it is switched on only if the form says so, and only once all of it exists.

The page afterwards says what exists, with its IDs. If something failed, it says what exists and what to do: **send the same form again** and the launch is completed. What exists is found by its name and not created twice.

The objective Web Conversion is not in the form, since its ad group needs the ID of your Pinterest tag: set it in *Launch* under Options.

**Who may open it**: whoever has the user and the password of the credential “Pinterest forms”, chosen in *Launch form*.

**How far it may go**: *Your ceiling* holds the most that one launch may spend a day, in the currency of the ad account. What could spend more is refused before anything is created.

It works with the ad account that *connect* has chosen, unless the form names another that has a row in **pinterest_connection**. While the table **pinterest_connection** does not say \`active\`, nothing is created, and the page says why.`,
		),
	],
});
