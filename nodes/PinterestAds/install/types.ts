/** A workflow as its file has it, and as n8n's public API gives it. */
export interface Workflow {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: Readonly<Record<string, unknown>>;
	readonly settings?: Readonly<Record<string, unknown>>;
}

export interface WorkflowNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly credentials?: Readonly<Record<string, NamedId>>;
	readonly notes?: string;
	readonly [other: string]: unknown;
}

export interface NamedId {
	readonly id: string;
	readonly name: string;
}

/** What n8n says of a workflow besides its contents. */
export interface InstalledWorkflow extends Workflow {
	readonly active?: boolean;
	readonly isArchived?: boolean;
	readonly shared?: ReadonlyArray<{ readonly projectId: string }>;
}

/** One request to n8n's public API. */
export interface Ask {
	readonly method: 'GET' | 'PATCH' | 'POST' | 'PUT';
	/** Below `/api/v1`. */
	readonly path: string;
	readonly body?: object;
	/** A package of workflows, sent with the fields of `body` as a form. */
	readonly file?: Uint8Array;
}

export interface Answer {
	readonly ask: Ask;
	/** 0: nothing answered, and `body` says why. */
	readonly status: number;
	readonly body: unknown;
}

/** What the installation wants to have done next. */
export type Step =
	| { readonly step: 'ask'; readonly asks: readonly Ask[] }
	| { readonly step: 'connect'; readonly workflowId: string };

/** What came of a step: an answer for each request, or the items that *Connect Pinterest Ads* has given. */
export type Came =
	| { readonly step: 'ask'; readonly answers: readonly Answer[] }
	| { readonly step: 'connect'; readonly items: ReadonlyArray<Readonly<Record<string, unknown>>> };

/**
 * The installation from its beginning to its end, as one function: where it has to wait for something it
 * yields it. Nothing in it may depend on anything but what it was given and what came, since it is run again
 * from the beginning for every step.
 */
export type Script<Result> = Generator<Step, Result, Came>;

export interface Choices {
	/** Of {@link FEATURES}. */
	readonly publish: readonly string[];
	readonly replaceChanged: boolean;
	readonly newPasswords: boolean;
	/** What one launch may spend a day, in the currency of the ad account; undefined where nothing was entered. */
	readonly maxDailyBudget?: number;
	/** Which workflow this is, since the others go into its project. */
	readonly ownId: string;
	/** Of n8n, without a slash at its end. */
	readonly address: string;
	readonly pinterest: PinterestCredential;
	/** A new one at each call. */
	readonly makeSecret: () => string;
	readonly now: number;
}

export interface PinterestCredential extends NamedId {
	readonly type: 'pinterestAdsApi' | 'pinterestAdsOAuth2Api';
	readonly authentication: string;
}
