/** Where quick logs are sent; apart, so that a worker on a phone needs none of the shapes. */
export const quickLogsPath = "/quick-logs";
