import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import {
	choicesFor,
	goalTagChoices,
	interestChoices,
	listAdAccounts,
	type PickerKind,
} from '../../../worker/src';
import { toNodeError, toPinterestError } from '../nodeErrors';
import { createContext } from '../transport/context';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Says why a list stays empty, instead of n8n's general "could not load". */
function explained(search: Search): Search {
	return async function (this, filter, paginationToken) {
		try {
			return await search.call(this, filter, paginationToken);
		} catch (error) {
			throw toNodeError(this.getNode(), toPinterestError(error), 0);
		}
	};
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const picker = (kind: PickerKind): Search =>
	explained(async function (this, filter, bookmark) {
		const adAccountId = this.getCurrentNodeParameter('adAccountId', { extractValue: true });
		const page = await choicesFor(await createContext(this), kind, {
			adAccountId: textOf(adAccountId),
			filter,
			bookmark,
		});
		return {
			results: page.choices.map(({ id, name }) => ({ name: `${name} (${id})`, value: id })),
			paginationToken: page.bookmark,
		};
	});

export const listSearch = {
	searchAdAccounts: explained(async function (this, filter) {
		const accounts = await listAdAccounts(await createContext(this), {});
		const wanted = filter?.trim().toLowerCase() ?? '';
		return {
			results: accounts
				.map(({ id, name }) => ({ name: `${name} (${id})`, value: id }))
				.filter(({ name }) => name.toLowerCase().includes(wanted)),
		};
	}),
	searchCampaigns: picker('campaign'),
	searchAdGroups: picker('adGroup'),
	searchAds: picker('ad'),
	searchAudiences: picker('audience'),
	searchCatalogs: picker('catalog'),
	searchConversionTags: picker('conversionTag'),
	searchGoalTags: explained(async function (this, filter) {
		const adAccountId = this.getCurrentNodeParameter('adAccountId', { extractValue: true });
		const conversionEvent = this.getCurrentNodeParameter('conversionEvent');
		const { choices } = await goalTagChoices(await createContext(this), {
			adAccountId: textOf(adAccountId),
			conversionEvent: textOf(conversionEvent),
			filter,
		});
		return {
			results: choices.map(({ id, name, note }) => ({
				name: `${name} (${id})${note === undefined ? '' : ` – ${note}`}`,
				value: id,
			})),
		};
	}),
	searchInterests: explained(async function (this, filter, bookmark) {
		const page = await interestChoices(await createContext(this), { filter, bookmark });
		return {
			results: page.choices.map(({ id, name }) => ({ name: `${name} (${id})`, value: id })),
			paginationToken: page.bookmark,
		};
	}),
	searchLeadForms: picker('leadForm'),
	searchPins: picker('pin'),
	searchProductGroups: picker('catalogProductGroup'),
} satisfies Record<string, Search>;
