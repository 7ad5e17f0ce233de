import { webhookDescriptionFields, type INodeParameters } from 'n8n-workflow';
import { CONVERSION } from './fields';

/**
 * n8n evaluates these at every call, each in about 4 ms. Since 2.41 it takes the value from a function instead, where
 * nothing in the node is an expression; the template is for the editor, and for older versions of n8n.
 */
const FIELDS = {
	httpMethod: {
		// Both in one. GET is told that all is well; without a method, no address is opened.
		template: '={{ $parameter["triggerOn"] === "conversion" ? "POST,GET" : "" }}',
		resolve: ({ triggerOn }: INodeParameters) => (triggerOn === CONVERSION ? 'POST,GET' : ''),
	},
	path: {
		// n8n wants one also where nothing is called.
		template: '={{ $parameter["path"] || "pinterest-ads" }}',
		resolve: ({ path }: INodeParameters) => path || 'pinterest-ads',
	},
};

const templates = { httpMethod: FIELDS.httpMethod.template, path: FIELDS.path.template };

// An older n8n does not have it.
const canResolve = typeof webhookDescriptionFields === 'function';

export const address = canResolve
	? { ...templates, ...webhookDescriptionFields(FIELDS) }
	: templates;
