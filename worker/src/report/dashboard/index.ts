export { createDashboard, type Dashboard } from './createDashboard';
export {
	CONVERSIONS_READ,
	DASHBOARD_PERIODS,
	ERRORS_READ,
	type AskedCampaign,
	type DashboardInput,
	type DashboardPeriod,
	type DashboardTables,
	type DashboardWorkflow,
	type Pressed,
	type PressedOutcome,
} from './dashboardInput';
export {
	dashboardAddress,
	formKey,
	pressedOutcome,
	readDashboardRequest,
	type BrowserRequest,
	type DashboardRequest,
} from './dashboardRequest';
export type { PlatformWords } from './platformWords';
export { createDashboardInput, type DashboardSettings } from './dashboardSettings';
