import { OWN_OPERATIONS } from './ownOperations.mts';
import { id, object, oneOf, text, type Schema } from './ownSchemas.mts';

const pathParameters = (path: string) =>
	[...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({
		name,
		in: 'path',
		required: true,
		schema: name === 'targeting_type' ? text : id,
	}));

const queryParameters = (query: Record<string, Schema>) =>
	Object.entries(query).map(([name, schema]) => ({
		name: name.replace(/[!,]+$/, ''),
		in: 'query',
		required: name.includes('!'),
		explode: !name.includes(','),
		schema,
	}));

const body = (type: string, schema: Schema) => ({
	required: true,
	content: { [type]: { schema } },
});

/**
 * A description of the operations that the simulator knows, for machines without the official one.
 * It is as strict on names, types and required fields, and knows fewer formats and enumerations.
 */
export function ownDescription(): Record<string, unknown> {
	const paths: Record<string, Record<string, unknown>> = {};
	const responses = { default: { description: 'Anything' } };
	for (const operation of OWN_OPERATIONS) {
		const { path, method, operationId, category, security, query } = operation;
		paths[path] ??= {};
		paths[path][method] = {
			operationId,
			'x-ratelimit-category': category,
			security,
			parameters: [...pathParameters(path), ...queryParameters(query)],
			...(operation.body ? { requestBody: body('application/json', operation.body) } : {}),
			responses,
		};
	}
	const grant = oneOf('authorization_code', 'refresh_token', 'client_credentials');
	const form = object({ grant_type: grant }, ['grant_type']);
	paths['/oauth/token'] = {
		post: {
			operationId: 'oauth/token',
			'x-ratelimit-category': 'org_read',
			security: [{ basic: [] }],
			requestBody: body('application/x-www-form-urlencoded', form),
			responses,
		},
	};
	const info = { title: 'The simulator’s own description', version: '1' };
	return { openapi: '3.0.3', info, paths };
}
