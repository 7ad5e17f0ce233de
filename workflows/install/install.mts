import { at, manualTrigger, node, nothing, output, workflow } from '../builder/index.mts';

const start = manualTrigger('Install', at(0, 0));

/** A circle: it says what to ask n8n for next, and reads what n8n has answered. */
const choices = node('Choices', at(1, 0), 'n8n-nodes-pinterest-ads.pinterestAds', 1, {
	authentication: 'accessToken',
	resource: 'workflow',
	operation: 'install',
});

const whatNext = node('What next?', at(2, 0), 'switch', 3.2, {
	rules: {
		values: ['ask', 'connect'].map((step) => ({
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
				combinator: 'and',
				conditions: [
					{
						id: step,
						leftValue: '={{ $json.step }}',
						rightValue: step,
						operator: { type: 'string', operation: 'equals' },
					},
				],
			},
			renameOutput: true,
			outputKey: step,
		})),
	},
	options: { fallbackOutput: 'extra', renameFallbackOutput: 'done' },
});

/**
 * One node for all requests, so that n8n's credential is chosen once. A package is sent as the file that came with
 * the item, which *Choices* has made a form of: the HTTP Request node would want a list of form fields for it, and
 * drops that list where the type of the content is an expression.
 */
const askN8n = node(
	'Ask n8n',
	at(3, -2),
	'httpRequest',
	4.2,
	{
		method: '={{ $json.method }}',
		url: '={{ $json.url }}',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'n8nApi',
		sendHeaders: true,
		specifyHeaders: 'json',
		jsonHeaders: '={{ JSON.stringify($json.headers) }}',
		sendBody: true,
		contentType: '={{ $json.content_type }}',
		specifyBody: 'json',
		// A request without a body has none: its body is null.
		jsonBody: '={{ $json.body }}',
		inputDataFieldName: 'package',
		options: {
			response: { response: { fullResponse: true, neverError: true } },
			// The type of a form comes as "Content-Type", beside the "content-type" of the file: n8n would make a
			// form of whatever has that type in small letters, and this is one already.
			lowercaseHeaders: false,
		},
	},
	// Why there was no answer is told in words as well.
	{ onError: 'continueRegularOutput' },
);

const connect = node(
	'Connect',
	at(3, 0),
	'executeWorkflow',
	1.2,
	{
		workflowId: { __rl: true, mode: 'id', value: '={{ $json.workflowId }}' },
		workflowInputs: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
		options: {},
	},
	{
		onError: 'continueRegularOutput',
		alwaysOutputData: true,
		// n8n runs what has just been published only a moment later.
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 2000,
	},
);

const done = nothing('What runs now', at(3, 2));

export default workflow({
	file: 'install',
	id: 'pinAdsInstall',
	// What it makes up, and shows at its end, is the password of the forms.
	kept: 'none',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[start, choices, whatNext, askN8n, choices],
		[output(whatNext, 1), connect, choices],
		[output(whatNext, 2), done],
	],
	overview: {
		forWhom: 'For whoever has just installed or updated the package: one run does the rest.',
		howItWorks: `It makes the tables, installs all workflows of the package, connects them to Pinterest, and publishes what you choose. After about half a minute *What runs now* says what runs, when, and where the forms are.

**After an update of the package** run it again: it brings workflows and tables up to date. What you have changed stays as it is, and it says so. It removes nothing.`,
		steps: `### Three steps
1. *Choices*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
2. *Ask n8n*: the **credential** for n8n’s own API. Make the key under **Settings > n8n API**.
3. **Execute workflow**.`,
		makeItYours: 'Under **Publish** in *Choices*: what is to run by itself.',
	},
});
