package com.acme.billing;

import com.acme.billing.base.KafkaToKafkaJob;
import java.util.Locale;
import org.apache.flink.streaming.api.datastream.DataStream;

public class InvoicesJob extends KafkaToKafkaJob {
	public static void main(String[] args) throws Exception {
		new InvoicesJob().start(args.length > 0 ? args[0] : "dev");
	}

	@Override
	protected String topic() {
		return "invoices";
	}

	@Override
	protected DataStream<String> process(DataStream<String> lines) {
		return lines.map(it -> it.toUpperCase(Locale.ROOT));
	}
}
