-- What was reserved on all hosts of a datacenter, once an hour: of this the outlook is made.
CREATE TABLE ${schema}.capacity_sample (
    datacenter          text NOT NULL,
    hour                timestamptz NOT NULL CHECK (hour = date_trunc('hour', hour, 'UTC')),
    vcpus_reserved      bigint NOT NULL,
    memory_mib_reserved bigint NOT NULL,
    PRIMARY KEY (datacenter, hour)
);
