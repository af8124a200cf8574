/** Settings for a small machine shared with the application: modest memory, every commit on disk. */
export const productionSettings: Record<string, string> = {
  shared_buffers: "256MB",
  effective_cache_size: "2GB",
  work_mem: "32MB",
  maintenance_work_mem: "256MB",
  max_wal_size: "4GB",
  min_wal_size: "256MB",
  wal_compression: "on",
  synchronous_commit: "on",
  fsync: "on",
  checkpoint_completion_target: "0.9",
  jit: "off",
  random_page_cost: "1.1",
  max_connections: "60",
  max_wal_senders: "3",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_duration_statement: "2000",
  log_checkpoints: "off",
  tcp_keepalives_idle: "60",
};

/** Settings for a cluster that lives as long as one test run: nothing needs to survive. */
export const throwawaySettings: Record<string, string> = {
  ...productionSettings,
  shared_buffers: "128MB",
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum_naptime: "1h",
};
