export { callApi, type ApiAnswer } from './callApi';
export { apiCallInput, type ApiCall } from './callFields';
