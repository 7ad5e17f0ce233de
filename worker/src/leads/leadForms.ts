import {
	flagField,
	idField,
	listField,
	objectField,
	objectOf,
	ownId,
	secondsField,
	textField,
} from '../client/readers';
import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { LEAD_FORM, type ListedKind } from '../entities';
import { fetchEntity, listEntities } from '../entityLists';
import { readInput } from '../fields/inputs';
import { inOrder, mostToRead } from '../fields/sorting';
import { attempt } from '../outcome';
import type { LeadForm, LeadFormQuestion, Read } from '../pinterest/types';
import { compared } from '../values/names';
import { orNotInBeta } from './beta';
import {
	getLeadFormInput,
	listLeadFormsInput,
	type LeadFormFilters,
	type OneLeadForm,
} from './leadFormInput';

/** One question of a lead form. */
export interface LeadFormQuestionRecord {
	/** EMAIL, FIRST_NAME, CUSTOM … */
	readonly question_type: string | null;
	/** What a CUSTOM question asks. */
	readonly label: string | null;
	/** TEXT_FIELD, TEXT_AREA, RADIO_LIST, CHECKBOX; of a CUSTOM question. */
	readonly field_type: string | null;
	/** What can be chosen. */
	readonly options: readonly string[];
}

/** A lead form as it is at Pinterest. Ids are strings, times ISO 8601 UTC. */
export interface LeadFormRecord {
	readonly name: string | null;
	/** DRAFT, ACTIVE. */
	readonly status: string | null;
	readonly questions: readonly LeadFormQuestionRecord[];
	readonly completion_message: string | null;
	readonly privacy_policy_link: string | null;
	readonly disclosure_language: string | null;
	readonly policy_links: unknown;
	readonly has_accepted_terms: boolean | null;
	readonly created_at: string | null;
	readonly updated_at: string | null;
	readonly id: string;
	readonly ad_account_id: string;
}

/** A lead form as Pinterest answers it; absent is the same as null. */
type Form = Read<
	LeadForm,
	| 'name'
	| 'status'
	| 'questions'
	| 'completion_message'
	| 'privacy_policy_link'
	| 'disclosure_language'
	| 'policy_links'
	| 'has_accepted_terms'
	| 'created_time'
	| 'updated_time'
	| 'ad_account_id'
>;

const readQuestion = objectOf<LeadFormQuestion>('a question of a lead form', {
	question_type: textField,
	custom_question_label: textField,
	custom_question_field_type: textField,
	custom_question_options: listField(textField, 'not a list of texts'),
});

const readForm = objectOf<Form>('a lead form', {
	id: ownId,
	...{ name: textField, status: textField, ad_account_id: idField },
	questions: listField(objectField(readQuestion), 'not a list of questions'),
	...{ completion_message: textField, privacy_policy_link: textField },
	...{ disclosure_language: textField, has_accepted_terms: flagField },
	...{ created_time: secondsField, updated_time: secondsField },
});

/** With all that is read of them here. */
const FORMS: ListedKind<Form> = { ...LEAD_FORM, read: readForm };

/**
 * The lead forms of an ad account, in Pinterest's order. Operation `lead_forms/list`.
 * @throws PinterestAdsError `forbidden` or `not-found`, with a note, where the app is not in Pinterest's beta
 */
export async function listLeadForms(
	context: WorkerContext,
	input: LeadFormFilters = {},
): Promise<LeadFormRecord[]> {
	const wanted = readInput(listLeadFormsInput, input);
	const { sort, nameContains, statuses } = wanted;
	const isSorted = sort?.by === 'created_at';
	const most = isSorted ? (wanted.limit ?? Infinity) : mostToRead(wanted);
	const adAccountId = await adAccountIdFor(context, wanted.adAccountId);
	const part = nameContains === undefined ? '' : compared(nameContains).toLowerCase();
	const fits = ({ name, status }: Form) =>
		compared(name ?? '')
			.toLowerCase()
			.includes(part) &&
		(statuses === undefined || statuses.length === 0 || statuses.some((one) => one === status));
	const found: LeadFormRecord[] = [];
	const read = async () => {
		const order = isSorted ? sort.direction : undefined;
		for await (const form of listEntities(context, FORMS, adAccountId, { order })) {
			if (!fits(form)) continue;
			found.push(recordOf(form, adAccountId));
			if (found.length >= most) return;
		}
	};
	const listed = await attempt(read());
	if (!listed.ok) throw orNotInBeta(listed.error);
	return inOrder(found, wanted);
}

/** One lead form with its questions. Operation `lead_form/get`. */
export async function getLeadForm(
	context: WorkerContext,
	input: OneLeadForm,
): Promise<LeadFormRecord> {
	const wanted = readInput(getLeadFormInput, input);
	const adAccountId = await adAccountIdFor(context, wanted.adAccountId);
	const form = await attempt(fetchEntity(context, FORMS, adAccountId, wanted.leadFormId));
	if (!form.ok) throw orNotInBeta(form.error);
	return recordOf(form.record, adAccountId);
}

const recordOf = (form: Form, adAccountId: string): LeadFormRecord => ({
	name: form.name ?? null,
	status: form.status ?? null,
	questions: (form.questions ?? []).map((question) => ({
		question_type: question.question_type ?? null,
		label: question.custom_question_label ?? null,
		field_type: question.custom_question_field_type ?? null,
		options: question.custom_question_options ?? [],
	})),
	completion_message: form.completion_message ?? null,
	privacy_policy_link: form.privacy_policy_link ?? null,
	disclosure_language: form.disclosure_language ?? null,
	policy_links: form.policy_links ?? [],
	has_accepted_terms: form.has_accepted_terms ?? null,
	created_at: timeOf(form.created_time),
	updated_at: timeOf(form.updated_time),
	id: form.id,
	ad_account_id: form.ad_account_id ?? adAccountId,
});

const timeOf = (seconds: number | null | undefined) =>
	typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : null;
