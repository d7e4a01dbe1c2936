package com.acme.returns.runtime;

import io.openlineage.flink.OpenLineageFlinkJobListener;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What all jobs share. */
public final class Jobs {

    private Jobs() {}

    public static StreamExecutionEnvironment environment(int parallelism) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(parallelism);
        env.setRuntimeMode(RuntimeExecutionMode.STREAMING);
        return env;
    }

    public static void run(StreamExecutionEnvironment job, String name) throws Exception {
        System.out.println("Starting " + name);
        job.registerJobListener(
                OpenLineageFlinkJobListener.builder()
                        .executionEnvironment(job)
                        .jobNamespace("register-helper")
                        .jobName(name)
                        .build());
        job.execute(name);
    }
}
