import { Histogram } from 'prom-client';

/** Creates the histogram of response times that every server with metrics has. */
export function createDurations() {
  return new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Response times',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });
}
