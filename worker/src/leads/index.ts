export { exportLeads, type ExportedLeads, type LeadRecord } from './exportLeads';
export { exportLeadsInput, type LeadsToExport } from './exportInput';
export {
	getLeadForm,
	listLeadForms,
	type LeadFormQuestionRecord,
	type LeadFormRecord,
} from './leadForms';
export {
	getLeadFormInput,
	listLeadFormsInput,
	type LeadFormFilters,
	type OneLeadForm,
} from './leadFormInput';
