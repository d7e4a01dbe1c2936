package org.pay.fraud;

import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

final class Sinks {
  static KafkaSink<String> alerts(String brokers) {
    return KafkaSink.<String>builder()
        .setBootstrapServers(brokers)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder().setTopic("fraud.alerts").setValueSerializationSchema(new SimpleStringSchema()).build())
        .build();
  }
}
