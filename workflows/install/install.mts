import { at, manualTrigger, node, nothing, output, workflow } from '../builder/index.mts';

const start = manualTrigger('Install', at(0, 0));

/** A circle: it says what to ask n8n for next, and reads what n8n has answered. */
const choices = node('Choices', at(1, 0), 'n8n-nodes-pinterest-ads.pinterestAds', 1, {
	resource: 'automation',
	operation: 'install',
});

const whatNext = node('What next?', at(2, 0), 'switch', 3.2, {
	rules: {
		values: ['ask', 'import', 'connect'].map((step) => ({
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

const toN8n = (name: string, row: number, method: string, sent: object) =>
	node(
		name,
		at(3, row),
		'httpRequest',
		4.2,
		{
			method,
			url: '={{ $json.url }}',
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'n8nApi',
			sendBody: true,
			...sent,
			options: { response: { response: { fullResponse: true, neverError: true } } },
		},
		// Why there was no answer is told in words as well.
		{ onError: 'continueRegularOutput' },
	);

/** A request without a body has none: its body is null. */
const askN8n = toN8n('Ask n8n', -4, '={{ $json.method }}', {
	contentType: 'json',
	specifyBody: 'json',
	jsonBody: '={{ $json.body }}',
});

const importWorkflows = toN8n('Import workflows', -2, 'POST', {
	contentType: 'multipart-form-data',
	bodyParameters: {
		parameters: [
			{ parameterType: 'formBinaryData', name: 'package', inputDataFieldName: 'package' },
			{ name: 'projectId', value: '={{ $json.body.projectId }}' },
			{ name: 'workflowConflictPolicy', value: 'new-version' },
			{ name: 'credentialMatchingMode', value: 'id-only' },
			// What is published stays published, in its new version; the rest is asked for by itself.
			{ name: 'workflowPublishingPolicy', value: 'preserve-published-state' },
		],
	},
});

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
		[output(whatNext, 1), importWorkflows, choices],
		[output(whatNext, 2), connect, choices],
		[output(whatNext, 3), done],
	],
	overview: {
		forWhom: 'For whoever has just installed or updated the package: one run does the rest.',
		howItWorks: `It makes the tables, installs all workflows of the package, connects them to Pinterest, and publishes what you choose. After about half a minute *What runs now* says what runs, when, and where the forms are.

**After an update of the package** run it again: it brings workflows and tables up to date. What you have changed stays as it is, and it says so. It removes nothing.`,
		steps: `### Three steps
1. *Choices*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
2. *Ask n8n* and *Import workflows*: the **credential** for n8n’s own API. Make the key under **Settings > n8n API**.
3. **Execute workflow**.`,
		makeItYours: 'Under **Publish** in *Choices*: what is to run by itself.',
	},
});
