import { ICredentialsHelper, NodeHelpers, Workflow, isExpression } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { PinterestAdsApi } from '../../../credentials/PinterestAdsApi.credentials.ts';
import { PinterestAdsOAuth2Api } from '../../../credentials/PinterestAdsOAuth2Api.credentials.ts';
import { PinterestAdsWebhookApi } from '../../../credentials/PinterestAdsWebhookApi.credentials.ts';

/** The part of n8n's own oAuth2Api credential that ours extends and core reads. */
const OAUTH2_BASE: INodeProperties[] = [
	{ displayName: 'Grant Type', name: 'grantType', type: 'string', default: 'authorizationCode' },
	{ displayName: 'Authorization URL', name: 'authUrl', type: 'string', default: '' },
	{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'string', default: '' },
	{ displayName: 'Client ID', name: 'clientId', type: 'string', default: '' },
	{ displayName: 'Client Secret', name: 'clientSecret', type: 'string', default: '' },
	{ displayName: 'Scope', name: 'scope', type: 'string', default: '' },
	{ displayName: 'Authentication', name: 'authentication', type: 'string', default: 'body' },
];

const TYPES: Record<string, ICredentialType> = {
	pinterestAdsApi: new PinterestAdsApi(),
	pinterestAdsOAuth2Api: new PinterestAdsOAuth2Api(),
	pinterestAdsWebhookApi: new PinterestAdsWebhookApi(),
};

export type CredentialTypeName =
	'pinterestAdsApi' | 'pinterestAdsOAuth2Api' | 'pinterestAdsWebhookApi';

/**
 * n8n's credentials without its database: the real credential classes, kept data in memory, and the
 * rules by which n8n resolves, renews and stores them.
 */
let ids = 0;

export class CredentialStore extends ICredentialsHelper {
	private readonly kept = new Map<string, ICredentialDataDecryptedObject>();
	/** How often a credential was written back. */
	writes = 0;

	/** Adds a credential; returns what a node refers to it by. */
	add(
		type: CredentialTypeName,
		data: object,
	): { id: string; name: string; type: CredentialTypeName } {
		// Never the same twice, as in a database: what reads them may remember one for a moment.
		const id = `credential-${++ids}`;
		this.kept.set(id, structuredClone(data) as ICredentialDataDecryptedObject);
		return { id, name: `Test ${type}`, type };
	}

	/** What is stored now. */
	read(id: string | null): ICredentialDataDecryptedObject {
		const data = this.kept.get(id ?? '');
		if (!data) throw new Error(`no credential ${id}`);
		return structuredClone(data);
	}

	/** As if the user had edited it, or another process had stored something. */
	write(id: string, changes: object): void {
		this.kept.set(id, { ...this.read(id), ...structuredClone(changes) });
	}

	getParentTypes(name: string): string[] {
		return TYPES[name]?.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { extends: parents, properties } = TYPES[type];
		if (!parents) return properties;
		const merged = structuredClone(OAUTH2_BASE);
		NodeHelpers.mergeNodeProperties(merged, properties);
		return merged;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = TYPES[typeName];
		if (typeof authenticate !== 'function') throw new Error(`${typeName} signs nothing itself`);
		return await authenticate.call(TYPES[typeName], credentials, requestOptions);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = TYPES[typeName];
		const expirable = type.properties.find((property) => property.typeOptions?.expirable)?.name;
		if (expirable === undefined || !type.preAuthentication) return undefined;
		if (credentials[expirable] !== '' && !credentialsExpired) return undefined;
		const output = (await type.preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		if (output[expirable] === undefined) return undefined;
		const details = node.credentials?.[typeName];
		if (!details) return undefined;
		const stored = this.read(details.id);
		for (const [key, value] of Object.entries(output)) {
			if (key === expirable || !isExpression(stored[key])) stored[key] = value;
		}
		await this.updateCredentials(details, typeName, stored);
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('nodes never ask for the encrypted form');
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		{ id }: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: unknown,
		raw?: boolean,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = this.read(id);
		if (raw) return stored;
		const properties = this.getCredentialsProperties(type);
		const filled = NodeHelpers.getNodeParameters(
			properties,
			stored as never,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		if (stored.oauthTokenData !== undefined) filled.oauthTokenData = stored.oauthTokenData;
		return resolveExpressions(filled, mode);
	}

	async updateCredentials(
		{ id }: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.kept.set(id ?? '', structuredClone(data));
		this.writes++;
	}

	async updateCredentialsOauthTokenData(
		{ id }: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.write(id ?? '', { oauthTokenData: data.oauthTokenData });
		this.writes++;
	}
}

const MOCK_NODE: INode = {
	id: 'credential',
	name: 'credential',
	type: 'mock',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

function resolveExpressions(data: ICredentialDataDecryptedObject, mode: WorkflowExecuteMode) {
	const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [] } }) };
	const workflow = new Workflow({
		nodes: [MOCK_NODE],
		connections: {},
		active: false,
		nodeTypes: nodeTypes as unknown as INodeTypes,
	});
	return workflow.expression.getComplexParameterValue(
		MOCK_NODE,
		data as never,
		mode,
		{},
		undefined,
		undefined,
		data as never,
	) as unknown as ICredentialDataDecryptedObject;
}
