/**
 * What was measured, and how people see it: latencies with their histograms, the table, and the report
 * with plots. It knows nothing of gateways and scenarios, only names and numbers. Begin with {@link
 * tollgate.load.measure.Report}.
 */
package tollgate.load.measure;
